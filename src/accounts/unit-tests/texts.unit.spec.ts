import { waitingTime } from "../texts"

describe("a time to wait", () => {
  it.each([
    [0, "une seconde", "one second"],
    [1, "une seconde", "one second"],
    [2, "2 secondes", "2 seconds"],
    [121, "3 minutes", "3 minutes"],
    [86_400, "24 heures", "24 hours"],
  ])("of %i seconds is said as people say it, and never shorter than it is", (seconds, french, english) => {
    expect(waitingTime(seconds, "fr")).toBe(french)
    expect(waitingTime(seconds, "en")).toBe(english)
  })
})
