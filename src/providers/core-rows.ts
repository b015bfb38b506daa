import { MedusaError } from "@medusajs/framework/utils"

/** What a provider needs of the module that called it: the services of core's own rows. */
type RowService = {
  list(filters: { id: string }, config?: { relations?: string[] }): Promise<Record<string, unknown>[]>
}

/**
 * What core's refund row says of itself. Core hands a provider its id only, as `context.idempotency_key`; the ledger's key
 * and the references lie in the row's metadata.
 * @param cradle container of the payment module, as the provider's constructor received it
 * @param id of core's refund row
 * @returns key: the ledger's own, or the row's id where staff refunded by hand
 * @throws MedusaError when there is no id, or the module's rows cannot be reached
 */
export async function coreRefund(
  cradle: unknown,
  id: string | undefined,
): Promise<{ key: string; order: string | null; withdrawal: string | null }> {
  const key = id ?? ""
  if (key === "") throw unreachable("core named no refund")
  const row = await rowOf(cradle, "refundService", key)
  const metadata = isRecord(row?.metadata) ? row.metadata : {}
  return {
    key: text(metadata.hamon_refund) ?? key,
    order: text(metadata.hamon_order),
    withdrawal: text(metadata.hamon_withdrawal),
  }
}

/** Whether core holds a refund row of that id: it deletes it when a provider fails. @throws MedusaError as above */
export async function coreHasRefund(cradle: unknown, id: string): Promise<boolean> {
  return (await rowOf(cradle, "refundService", id)) !== undefined
}

/**
 * The amount of core's capture row, a decimal string in major units as core stores it: a partial capture is told nowhere else.
 * @returns null where there is no such row: core deletes it when a provider fails
 * @throws MedusaError when the module's rows cannot be reached
 */
export async function coreCapture(cradle: unknown, id: string | undefined): Promise<{ amount: string } | null> {
  if (!id) return null
  const row = await rowOf(cradle, "captureService", id)
  if (!row) return null
  const raw = isRecord(row.raw_amount) ? row.raw_amount.value : row.amount
  return { amount: String(raw) }
}

/** What core keeps in the `data` of a payment session; null where there is no such session. @throws MedusaError as above */
export async function coreSessionData(cradle: unknown, id: string): Promise<Record<string, unknown> | null> {
  const row = await rowOf(cradle, "paymentSessionService", id)
  return row && isRecord(row.data) ? row.data : null
}

async function rowOf(cradle: unknown, name: string, id: string): Promise<Record<string, unknown> | undefined> {
  const [row] = await service(cradle, name).list({ id })
  return row
}

/** Awilix throws for a name that it does not know; a plain object answers undefined. */
function service(cradle: unknown, name: string): RowService {
  try {
    const found = (cradle as Record<string, RowService | undefined>)[name]
    if (typeof found?.list === "function") return found
  } catch (error) {
    throw unreachable(
      `${name} is not registered in Medusa's payment module (${(error as Error).message.split("\n")[0]})`,
    )
  }
  throw unreachable(`${name} is not registered in Medusa's payment module`)
}

function unreachable(why: string): MedusaError {
  const sentence = `${why}: nothing was sent to the payment provider. This version of Medusa is not one that the plugin knows`
  return new MedusaError(MedusaError.Types.UNEXPECTED_STATE, sentence)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null
}
