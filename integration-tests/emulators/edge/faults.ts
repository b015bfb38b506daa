/**
 * What can go wrong at the edge of the network:
 * - an answer of the provider (429, 500 …) instead of the effect, or `after` it;
 * - silence: the connection is held until the caller gives up, `before` or `after` the effect.
 */
export type Fault =
  | { readonly kind: "status"; readonly status: number; readonly when: "before" | "after" }
  | { readonly kind: "silence"; readonly when: "before" | "after" }

type Planned = { readonly method: string; readonly path: RegExp; readonly fault: Fault; left: number }

/** Faults that tests have planned: the next matching calls meet them, in the order in which they were planned. */
export class Faults {
  private readonly planned: Planned[] = []

  /** @param times how many matching calls meet it; Infinity until `clear` */
  plan(method: string, path: RegExp, fault: Fault, times = 1): void {
    this.planned.push({ method, path, fault, left: times })
  }

  /** The fault that a call meets, if any; it counts as met. */
  take(method: string, path: string): Fault | null {
    const met = this.planned.find((one) => one.left > 0 && one.method === method && one.path.test(path))
    if (!met) return null
    met.left -= 1
    return met.fault
  }

  clear(): void {
    this.planned.length = 0
  }
}
