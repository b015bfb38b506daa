import { Worker } from "node:worker_threads"
import { strength } from "../index"

describe("the strength of a password", () => {
  it.each([
    ["correct horse battery staple", 4],
    ["theiere-et-bols-2026", 4],
    ["motdepasse123", 2],
    ["azertyuiop123", 1],
    ["aaaaaaaaaaaa", 0],
  ])("of %s is %d: French words and keyboards are known", async (password, score) => {
    expect(await strength(password, [])).toBe(score)
  })

  it("falls when it is made of words of the shop and the person", async () => {
    expect(await strength("zelvouk-tramirac", [])).toBe(4)
    expect(await strength("zelvouk-tramirac", ["zelvouk", "tramirac"])).toBe(3)
  })

  it("is judged on the first 40 characters: what follows costs nothing", async () => {
    expect(await strength("a".repeat(40) + "kX9$pLmQ2vRt", [])).toBe(await strength("a".repeat(40), []))
  })

  it("is refused, not guessed, when the thread dies; the next question starts another one", async () => {
    await strength("correct horse battery staple", [])
    const post = jest.spyOn(Worker.prototype, "postMessage").mockImplementation(function (this: Worker) {
      void this.terminate()
    })
    await expect(strength("correct horse battery staple", [])).rejects.toThrow("the thread ended with 1")
    post.mockRestore()
    expect(await strength("correct horse battery staple", [])).toBe(4)
  })
})
