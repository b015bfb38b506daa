import { strength } from "../../kit/strength"
import { readOptions } from "../../modules/hamon/options"
import { passwordRefusal } from "../password-policy"

jest.mock("../../kit/strength", () => {
  const actual = jest.requireActual<{ strength: typeof strength }>("../../kit/strength")
  return { strength: jest.fn(actual.strength) }
})
const judging = jest.mocked(strength)

const options = (more = {}) => readOptions({ secret: "x".repeat(32), publicUrl: "https://api.shop.example", ...more })

function judge(password: unknown, more = {}, about: readonly (string | null)[] = []) {
  const faults: unknown[] = []
  const context = {
    locale: "en" as const,
    options: options(more),
    about,
    onFault: (error: unknown) => faults.push(error),
  }
  return passwordRefusal(password, context).then((refusal) => ({ refusal, faults }))
}

describe("a new password (CNIL 2022-100)", () => {
  it("of case 2 has 50 bits and the shop's length; of case 1 it needs 80", async () => {
    const password = "zelvouktramirac"
    expect((await judge(password)).refusal).toBeNull()
    expect((await judge(password, { accounts: { cnilCase: 1 } })).refusal).toContain("80 are needed")
  })

  it("counts characters as people do, not units of code", async () => {
    expect((await judge("🍵".repeat(11))).refusal).toContain("has 11 characters")
  })

  it.each(["Maison-Lin-2026", "M.a.i.s.o.n L.i.n 12", "claire.martin1", "lin.maison!!!!!!!!"])(
    "is not made of the shop's and the person's words: %s",
    async (password) => {
      // Asked once: for the second of the two, which knows no words.
      judging.mockResolvedValueOnce(4)
      const about = ["Maison Lin", "claire.martin@client.example"]
      expect((await judge(password, {}, about)).refusal).toContain("too easy to guess")
      expect((await judge(password)).refusal).toBeNull()
    },
  )

  it("may hold such a word beside enough of its own", async () => {
    expect((await judge("la linotte chante au lin bleu", {}, ["Maison Lin"])).refusal).toBeNull()
  })

  it("is judged by its form alone when its strength cannot be: the fault is told, nobody is kept out", async () => {
    judging.mockRejectedValueOnce(new Error("the thread ended with 1"))
    const judged = await judge("motdepasse123")
    expect(judged.refusal).toBeNull()
    expect(String(judged.faults)).toContain("the thread ended")
    expect((await judge("short")).refusal).toContain("at least 12")
    expect((await judge("123456123456")).refusal).toContain("50 are needed")
  })
})
