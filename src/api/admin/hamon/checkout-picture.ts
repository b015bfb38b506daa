import type HamonModuleService from "../../../modules/hamon/service"
import type { CheckoutContent } from "../../../modules/hamon/operations/checkout"

/**
 * What the customer was told before an order: its checkout record, the extras chosen, and the summary that he saw above the
 * button. Null of an order without a record, older than the plugin or made by staff; nothing is composed afterwards.
 */
export async function checkoutPicture(service: HamonModuleService, orderId: string) {
  const [record] = await service.listCheckoutRecords({ order_id: orderId }, { take: 1 })
  if (!record) return null
  const { id, sequence, locale, recorded_at, hash } = record
  const content = record.content as unknown as CheckoutContent
  const seen = await service.acknowledgementOf(id)
  return {
    record: { id, sequence, locale, recorded_at, hash },
    total: content.total,
    extras: content.extras ?? [],
    right: content.right ?? null,
    acknowledgement: seen && {
      id: seen.id,
      acknowledged_at: seen.acknowledged_at,
      summary_hash: seen.summary_hash,
      button_label: seen.button_label,
      locale: seen.locale,
      terms: seen.texts.terms,
      summary: seen.summary,
    },
  }
}
