import type { OwnOrder } from "../../modules/hamon/operations/own-orders"
import { readPick } from "../../pages/withdrawal-pick"
import { DECLARING_RULES, mailboxOf, paced } from "../limits"
import { orderRights } from "../order-rights"
import { declaringTexts } from "../texts"

const NOW = new Date("2026-03-20T12:00:00.000Z")
const LINE = { id: "ordli_1", number: 1, title: "Théière", variant: null, quantity: 2 }

/** An order of two teapots whose period runs to 31 March; `changes` replace members. */
function order(changes: Partial<OwnOrder> = {}, line: Partial<OwnOrder["lines"][number]> = {}): OwnOrder {
  return {
    row: { order_id: "order_1", display_id: 7, placed_at: NOW, concluded_on: "2026-03-10", status: "open" },
    period: {
      due_on: "2026-03-31",
      due_at: new Date("2026-03-31T22:00:00.000Z"),
      reason: { fr: "Le délai court.", en: "The period runs." },
      articles: ["L221-18"],
    },
    right: { exists: true, why: null },
    lines: [{ line: LINE, exception: null, withdrawn: 0, left: 2, ...line }],
    ...changes,
  } as unknown as OwnOrder
}

const rightOf = (...given: Parameters<typeof order>) => orderRights(order(...given), "fr", NOW).lines[0].right

describe("the right on a line as the customer is told", () => {
  it("exists with the reason of its clock, and says what would end it (L221-28, 5°)", () => {
    expect(rightOf()).toMatchObject({ exists: true, state: "open", until: "2026-03-31", reason: "Le délai court." })
    const sealed = rightOf({}, { exception: 5 })
    expect(sealed).toMatchObject({ exists: true, state: "open", exception: 5 })
    expect(sealed.reason).toContain("une fois l'article descellé")
    expect(sealed.articles).toEqual(["L221-18", "L221-28"])
  })

  it.each([
    ["excepted", {}, { exception: 3 }],
    ["withdrawn", {}, { withdrawn: 2, left: 0 }],
    ["returned", {}, { withdrawn: 1, left: 0 }],
    ["outside", { right: { exists: false, why: "professional" } }, {}],
    ["older", { period: null }, {}],
    ["canceled", { row: { ...order().row, status: "canceled" } }, {}],
  ] as const)("does not exist: %s", (state, changes, line) => {
    const right = rightOf(changes as never, line)
    expect(right).toMatchObject({ exists: false, state })
    expect(right.reason).not.toBe("")
  })

  it("ends with the first instant after its last day", () => {
    const at = (instant: string) => orderRights(order(), "en", new Date(instant)).lines[0].right.state
    expect(at("2026-03-31T21:59:59.999Z")).toBe("open")
    expect(at("2026-03-31T22:00:00.000Z")).toBe("ended")
  })

  it("before everything has come the right is there, without an end", () => {
    const waiting = { due_on: null, due_at: null, reason: { fr: "", en: "" }, articles: [] }
    expect(rightOf({ period: waiting })).toMatchObject({
      exists: true,
      until: null,
      reason: declaringTexts("fr").right.notStarted,
    })
  })
})

describe("letters above a limit", () => {
  const { lettersByAddress: rule } = DECLARING_RULES

  it("go at the pace of the limit, one after the other", () => {
    const wait = (used: number) => paced(rule, { used }, NOW).getTime() - NOW.getTime()
    expect([1, 10, 11, 12].map(wait)).toEqual([0, 0, 360_000, 720_000])
  })

  it("are counted by mailbox: names that its holder made up are one", () => {
    expect(mailboxOf("claire+a+b@client.example")).toBe("claire@client.example")
    expect(mailboxOf('"a@b"+c@client.example')).toBe('"a@b"@client.example')
  })
})

describe("what is picked", () => {
  const pick = (scope: string, ...quantities: string[]) =>
    readPick({
      name: "",
      email: "",
      comment: "",
      scope,
      units: quantities.map((quantity, n) => ({ line: `l${n}`, quantity })),
    })

  it("is every line with a quantity; nothing typed is none, and the whole order needs no lines", () => {
    expect(pick("part", "1", "", " 2 ", "0")).toEqual({
      units: [
        { line: "l0", quantity: 1 },
        { line: "l2", quantity: 2 },
      ],
    })
    expect(pick("whole", "1")).toEqual({ units: [] })
    expect(pick("", "1")).toEqual({ units: [{ line: "l0", quantity: 1 }] })
  })

  it("is told what is wrong, and never refused for being more than there is", () => {
    expect(pick("part", "0", "")).toEqual({ errors: [{ field: "articles", id: "scope-whole" }] })
    for (const wrong of ["-1", "1.5", "many", "1e3", "99999"]) {
      expect(pick("part", "1", wrong)).toEqual({ errors: [{ field: "quantity", id: "quantity-l1" }] })
    }
    expect(pick("part", "9999")).toEqual({ units: [{ line: "l0", quantity: 9999 }] })
  })
})
