import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { HamonOptions } from "../options"
import type { CaseRow, OrderLine, Units } from "../types"
import type { CheckoutContent } from "./checkout"
import { extraRules } from "./unchosen-extras"
import { isExtra } from "./order-extras"

/**
 * Paid extras that end with what is withdrawn, « sans frais pour le consommateur » (L221-27): one that the shop tied to an
 * article ends with the last unit of that article, another one with the last article of the order.
 * @param withdrawn units of every declaration of the order, this one's too
 * @returns lines of the order with what of them is not withdrawn yet
 */
export async function endedExtras(
  sql: Knex,
  row: CaseRow,
  withdrawn: readonly Units[],
  record: CheckoutContent | null,
  { extras: { customLines } }: Pick<HamonOptions, "extras">,
): Promise<Units[]> {
  const { facts, currency } = row
  const rules = await extraRules(sql, facts)
  const extra = (line: OrderLine) => isExtra({ facts, currency, rules, record, customLines }, line)
  const left = (line: OrderLine) =>
    line.quantity - withdrawn.filter((one) => one.line === line.id).reduce((sum, { quantity }) => sum + quantity, 0)
  const articles = facts.lines.filter((line) => !extra(line))
  return facts.lines.filter(extra).flatMap((line) => {
    const tied = articles.filter(({ productId }) => productId !== null && productId === line.extraOf)
    const its = tied.length > 0 ? tied : articles
    const ends = its.length > 0 && its.every((article) => left(article) <= 0)
    return ends && left(line) > 0 ? [{ line: line.id, quantity: left(line) }] : []
  })
}
