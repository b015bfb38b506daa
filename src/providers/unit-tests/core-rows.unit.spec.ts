import { MedusaError } from "@medusajs/framework/utils"
import { coreCapture, coreRefund } from "../core-rows"

const rows = (row?: object) => ({ list: async () => (row ? [row] : []) })

/** As awilix answers: a name that is not registered throws. */
const awilix = new Proxy({}, { get: (_, name) => raise(`Could not resolve '${String(name)}'.\nResolution path: …`) })

function raise(message: string): never {
  throw new Error(message)
}

describe("core's rows, as a payment provider reads them", () => {
  it("a refund of the ledger has its key and references; one of staff has core's id", async () => {
    const metadata = { hamon_refund: "hamref_1", hamon_order: "42", hamon_withdrawal: "RET-1" }
    const ledger = { refundService: rows({ id: "ref_1", metadata }) }
    expect(await coreRefund(ledger, "ref_1")).toEqual({ key: "hamref_1", order: "42", withdrawal: "RET-1" })
    const byHand = { key: "ref_1", order: null, withdrawal: null }
    for (const row of [undefined, { metadata: null }, { metadata: {} }, { metadata: { hamon_refund: "" } }]) {
      expect(await coreRefund({ refundService: rows(row) }, "ref_1")).toEqual(byHand)
    }
  })

  it("a capture has the amount that core stores, every digit of it", async () => {
    const row = { amount: 0.1, raw_amount: { value: "9007199254740993.01", precision: 20 } }
    expect(await coreCapture({ captureService: rows(row) }, "capt_1")).toEqual({ amount: "9007199254740993.01" })
    expect(await coreCapture({ captureService: rows({ amount: 30.1 }) }, "capt_1")).toEqual({ amount: "30.1" })
    expect(await coreCapture({ captureService: rows() }, "capt_1")).toBeNull()
    expect(await coreCapture({ captureService: rows(row) }, undefined)).toBeNull()
  })

  it.each([
    ["an object without them", {}],
    ["nothing", undefined],
    ["a container that does not know them", awilix],
    ["something else of that name", { refundService: {}, captureService: {} }],
  ])("rows that cannot be reached stop the payment, loudly: %s", async (_name, cradle) => {
    for (const read of [coreRefund(cradle, "ref_1"), coreCapture(cradle, "capt_1")]) {
      await expect(read).rejects.toThrow(MedusaError)
    }
    await expect(coreRefund(cradle, "ref_1")).rejects.toThrow(
      "refundService is not registered in Medusa's payment module",
    )
    await expect(coreCapture(cradle, "capt_1")).rejects.toThrow("nothing was sent to the payment provider")
  })

  it("a refund without an id has no key, so it is not sent", async () => {
    await expect(coreRefund({ refundService: rows() }, undefined)).rejects.toThrow("core named no refund")
  })
})
