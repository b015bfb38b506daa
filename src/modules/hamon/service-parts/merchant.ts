import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { MerchantContent } from "../merchant"
import { publishedProfile, publishProfile } from "../operations/merchant-profiles"
import { HamonBaseService, transaction } from "./base"

/** Who sells, and the texts that customers read. */
export class MerchantService extends HamonBaseService {
  /** Publishes who the merchant is. */
  @InjectTransactionManager()
  async publishProfile(content: MerchantContent, actor: string, now: Date, @MedusaContext() context: Context = {}) {
    return publishProfile(transaction(context), content, actor, now)
  }

  /** The merchant's published profile, or a version of it; null where there is none. */
  @InjectTransactionManager()
  async publishedProfile(version: number | null, @MedusaContext() context: Context = {}) {
    return publishedProfile(transaction(context), version)
  }
}
