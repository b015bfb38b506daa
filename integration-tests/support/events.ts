import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** What core's in-memory event bus is made of; the one of Redis has no emitter. */
type Bus = {
  readonly eventEmitter_?: {
    emit: (event: string, data: unknown) => boolean
    listeners(event: string): ((data: unknown) => unknown)[]
  }
}

/** A worker that hangs is the next test's failure, not this one's wait. */
const PATIENCE = 20_000

/**
 * Follows what events begin, which nobody waits for in a store.
 * @returns waits until all of it has ended: the next test has another database, and would find this one's orders there
 */
export function followEvents(container: MedusaContainer): () => Promise<void> {
  const { eventEmitter_: emitter } = container.resolve(Modules.EVENT_BUS) as unknown as Bus
  if (!emitter) return async () => undefined
  const begun = new Set<Promise<unknown>>()
  emitter.emit = (event, data) => {
    const listeners = emitter.listeners(event)
    for (const listener of listeners) {
      const work = Promise.resolve(listener(data)).finally(() => begun.delete(work))
      begun.add(work)
    }
    return listeners.length > 0
  }
  return async () => {
    const end = Date.now() + PATIENCE
    // What ends may have told something that is heard a moment later.
    do {
      await Promise.race([Promise.all(begun), pause(PATIENCE)])
      await pause(5)
    } while (begun.size > 0 && Date.now() < end)
  }
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time).unref())
}
