/** Where a provider tells its events, and how it signs them. */
export type Endpoint = {
  readonly url: string
  readonly headers: (body: string) => Record<string, string>
}

export type Told = { readonly id: string; readonly type: string; readonly body: string }

/**
 * Events of an emulated provider. They are told at once, or held until a test tells them in the order, and as often, as it
 * wants: late, twice, cut off. Held or not, they stay in the provider's own list.
 */
export class Webhooks {
  readonly events: Told[] = []
  readonly endpoints: Endpoint[] = []
  held = false
  private readonly underway = new Set<Promise<unknown>>()

  publish(event: Told): void {
    this.events.push(event)
    if (!this.held) void this.tell(event)
  }

  /**
   * Tells an event to every endpoint.
   * @param mangle changes the body on its way, after it was signed
   * @returns the status of each answer; 0 where nobody answered
   */
  async tell(event: Told, mangle: (body: string) => string = (body) => body): Promise<number[]> {
    const telling = Promise.all(
      this.endpoints.map(async ({ url, headers }) => {
        try {
          const answer = await fetch(url, {
            method: "POST",
            headers: { "content-type": "application/json", ...headers(event.body) },
            body: mangle(event.body),
          })
          await answer.text()
          return answer.status
        } catch {
          return 0
        }
      }),
    )
    this.underway.add(telling)
    return telling.finally(() => this.underway.delete(telling))
  }

  /** Waits until everything that was told has been answered. */
  async settled(): Promise<void> {
    while (this.underway.size > 0) await Promise.all(this.underway)
  }
}
