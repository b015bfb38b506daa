import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { MerchantDraft } from "../merchant-draft"
import { merchantPicture, publishDraft, publishProfile, saveDraft, termsInForce } from "../operations/merchant-draft"
import { publishedProfile } from "../operations/merchant-profiles"
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
  /** Publishes who the merchant is, in one step; refused with the duties that are not met. */
  @InjectTransactionManager()
  async publishProfile(content: MerchantDraft, actor: string, now: Date, @MedusaContext() context: Context = {}) {
    return publishProfile(transaction(context), content, actor, now)
  }

  /** Publishes the draft that the editor saw. */
  @InjectTransactionManager()
  async publishDraft(
    editor: { seen: string | null; actor: string },
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    return publishDraft(transaction(context), editor, now)
  }

  /** Keeps a draft of who the merchant is, of any completeness. */
  @InjectTransactionManager()
  async saveDraft(
    typed: { content: MerchantDraft; seen: string | null },
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    return saveDraft(transaction(context), typed, now)
  }

  /** Who the merchant is, as published and as typed, and what he still owes. */
  @InjectTransactionManager()
  async merchantPicture(@MedusaContext() context: Context = {}) {
    return merchantPicture(transaction(context))
  }

  /** The terms of sale in force, one a language at most. */
  @InjectTransactionManager()
  async termsInForce(@MedusaContext() context: Context = {}) {
    return termsInForce(transaction(context))
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
  async publishText(
    text: NewText & { readonly seen?: string | null },
    now: Date,
    @MedusaContext() context: Context = {},
  ) {
    return publishText(transaction(context), text, now)
  }
}
