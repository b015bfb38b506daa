import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
} from "rate-limiter-flexible"
import { keyedHash } from "./secrets"

/** So many points in so many seconds, counted from the first one. */
export type Rule = { readonly name: string; readonly points: number; readonly seconds: number }

/** Where the counts are kept: shared by all instances of the store, and surviving a restart. */
export type CountStore = { readonly postgres: Knex; readonly table: string } | { readonly redis: unknown }

/** Counts in memory end by timers, which hold 24 days; a longer time would end at once. */
const LONGEST_IN_MEMORY = 24 * 86_400

/** A count after, or without, one more. */
export type Count = {
  readonly used: number
  /** Whether the rule allowed it. */
  readonly allowed: boolean
  /** Whole seconds until the rule begins anew, at least 1. */
  readonly retryAfter: number
}

/**
 * Counts of attempts, exact among parallel callers of several instances: a point is taken in one statement of the store.
 * What is counted (addresses of persons and of networks) is hashed with a secret: the store holds none of them.
 *
 * When the store fails, each instance goes on with counts of its own and the fault is told: limits grow by the number of
 * instances, and neither fall nor keep everybody out.
 */
export class RateLimits {
  private readonly limiters = new Map<string, { shared: RateLimiterAbstract; own: RateLimiterAbstract }>()

  constructor(
    private readonly store: CountStore,
    private readonly secret: string,
    private readonly onFault: (error: unknown) => void,
  ) {}

  /**
   * Takes a point, before what it allows is done.
   * @param seconds how long the count lasts when this is its first point; the rule's own by default
   */
  take(rule: Rule, key: string, seconds: number = rule.seconds): Promise<Count> {
    return this.ask(rule, key, async (limiter, id, longest) => {
      try {
        return counted(await limiter.consume(id, 1, { customDuration: Math.min(seconds, longest) }), true)
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return counted(refused, false)
        throw refused
      }
    })
  }

  /** The count as it stands, none taken. */
  count(rule: Rule, key: string): Promise<Count> {
    return this.ask(rule, key, async (limiter, id) => {
      const found = await limiter.get(id)
      return found ? counted(found, found.consumedPoints < rule.points) : { used: 0, allowed: true, retryAfter: 1 }
    })
  }

  /** Gives one taken point back. */
  async giveBack(rule: Rule, key: string): Promise<void> {
    await this.ask(rule, key, (limiter, id) => limiter.reward(id, 1))
  }

  /** Uses the rule up, for so many seconds from now on. */
  async useUp(rule: Rule, key: string, seconds: number): Promise<void> {
    await this.ask(rule, key, (limiter, id, longest) => limiter.block(id, Math.min(seconds, longest)))
  }

  /** Forgets the count. */
  async forget(rule: Rule, key: string): Promise<void> {
    await this.ask(rule, key, (limiter, id) => limiter.delete(id))
  }

  private async ask<T>(rule: Rule, key: string, act: Act<T>): Promise<T> {
    const { shared, own } = this.limitersOf(rule)
    const id = keyedHash(this.secret, `rate limit ${rule.name}`, key)
    try {
      return await act(shared, id, Infinity)
    } catch (error) {
      this.onFault(error)
      return act(own, id, LONGEST_IN_MEMORY)
    }
  }

  private limitersOf(rule: Rule) {
    const known = this.limiters.get(rule.name)
    if (known) return known
    const options = { keyPrefix: `hamon_${rule.name}`, points: rule.points, duration: rule.seconds }
    const first = this.limiters.size === 0
    const made = { shared: shared(this.store, options, first), own: inMemory(options) }
    this.limiters.set(rule.name, made)
    return made
  }
}

type Act<T> = (limiter: RateLimiterAbstract, id: string, longest: number) => Promise<T>

type LimiterOptions = { readonly keyPrefix: string; readonly points: number; readonly duration: number }

function inMemory(options: LimiterOptions): RateLimiterAbstract {
  return new RateLimiterMemory({ ...options, duration: Math.min(options.duration, LONGEST_IN_MEMORY) })
}

/** @param sweeps whether this limiter removes expired counts, every five minutes; one does it for the whole table */
function shared(store: CountStore, options: LimiterOptions, sweeps: boolean): RateLimiterAbstract {
  if ("redis" in store) return new RateLimiterRedis({ ...options, storeClient: store.redis })
  return new RateLimiterPostgres({
    ...options,
    storeClient: store.postgres,
    storeType: "knex",
    tableName: store.table,
    // A migration of the module makes it.
    tableCreated: true,
    clearExpiredByTimeout: sweeps,
  })
}

function counted({ consumedPoints, msBeforeNext }: RateLimiterRes, allowed: boolean): Count {
  return { used: consumedPoints, allowed, retryAfter: Math.max(1, Math.ceil(msBeforeNext / 1000)) }
}
