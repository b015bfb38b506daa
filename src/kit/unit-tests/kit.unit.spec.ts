import fc from "fast-check"
import { nextAttempt } from "../back-off"
import { html } from "../html"
import { seal, unseal } from "../sealed"
import { legibleToken, readLegible } from "../secrets"

describe("html", () => {
  it("escapes every value, wherever it stands, and nothing twice", () => {
    const inner = html`<b>${"<&>\"'"}</b>`
    expect(html`<p title="${'"x"'}">${inner}${["a", null, false, 1]}</p>`.text).toBe(
      '<p title="&quot;x&quot;"><b>&lt;&amp;&gt;&quot;&#39;</b>a1</p>',
    )
  })

  it("lets no text become markup", () => {
    fc.assert(fc.property(fc.string(), (text) => !/[<>"']/.test(html`${text}`.text)))
  })
})

describe("a sealed form", () => {
  it("opens whole with its secret and purpose, and says when anything changed", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (content, at) => {
        const sealed = seal("secret", "form", { content })
        expect(unseal("secret", "form", sealed)).toEqual({
          content: JSON.parse(JSON.stringify({ content })),
          whole: true,
        })
        expect(unseal("other", "form", sealed)?.whole).toBe(false)
        expect(unseal("secret", "other", sealed)?.whole).toBe(false)
        const index = at % sealed.length
        const changed = sealed.slice(0, index) + (sealed[index] === "A" ? "B" : "A") + sealed.slice(index + 1)
        expect(unseal("secret", "form", changed)?.whole ?? false).toBe(false)
      }),
    )
  })

  it("of nonsense is nothing", () => {
    expect(unseal("secret", "form", "🙂")).toBeNull()
    expect(unseal("secret", "form", "")).toBeNull()
  })
})

describe("a legible token", () => {
  it("holds no character that is taken for another, and is read however it is typed", () => {
    const token = legibleToken(4, 4)
    expect(token).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){3}$/)
    expect(readLegible(` ${token.toLowerCase().replaceAll("-", " ")} `)).toBe(token.replaceAll("-", ""))
  })
})

describe("the next attempt", () => {
  it("waits a minute, then twice as long, and an hour at most", () => {
    const now = new Date("2026-11-22T10:00:00Z")
    const minutes = [0, 1, 2, 3, 7, 100].map(
      (attempts) => (nextAttempt(attempts, now).getTime() - now.getTime()) / 60_000,
    )
    expect(minutes).toEqual([1, 1, 2, 4, 60, 60])
  })
})
