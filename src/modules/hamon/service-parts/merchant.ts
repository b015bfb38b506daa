import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { MerchantContent } from "../merchant"
import { publishedProfile, publishProfile } from "../operations/merchant-profiles"
import {
  currentText,
  ensureText,
  type NewText,
  numberedText,
  publishText,
  textVersion,
} from "../operations/text-versions"
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

  /** The version in force of a text that customers read; null where there is none. */
  @InjectTransactionManager()
  async currentText(kind: string, locale: LetterLocale, @MedusaContext() context: Context = {}) {
    return currentText(transaction(context), kind, locale)
  }

  /** A version of a text by its id; null where there is none. */
  @InjectTransactionManager()
  async textVersion(id: string, @MedusaContext() context: Context = {}) {
    return textVersion(transaction(context), id)
  }

  /** A version of a text by its number; null where there is none. */
  @InjectTransactionManager()
  async numberedText(kind: string, locale: LetterLocale, version: number, @MedusaContext() context: Context = {}) {
    return numberedText(transaction(context), kind, locale, version)
  }

  /** The version with this very body, or the next one. */
  @InjectTransactionManager()
  async ensureText(text: NewText, now: Date, @MedusaContext() context: Context = {}) {
    return ensureText(transaction(context), text, now)
  }

  /** Puts a text in force; the text in force again is the same version. */
  @InjectTransactionManager()
  async publishText(text: NewText, now: Date, @MedusaContext() context: Context = {}) {
    return publishText(transaction(context), text, now)
  }
}
