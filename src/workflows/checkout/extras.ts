import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { now } from "../../kit/clock"
import type { CheckoutExtra, CheckoutRecordRow } from "../../modules/hamon/operations/checkout"
import type { LetterLocale } from "../../modules/hamon/types"
import { hamonService } from "../service"
import { recordCart } from "./record-cart"

/** An extra with the version of the text that stands beside its box. */
export type OfferedExtra = CheckoutExtra & { readonly text_version: string }

/**
 * The extras of a cart, and the words to show beside an unticked box.
 * @throws MedusaError not_found; not_allowed for a cart that is an order
 */
export async function extrasOfCart(
  container: MedusaContainer,
  cartId: string,
  locale: LetterLocale | null,
): Promise<{ extras: OfferedExtra[]; record: CheckoutRecordRow }> {
  const { record } = await recordCart(container, { cartId, locale, fresh: true })
  const extras = record.content.extras ?? []
  const texts = extras.map(({ text: { kind, body } }) => ({ kind, body, locale: record.locale, actor: null }))
  const versions = texts.length > 0 ? await hamonService(container).ensureTexts(texts, now()) : []
  return { extras: extras.map((extra, index) => ({ ...extra, text_version: versions[index].id })), record }
}

/** @throws MedusaError not_found, saying what to do first */
export function extraIn(extras: readonly OfferedExtra[], key: string): OfferedExtra {
  const found = extras.find((extra) => extra.key === key)
  if (found) return found
  throw new MedusaError(
    MedusaError.Types.NOT_FOUND,
    `the cart has no paid extra ${key}: put it into the cart first, then record the customer's choice`,
  )
}
