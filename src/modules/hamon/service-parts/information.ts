import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { type NewRule, removeRule, rulePlaces, setRule } from "../operations/catalogue-rules"
import {
  addOfficialFile,
  currentOfficialFile,
  listOfficialFiles,
  type NewOfficialFile,
  officialFileBytes,
  type OfficialFileKind,
} from "../operations/official-files"
import type { LetterLocale } from "../types"
import { transaction } from "./base"
import { MerchantService } from "./merchant"

/** What is said of products, and the official files that are shown. */
export class InformationService extends MerchantService {
  /** Announces something from now on; answers the rule and what it said before, or null. */
  @InjectTransactionManager()
  async setRule(rule: NewRule, actor: string, now: Date, @MedusaContext() context: Context = {}) {
    return setRule(transaction(context), rule, actor, now)
  }

  /** Announces it no longer; null where there is no such rule. */
  @InjectTransactionManager()
  async removeRule(id: string, actor: string, now: Date, @MedusaContext() context: Context = {}) {
    return removeRule(transaction(context), id, actor, now)
  }

  /** On what the merchant has rules at all: what none stands on need not be asked of core. */
  @InjectTransactionManager()
  async rulePlaces(@MedusaContext() context: Context = {}) {
    return rulePlaces(transaction(context))
  }

  /** Keeps an official file as it is. */
  @InjectTransactionManager()
  async addOfficialFile(file: NewOfficialFile, actor: string, now: Date, @MedusaContext() context: Context = {}) {
    return addOfficialFile(transaction(context), file, actor, now)
  }

  /** The newest official file of a kind and a language, without its bytes; null where there is none. */
  @InjectTransactionManager()
  async currentOfficialFile(kind: OfficialFileKind, locale: LetterLocale, @MedusaContext() context: Context = {}) {
    return currentOfficialFile(transaction(context), kind, locale)
  }

  /** Official files that are, or were, shown: the newest first. */
  @InjectTransactionManager()
  async officialFiles(limit: number, @MedusaContext() context: Context = {}) {
    return listOfficialFiles(transaction(context), limit)
  }

  /** The bytes of an official file. */
  @InjectTransactionManager()
  async officialFileBytes(id: string, @MedusaContext() context: Context = {}) {
    return officialFileBytes(transaction(context), id)
  }
}
