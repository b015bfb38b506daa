import { readFileSync } from "node:fs"
import path from "node:path"
import { type ExceptionCondition, exceptionVerdict, WITHDRAWAL_EXCEPTIONS } from ".."

const article = readFileSync(path.join(__dirname, "fixtures/code-consommation.md"), "utf8")
  .split("## L221-28\n")[1]
  .split("\n## ")[0]

/** Every condition of an exception, all true. */
function allTrue(exception: number, payable = true): Record<string, boolean> {
  const { conditions, whenPayable } = WITHDRAWAL_EXCEPTIONS[exception - 1]
  const needed = ["announcedBeforeOrder", ...conditions, ...(payable ? whenPayable : [])]
  return Object.fromEntries(needed.map((name) => [name, true]))
}

describe("L221-28: the thirteen exceptions", () => {
  it("are those of the article, in its order and its words", () => {
    const text = article.replace(/\s+/g, " ")
    const words = WITHDRAWAL_EXCEPTIONS.map(({ number, words: own }) => `${number}° ${own}`)
    expect(words).toHaveLength(13)
    let from = 0
    for (const one of words) {
      const plain = text.replace(/ : a\)/, " : a)")
      const at = plain.indexOf(one, from)
      expect([one, at >= from]).toEqual([one, true])
      from = at
    }
  })

  it("what each rests on: effect, conditions, evidence", () => {
    expect(WITHDRAWAL_EXCEPTIONS.map(({ words: _, ...rest }) => rest)).toMatchSnapshot()
  })

  const NUMBERS = WITHDRAWAL_EXCEPTIONS.map(({ number }) => number)

  it.each(NUMBERS)("%i°: takes the right away only when every condition is established", (exception) => {
    expect(exceptionVerdict({ exception, facts: allTrue(exception) })).toMatchObject({
      right: "excluded",
      failing: [],
      unknown: [],
      articles: ["L221-28", "L221-5"],
      effect: WITHDRAWAL_EXCEPTIONS[exception - 1].effect,
    })
    for (const name of Object.keys(allTrue(exception))) {
      const without = exceptionVerdict({ exception, facts: { ...allTrue(exception), [name]: false } })
      expect(without).toMatchObject({ right: "exists", failing: [name], unknown: [] })
      const unknown = exceptionVerdict({ exception, facts: { ...allTrue(exception), [name]: null } })
      expect(unknown).toMatchObject({ right: "undecided", failing: [], unknown: [name] })
    }
  })

  it.each(NUMBERS)(
    "%i°: not announced before the order, the right exists (L221-5, 10°; CA Douai, 8 January 2026)",
    (exception) => {
      const facts = { ...allTrue(exception), announcedBeforeOrder: false }
      expect(exceptionVerdict({ exception, facts })).toMatchObject({
        right: "exists",
        failing: ["announcedBeforeOrder"],
      })
    },
  )

  it("V-S4: a sealed hygiene product returned sealed keeps the right; unsealed and unclear, a person decides", () => {
    const hygiene = { announcedBeforeOrder: true, notReturnableForHygiene: true }
    expect(exceptionVerdict({ exception: 5, facts: { ...hygiene, unsealedAfterDelivery: false } }).right).toBe("exists")
    expect(exceptionVerdict({ exception: 5, facts: hygiene }).right).toBe("undecided")
    expect(exceptionVerdict({ exception: 5, facts: { ...hygiene, unsealedAfterDelivery: true } }).right).toBe(
      "excluded",
    )
  })

  it("V-S5: an engraved ring has no right when the mention was shown, and has it when it was not", () => {
    expect(exceptionVerdict({ exception: 3, facts: { announcedBeforeOrder: true, personalised: true } }).right).toBe(
      "excluded",
    )
    expect(exceptionVerdict({ exception: 3, facts: { announcedBeforeOrder: false, personalised: true } }).right).toBe(
      "exists",
    )
  })

  it("1° and 13°: consent and acknowledgement are needed only where the consumer has to pay", () => {
    for (const exception of [1, 13]) {
      expect(exceptionVerdict({ exception, payable: false, facts: allTrue(exception, false) }).right).toBe("excluded")
      expect(exceptionVerdict({ exception, payable: true, facts: allTrue(exception, false) }).right).toBe("undecided")
      expect(exceptionVerdict({ exception, facts: allTrue(exception, false) }).right).toBe("undecided")
    }
  })

  it("who has to pay is true or false; what an object inherits is no fact", () => {
    for (const payable of ["false", 0, ""]) {
      expect(() => exceptionVerdict({ exception: 13, payable: payable as unknown as boolean, facts: {} })).toThrow(
        /^payable: /,
      )
    }
    expect(
      exceptionVerdict({ exception: 13, payable: null as unknown as boolean, facts: allTrue(13, false) }).right,
    ).toBe("undecided")
    for (const facts of [null, undefined, [], "all"]) {
      expect(() => exceptionVerdict({ exception: 3, facts: facts as unknown as Record<string, boolean> })).toThrow(
        /^facts: /,
      )
    }
    const inherited = Object.create({ announcedBeforeOrder: true, personalised: true }) as Record<string, boolean>
    expect(exceptionVerdict({ exception: 3, facts: inherited }).right).toBe("undecided")
  })

  it("the reason names every condition in both languages", () => {
    const reasons = NUMBERS.map((exception) => {
      const nothing = Object.fromEntries(Object.keys(allTrue(exception)).map((name) => [name, false]))
      const holds = exceptionVerdict({ exception, facts: allTrue(exception) })
      return [
        exceptionVerdict({ exception, facts: nothing }).reason,
        exceptionVerdict({ exception, facts: {} }).reason,
        holds.reason,
      ]
    })
    expect(reasons).toMatchSnapshot()
  })

  it("unknown numbers, facts and values are refused by name", () => {
    expect(() => exceptionVerdict({ exception: 14, facts: {} })).toThrow(/^exception: 14 .* 1 to 13/)
    expect(() => exceptionVerdict({ exception: 0, facts: {} })).toThrow(/^exception: 0/)
    const inherited = { toString: true } as unknown as Partial<Record<ExceptionCondition, boolean>>
    expect(() => exceptionVerdict({ exception: 3, facts: inherited })).toThrow(/^facts: "toString"/)
    expect(() =>
      exceptionVerdict({ exception: 3, facts: { sealed: true } as Partial<Record<ExceptionCondition, boolean>> }),
    ).toThrow(/^facts: "sealed" is not accepted; give one of announcedBeforeOrder, /)
    expect(() => exceptionVerdict({ exception: 3, facts: { personalised: "yes" as unknown as boolean } })).toThrow(
      /^facts\.personalised: "yes" .* true, false, or null/,
    )
  })
})
