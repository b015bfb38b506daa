import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, PaymentSessionStatus } from "@medusajs/framework/utils"
import { orderButtonLabel } from "../../checkout/button"
import { composeSummary, type Summary, type SummaryInput } from "../../checkout/summary"
import { NOTICE_PATH } from "../../information/harmonised-notice"
import { TERMS_PATH } from "../../information/shop"
import { now } from "../../kit/clock"
import { civilDateIn, functionLabels, harmonisedNotice } from "../../law"
import { merchantZone } from "../../modules/hamon/options"
import type { CheckoutRecordRow } from "../../modules/hamon/operations/checkout"
import type { LetterLocale } from "../../modules/hamon/types"
import { explainPayment } from "../../payments/explain"
import { withdrawalUrl } from "../../payments/withdrawal-url"
import { hamonService } from "../service"
import { recordCart } from "./record-cart"

export type CartSummary = {
  readonly summary: Summary
  readonly record: CheckoutRecordRow
  readonly customerId: string | null
}

/**
 * What a cart shows above the order button, composed now, and written down as its checkout record.
 * @throws MedusaError not_found; not_allowed for a cart that is an order
 */
export async function readSummary(
  container: MedusaContainer,
  { cartId, locale }: { readonly cartId: string; readonly locale: LetterLocale },
): Promise<CartSummary> {
  const service = hamonService(container)
  const options = service.getOptions()
  const [{ cart, record }, profile, provider] = await Promise.all([
    recordCart(container, { cartId, locale, buttonLabel: orderButtonLabel(locale), fresh: true }),
    service.publishedProfile(null),
    startedProvider(container, cartId),
  ])
  const { content } = record
  const merchant = profile?.content ?? null
  const terms = content.texts?.terms ?? null
  const summary = composeSummary({
    locale,
    cart,
    content,
    merchant,
    payment: provider === null ? null : explainPayment(provider, locale, { merchant, options }),
    terms: terms && { ...terms, url: `${options.publicUrl}${TERMS_PATH}?lang=${locale}&version=${terms.version}` },
    withdrawalUrl: withdrawalUrl(options, locale),
    withdrawalLabel: functionLabels(locale, options.law).withdraw,
    notice: await noticeOf(container, content.country ?? "fr", locale),
  })
  return { summary, record, customerId: cart.customerId }
}

type Sessions = { payment_collection?: { payment_sessions?: { provider_id: string; status: string }[] | null } | null }

const ENDED: readonly string[] = [PaymentSessionStatus.CANCELED, PaymentSessionStatus.ERROR]

/** The provider with which the payment of a cart was begun; null while none was. */
async function startedProvider(container: MedusaContainer, cartId: string): Promise<string | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const fields = ["payment_collection.payment_sessions.provider_id", "payment_collection.payment_sessions.status"]
  const { data } = await query.graph({ entity: "cart", fields, filters: { id: cartId } })
  const sessions = (data as unknown as Sessions[])[0]?.payment_collection?.payment_sessions ?? []
  return sessions.find(({ status }) => !ENDED.includes(status))?.provider_id ?? null
}

/** Whether the harmonised notice is shown, and its official file; in French where it is kept in no other language. */
async function noticeOf(
  container: MedusaContainer,
  country: string,
  locale: LetterLocale,
): Promise<SummaryInput["notice"]> {
  const service = hamonService(container)
  const options = service.getOptions()
  const today = civilDateIn(now().toISOString(), merchantZone(options))
  if (!harmonisedNotice(country, today, options.law).shown) return null
  const kept = await service.listOfficialFiles(
    { kind: "harmonised_notice", locale: [locale, "fr"] },
    { select: ["locale"], order: { uploaded_at: "DESC" } },
  )
  const file = kept.find((one) => one.locale === locale) ?? kept[0]
  return { url: file ? `${options.publicUrl}${NOTICE_PATH}?lang=${file.locale}` : null }
}
