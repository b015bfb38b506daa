import { unchosenIn, type OrderToJudge } from "../operations/order-extras"
import type { OrderLine } from "../types"

const line = (more: Partial<OrderLine>): OrderLine => ({
  id: "ordli_1",
  number: 1,
  title: "Frais de carte",
  variant: null,
  sku: null,
  productId: null,
  quantity: 1,
  paid: "2.50",
  unitPrice: "2.50",
  shipped: false,
  ...more,
})
const order = (lines: OrderLine[], more: Partial<OrderToJudge> = {}): OrderToJudge => ({
  facts: {
    lines,
    delivery: [],
    total: "2.50",
    address: null,
    parcels: [],
    returns: [],
    payments: [],
    canceledAt: null,
  },
  currency: "eur",
  rules: [],
  record: null,
  customLines: "extra",
  ...more,
})

describe("extras of an order", () => {
  it("L112-12 CMF: a charge for the means of payment is said to be forbidden, not only unchosen", () => {
    const [found] = unchosenIn(order([line({ mark: "payment_surcharge" })]))
    expect(found).toMatchObject({ itemId: "ordli_1", amount: "2.50" })
    expect(found.reason.fr).toContain("L112-12 CMF")
    expect(found.reason.en).toContain("L112-12 CMF")
  })

  it("L121-17: any other charge that nobody chose is refunded for want of consent", () => {
    const [found] = unchosenIn(order([line({ mark: "insurance" })]))
    expect(found.reason.fr).toContain("L121-17")
    expect(found.reason.fr).not.toContain("L112-12")
  })

  it("L121-17: of an article and an extra of the same product the extra alone is found", () => {
    const product = { product_id: "prod_bowl", title: "Bol en grès" }
    const record = {
      lines: [
        { ...product, id: "cali_1", total: "10.00", extra: null },
        { ...product, id: "cali_2", total: "2.00", extra: "prod_bowl" },
      ],
      extras: [{ key: "prod_bowl", source: "metadata", standing: "unchosen", amount: "2.00" }],
    } as unknown as OrderToJudge["record"]
    const bought = line({ productId: "prod_bowl", paid: "10.00" })
    const added = line({ id: "ordli_2", productId: "prod_bowl", paid: "2.00", mark: "other" })
    expect(unchosenIn(order([bought, added], { record }))).toMatchObject([{ itemId: "ordli_2", amount: "2.00" }])
  })
})
