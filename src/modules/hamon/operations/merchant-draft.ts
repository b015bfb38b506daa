import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { readMerchant } from "../merchant"
import type { MerchantDraft } from "../merchant-draft"
import { type Duty, merchantDuties, obstacles } from "../merchant-duties"
import {
  lockProfiles,
  type MerchantProfileRow,
  newestPublished,
  profileHash,
  publishedProfile,
  publishVersion,
} from "./merchant-profiles"
import { currentText, TERMS_OF_SALE, type TextVersionRow } from "./text-versions"

/** A draft of the merchant's profile: what has been typed so far, not yet told to anybody. */
export type MerchantDraftRow = Omit<MerchantProfileRow, "content" | "status"> & {
  readonly status: "draft"
  readonly content: MerchantDraft
  readonly updated_at: Date
}

/** Who the merchant is, as told and as typed, and what he still owes. */
export type MerchantPicture = {
  readonly published: MerchantProfileRow | null
  readonly draft: MerchantDraftRow | null
  /** Hash of what an editor begins with: of the draft, else of the published version, else null. */
  readonly seen: string | null
  /** Of the draft, or of the published version where there is none. */
  readonly duties: readonly Duty[]
}

/** `changed`: somebody else saved or published in between; nothing was written. */
export type DraftSaved = { readonly outcome: "saved" | "changed"; readonly picture: MerchantPicture }

export type Published =
  | { readonly outcome: "published"; readonly profile: MerchantProfileRow }
  | { readonly outcome: "changed" }
  /** What keeps the profile from being published, in the order of the duties. */
  | { readonly outcome: "refused"; readonly missing: readonly Duty[] }

/** Reads both, and judges the newer one. */
export async function merchantPicture(sql: Knex): Promise<MerchantPicture> {
  const [published, draft, terms] = await Promise.all([publishedProfile(sql), readDraft(sql), termsInForce(sql)])
  return {
    published,
    draft,
    seen: draft?.hash ?? published?.hash ?? null,
    duties: merchantDuties(draft?.content ?? published?.content ?? null, { terms }),
  }
}

/**
 * Keeps what has been typed, however incomplete. What is published already needs no draft: then there is none afterwards.
 * @param typed.seen hash of what the editor began with, see `MerchantPicture`; another one means that his words would
 * silently replace somebody else's
 */
export async function saveDraft(
  sql: Knex,
  typed: { readonly content: MerchantDraft; readonly seen: string | null },
  now: Date,
): Promise<DraftSaved> {
  await lockProfiles(sql)
  const before = await merchantPicture(sql)
  const hash = profileHash(typed.content)
  if (before.seen !== typed.seen && before.seen !== hash) return { outcome: "changed", picture: before }
  const content = JSON.stringify(typed.content)
  if (before.published?.hash === hash) {
    await sql("hamon_merchant_profile").where({ status: "draft" }).delete()
  } else if (before.draft) {
    await sql("hamon_merchant_profile").where({ id: before.draft.id }).update({ content, hash, updated_at: now })
  } else {
    const version = ((await newestPublished(sql)) ?? 0) + 1
    const id = generateEntityId(undefined, "hammp")
    await sql("hamon_merchant_profile").insert({ id, version, status: "draft", content, hash, updated_at: now })
  }
  return { outcome: "saved", picture: await merchantPicture(sql) }
}

/**
 * Publishes the draft that the editor saw. Told twice, or by two at once, it is one version: who comes second finds it
 * published.
 */
export async function publishDraft(
  sql: Knex,
  { seen, actor }: { readonly seen: string | null; readonly actor: string },
  now: Date,
): Promise<Published> {
  await lockProfiles(sql)
  const { published, draft, seen: current, duties } = await merchantPicture(sql)
  if (current !== seen) return { outcome: "changed" }
  if (!draft && published) return { outcome: "published", profile: published }
  const missing = obstacles(duties)
  if (!draft || missing.length > 0) return { outcome: "refused", missing }
  const content = readMerchant(draft.content)
  await sql("hamon_merchant_profile").where({ id: draft.id }).delete()
  return { outcome: "published", profile: await publishVersion(sql, content, actor, now) }
}

/** Publishes a profile in one step, for scripts; a draft that somebody is writing stays. The rules are the same. */
export async function publishProfile(
  sql: Knex,
  typed: MerchantDraft,
  actor: string,
  now: Date,
): Promise<Exclude<Published, { outcome: "changed" }>> {
  await lockProfiles(sql)
  const missing = obstacles(merchantDuties(typed, { terms: await termsInForce(sql) }))
  if (missing.length > 0) return { outcome: "refused", missing }
  return { outcome: "published", profile: await publishVersion(sql, readMerchant(typed), actor, now) }
}

async function readDraft(sql: Knex): Promise<MerchantDraftRow | null> {
  return (await sql<MerchantDraftRow>("hamon_merchant_profile").where({ status: "draft" }).first()) ?? null
}

/** The terms of sale in force, one a language at most. */
export async function termsInForce(sql: Knex): Promise<TextVersionRow[]> {
  const current = await Promise.all((["fr", "en"] as const).map((locale) => currentText(sql, TERMS_OF_SALE, locale)))
  return current.filter((text) => text !== null)
}
