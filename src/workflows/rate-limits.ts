import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import Redis from "ioredis"
import { now } from "../kit/clock"
import { type CountStore, RateLimits } from "../kit/rate-limits"
import { hamonService } from "./service"

const TABLE = "hamon_rate_limit"
/** A store that is down is told of once in this time, not once a request. */
const SAID_EVERY = 60_000

/** One for each database connection: a test that boots two stores in one process has two. */
const made = new WeakMap<object, RateLimits>()

/**
 * The counts of attempts, from a container: in Redis when the store's configuration names one (`projectConfig.redisUrl`),
 * else in PostgreSQL.
 */
export function rateLimits(container: MedusaContainer): RateLimits {
  const postgres = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const known = made.get(postgres)
  if (known) return known
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  let said = 0
  const fault = (error: unknown) => {
    if (now().getTime() - said < SAID_EVERY) return
    said = now().getTime()
    logger.error(`hamon: attempts are counted by this instance alone, their store fails: ${messageOf(error)}`)
  }
  const { redisUrl, redisOptions } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  const store: CountStore = redisUrl
    ? { redis: connect(redisUrl, redisOptions, fault) }
    : { postgres: postgres as never, table: TABLE }
  const limits = new RateLimits(store, hamonService(container).getOptions().secret, fault)
  made.set(postgres, limits)
  return limits
}

/** A command fails after a second while Redis is away: a log-in must not wait for it longer. */
function connect(url: string, options: object | undefined, fault: (error: unknown) => void): Redis {
  const redis = new Redis(url, { ...options, commandTimeout: 1000, maxRetriesPerRequest: 1 })
  redis.on("error", fault)
  return redis
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
