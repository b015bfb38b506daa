import type { MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { orderRights } from "../../declaring/order-rights"
import { now } from "../../kit/clock"
import type { OwnOrder } from "../../modules/hamon/operations/own-orders"
import type { Declaration } from "../../modules/hamon/types"
import type { FieldError } from "../../pages/declaration"
import { type TypedPick, withdrawalPickPage } from "../../pages/withdrawal-pick"
import { ownOrder } from "../../workflows/declarations/own-orders"
import { type ProvenAddress, sealProof, stillProven } from "./proven-address"
import type { Visit } from "./visit"

export type Pick = {
  readonly order: OwnOrder
  readonly proven: ProvenAddress
  readonly typed: TypedPick
  readonly errors: readonly FieldError[]
}

/** The page on which the lines of one order are picked. */
export function showPick(res: MedusaResponse, { order, proven, typed, errors }: Pick, visitor: Visit) {
  const { locale, merchant, options } = visitor
  const proof = sealProof(proven, options)
  const rights = orderRights(order, locale, now())
  return res
    .type("html")
    .send(withdrawalPickPage({ locale, merchant, proof, order: rights, typed, errors, now: now() }))
}

/** The order that was picked, if the address that was proven is its own; null when that counts no longer. */
export async function orderOfProven(
  container: MedusaContainer,
  orderId: string,
  proven: ProvenAddress,
): Promise<OwnOrder | null> {
  return stillProven(proven, now()) ? ownOrder(container, orderId, { customerId: null, address: proven.address }) : null
}

/** Nothing picked yet: whose order it is stands there, to be confirmed or changed (D221-5). */
export function nothingPicked({ row }: OwnOrder): TypedPick {
  return { name: row.facts.address?.name ?? "", email: row.email ?? "", scope: "", units: [], comment: "" }
}

/** What was picked, to change it. */
export function pickedAgain({ name, email, scope, picked, comment }: Declaration): TypedPick {
  const units = (picked?.lines ?? []).map(({ line, quantity }) => ({ line, quantity: String(quantity) }))
  return { name, email, scope, units, comment }
}
