import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { type KeptCheck, storeChecks, storedChecks } from "../operations/conformity-checks"
import { eventsBySource, lastCheckouts, stuckWork } from "../operations/stuck-work"
import { transaction } from "./base"
import { ExtrasService } from "./extras"

/** What the conformity report keeps of its checks, and what it counts. */
export class ConformityService extends ExtrasService {
  /** Keeps what checks of the web saw. */
  @InjectTransactionManager()
  async storeChecks(
    checks: readonly Omit<KeptCheck, "checked_at">[],
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    await storeChecks(transaction(context), checks, now)
  }

  /** What each check last saw. */
  @InjectTransactionManager()
  async storedChecks(@MedusaContext() context: Context = {}) {
    return storedChecks(transaction(context))
  }

  /** What waits for a person. */
  @InjectTransactionManager()
  async stuckWork(@MedusaContext() context: Context = {}) {
    return stuckWork(transaction(context))
  }

  /** What customers saw before the last orders. */
  @InjectTransactionManager()
  async lastCheckouts(limit: number, @MedusaContext() context: Context = {}) {
    return lastCheckouts(transaction(context), limit)
  }

  /** How many events of payments came by webhook, and how many were found by asking. */
  @InjectTransactionManager()
  async eventsBySource(since: Date, @MedusaContext() context: Context = {}) {
    return eventsBySource(transaction(context), since)
  }
}
