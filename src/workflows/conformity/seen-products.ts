import type { MedusaContainer } from "@medusajs/framework/types"
import type { Counted, ProductsSeen } from "../../conformity/facts"
import { MOST_DETAILS } from "../../conformity/row"
import { type ProductDuty, productDuties } from "../../information/product-duties"
import type { ProductFacts } from "../../information/product-facts"
import { publishedProducts } from "../information/read-products"

/** A catalogue longer than this is looked at in part, and the report says so. */
const MOST_PRODUCTS = 10_000

/** What published products say before the order. */
export async function seenProducts(container: MedusaContainer): Promise<ProductsSeen> {
  const uninformed = new Tally()
  const wronglyExcepted = new Tally()
  let count = 0
  let excepted = 0
  for await (const page of publishedProducts(container)) {
    for (const product of page) {
      const duties = productDuties(product)
      const missing = duties.filter(({ state }) => state === "missing")
      uninformed.add(
        product,
        missing.filter(({ id }) => id !== "exception_of_nature"),
      )
      wronglyExcepted.add(
        product,
        missing.filter(({ id }) => id === "exception_of_nature"),
      )
      if (duties.some(({ id }) => id === "exception_of_nature")) excepted++
    }
    count += page.length
    if (count >= MOST_PRODUCTS) return { count, all: false, excepted, uninformed, wronglyExcepted }
  }
  return { count, all: true, excepted, uninformed, wronglyExcepted }
}

class Tally implements Counted<ProductsSeen["uninformed"]["first"][number]> {
  count = 0
  readonly first: { id: string; title: string; sentences: ProductDuty["sentence"][] }[] = []

  add({ id, title }: ProductFacts, missing: readonly ProductDuty[]): void {
    if (missing.length === 0) return
    this.count++
    if (this.first.length < MOST_DETAILS)
      this.first.push({ id, title, sentences: missing.map(({ sentence }) => sentence) })
  }
}
