import { NO_TROUBLE, trouble, troubleColumns, TROUBLES } from "../troubles"

describe("troubles", () => {
  it("tells a code, its facts and the English sentence that holds them", () => {
    const { code, facts, words, sentence } = trouble("lost_dispute", { dispute: "dp_1" })
    expect({ code, facts, words }).toEqual({ code: "lost_dispute", facts: { dispute: "dp_1" }, words: null })
    expect(sentence).toMatch(/^the dispute dp_1 was lost: /)
  })

  it("writes money with its currency in the sentence, and keeps it as money for the reader's language", () => {
    const left = { amount: "12.50", currency: "eur" }
    const told = trouble("too_little_left_in_medusa", { left })
    expect(told.sentence).toMatch(/^the payment holds 12\.50 EUR only/)
    expect(told.facts).toEqual({ left })
  })

  it("puts first what the provider said itself, as it said it", () => {
    // `$&` would be a replacement's own sign.
    const words = "Stripe refused: {refund} costs $& more"
    const told = trouble("came_back", { refund: "re_1" }, words)
    expect(told.words).toBe(words)
    expect(told.sentence).toMatch(/^Stripe refused: \{refund\} costs \$& more — the refund re_1 did not arrive/)
  })

  it("leaves no slot open, and takes a fact literally", () => {
    const all = Object.keys(TROUBLES) as (keyof typeof TROUBLES)[]
    const sum = { amount: "1.00", currency: "eur" }
    const facts = {
      dispute: "dp_$&",
      refund: "re_$1",
      left: sum,
      amount: sum,
      kept: sum,
      missing: sum,
      fulfillment: "ful_$`",
    }
    const sentences = all.map((code) => trouble(code, facts).sentence)
    expect(sentences.filter((sentence) => /[{}]|undefined/.test(sentence))).toEqual([])
    expect(trouble("open_dispute", facts).sentence).toContain("(dp_$&)")
  })

  it("fills the two columns of a stuck row, and empties both", () => {
    const told = trouble("provider_refused", {}, "no")
    const columns = troubleColumns(told)
    expect(columns.last_error).toBe(told.sentence)
    expect(JSON.parse(columns.trouble)).toEqual({ code: "provider_refused", facts: {}, words: "no" })
    expect(Object.keys(NO_TROUBLE)).toEqual(Object.keys(columns))
  })
})
