import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { MerchantContent } from "../merchant"
import { publishedProfile, publishProfile } from "../operations/merchant-profiles"
import { currentText, ensureText, textVersion, type TextToKeep } from "../operations/text-versions"
import type { LetterLocale } from "../types"
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

  /** The text of a kind as it stands, or null. */
  @InjectTransactionManager()
  async currentText(kind: string, locale: LetterLocale, @MedusaContext() context: Context = {}) {
    return currentText(transaction(context), kind, locale)
  }

  /** A version of a text by its id, or null. */
  @InjectTransactionManager()
  async textVersion(id: string, @MedusaContext() context: Context = {}) {
    return textVersion(transaction(context), id)
  }

  /** Keeps texts as the current ones of their kinds. @returns their versions, in the same order */
  @InjectTransactionManager()
  async ensureTexts(
    texts: readonly TextToKeep[],
    actor: string | null,
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    const sql = transaction(context)
    const kept = []
    for (const text of texts) kept.push(await ensureText(sql, text, actor, now))
    return kept
  }
}
