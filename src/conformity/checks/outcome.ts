import type { RowState } from "../row"

/** What is asked of the web, one row of the report each. */
export const CHECK_IDS = [
  "https_api",
  "https_storefront",
  "withdrawal_link_html",
  "withdrawal_link_desktop",
  "withdrawal_link_phone",
  "legal_notice_link",
] as const
export type CheckId = (typeof CHECK_IDS)[number]

/** What a check saw. Rows say it in sentences; a code is never given a second meaning. */
export const SEEN = [
  "not_https",
  "not_asked",
  "unreachable",
  "certificate_refused",
  "certificate_expires",
  "plain_http_answers",
  "encrypted",
  "link_found",
  "link_drawn",
  "link_unclear",
  "link_hidden",
  "link_absent",
  "no_browser",
] as const
export type Seen = (typeof SEEN)[number]

export type Outcome = {
  readonly id: CheckId
  readonly state: RowState
  readonly proof: Proof
}

export type Proof = {
  readonly seen: Seen
  /** The address that was asked: an outcome is worth nothing once the shop has another. */
  readonly url: string
  /** Words of the link. */
  readonly label?: string
  /** Where the link leads. */
  readonly href?: string
  /** Last day of the certificate, ISO instant. */
  readonly until?: string
  readonly days?: number
  /** Technical words in English. */
  readonly why?: string
}

export type StoredCheck = Omit<Outcome, "id"> & { readonly checkedAt: Date }
