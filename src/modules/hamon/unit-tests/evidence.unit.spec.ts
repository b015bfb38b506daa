import { createHash } from "node:crypto"
import { canonicalJson } from "../../../kit/canonical-json"
import { commit, commitmentOf, GENESIS, writeEvidence } from "../evidence/format"
import { firstBreak, opens, type StoredLink } from "../evidence/verify"
import fixtures from "./fixtures/evidence-v1.json"

/**
 * The fixtures were written once and are never written again: they stand for the chains of shops in the field. When this
 * spec fails, the code is wrong, not the fixture.
 */
describe("evidence, format version 1", () => {
  it("has its genesis frozen", () => {
    expect(GENESIS).toBe(createHash("sha256").update("hamon-evidence/1 genesis").digest("hex"))
    expect(fixtures.links[0].previous_hash).toBe(GENESIS)
  })

  it("reads every chain that was ever written", () => {
    expect(firstBreak(fixtures.links)).toBeNull()
    expect(firstBreak(fixtures.links.slice(1), fixtures.links[0].hash, 2)).toBeNull()
  })

  it("writes the same text and hash for the same fact", () => {
    for (const { text, hash, sequence, previous_hash } of fixtures.links) {
      const { format: _, ...link } = JSON.parse(text)
      expect(link).toMatchObject({ sequence, previous: previous_hash })
      expect(writeEvidence(link)).toEqual({ text, hash })
    }
  })

  it("opens each commitment with its value and salt, and with nothing else", () => {
    for (const opening of fixtures.openings) {
      expect(opens(fixtures.links[0], opening)).toBe(true)
      expect(opens(fixtures.links[0], { ...opening, value: '"somebody else"' })).toBe(false)
      expect(opens(fixtures.links[1], opening)).toBe(false)
    }
    expect(opens(fixtures.links[0], { name: "toString", value: "", salt: "" })).toBe(false)
  })

  it("never gives the same commitment twice for the same value", () => {
    const [one, two] = [commit("email", "a@b.example"), commit("email", "a@b.example")]
    expect(one.commitment).not.toBe(two.commitment)
    expect(commitmentOf(one.opening)).toBe(one.commitment)
  })

  const [first, second, third] = fixtures.links as StoredLink[]
  it.each<[string, StoredLink[], number]>([
    ["a text that was changed", [first, { ...second, text: second.text.replace("received", "recieved") }, third], 2],
    ["a link that was taken out", [first, third], 2],
    ["a link that was written anew with its hash", [first, rehashed(second), third], 3],
    ["two links that changed places", [second, first, third], 1],
    ["a beginning that is not the genesis", [{ ...first, previous_hash: "0".repeat(64) }, second, third], 1],
  ])("finds %s", (_, links, sequence) => {
    expect(firstBreak(links)).toMatchObject({ sequence })
  })
})

function rehashed(link: StoredLink): StoredLink {
  const text = link.text.replace("received", "recieved")
  return { ...link, text, hash: createHash("sha256").update(text).digest("hex") }
}

describe("canonical JSON (RFC 8785)", () => {
  it.each([
    [{ b: 1, a: [true, null, "é"] }, '{"a":[true,null,"é"],"b":1}'],
    [
      { "\u20ac": "€", "\r": "CR", "1": "one", "\ud83d\ude00": "smile", "\ufb33": "dalet" },
      '{"\\r":"CR","1":"one","€":"€","😀":"smile","\ufb33":"dalet"}',
    ],
    ['\u0000\u001f"\\/', '"\\u0000\\u001f\\"\\\\/"'],
  ])("writes %j in one way", (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  it.each([
    [0.1],
    [NaN],
    [-0],
    [2 ** 53],
    [undefined],
    [new Date(0)],
    ["\ud800"],
    [{ a: { b: [1.5] } }],
    [{ "\udc00": 1 }],
  ])("refuses %p, naming where it stands", (value) => {
    expect(() => canonicalJson(value as never)).toThrow(/^\$.* must be /)
  })
})
