import { RateLimits } from "../../kit/rate-limits"
import { readOptions } from "../../modules/hamon/options"
import { LogInAttempts } from "../log-in-attempts"
import { pauseAfter } from "../rules"

const SECRET = "x".repeat(32)
const options = (accounts = {}) => readOptions({ secret: SECRET, publicUrl: "https://api.shop.example", accounts })

/** Counts in memory: the store of these tests is one that fails, and the instance goes on with counts of its own. */
function attempts(accounts = {}) {
  const down = { redis: { defineCommand: () => undefined, status: "end" } }
  return new LogInAttempts(new RateLimits(down, SECRET, () => undefined), options(accounts))
}

const CLAIRE = "claire.martin@client.example"
const home = { account: CLAIRE, network: "203.0.113.0/24" }

/** Failures of many networks, three each: no pause is due. */
async function attack(tries: LogInAttempts, networks: number) {
  let admitted = 0
  for (let network = 0; network < networks; network++) {
    for (let times = 0; times < 3; times++) {
      const admission = await tries.begin({ account: CLAIRE, network: `198.51.${network}.0/24` })
      if (admission.admitted) admitted++
    }
  }
  return admitted
}

describe("the pause between two attempts (CNIL 2022-100)", () => {
  it("is nothing for a slip, grows, and is longer than a minute from the fifth failure on", () => {
    const pauses = Array.from({ length: 10 }, (_, failures) => pauseAfter(failures, options().law))
    expect(pauses).toEqual([0, 0, 0, 5, 10, 61, 122, 244, 488, 900])
  })
})

describe("attempts to log in", () => {
  it("during a pause are refused with its length, and not counted", async () => {
    const tries = attempts()
    for (let times = 0; times < 4; times++) expect(await tries.begin(home)).toMatchObject({ admitted: true })
    for (let times = 0; times < 20; times++) {
      expect(await tries.begin(home)).toEqual({ admitted: false, because: "wait", retryAfter: 5 })
    }
  })

  it("of a day are 25 for an account, from however many networks", async () => {
    expect(await attack(attempts(), 40)).toBe(25)
  })

  it("from a network where the holder logged in are not held by failures elsewhere", async () => {
    const tries = attempts()
    const first = await tries.begin(home)
    if (first.admitted) await tries.succeeded(first, home)
    await attack(tries, 40)
    expect(await tries.begin(home)).toMatchObject({ admitted: true })
    expect(await tries.begin({ ...home, network: "192.0.2.0/24" })).toMatchObject({ because: "locked" })
  })

  it("are held there too where the shop wants it", async () => {
    const tries = attempts({ lockAcrossNetworks: true })
    const first = await tries.begin(home)
    if (first.admitted) await tries.succeeded(first, home)
    await attack(tries, 40)
    expect(await tries.begin(home)).toMatchObject({ admitted: false, because: "locked" })
  })

  it("of one network over many accounts are limited, and logging in to one's own gives none back", async () => {
    const tries = attempts({ networkFailuresPerHour: 20 })
    let admitted = 0
    for (let at = 0; at < 40; at++) {
      const own = await tries.begin({ account: "thief@client.example", network: home.network })
      if (own.admitted) await tries.succeeded(own, { account: "thief@client.example", network: home.network })
      if ((await tries.begin({ account: `victim${at}@client.example`, network: home.network })).admitted) admitted++
    }
    // The last place is the thief's own, taken and given back.
    expect(admitted).toBe(20)
  })

  it("begin anew when they succeed, and when the holder unlocks", async () => {
    const tries = attempts()
    for (let round = 0; round < 5; round++) {
      const admission = await tries.begin(home)
      expect(admission).toMatchObject({ admitted: true })
      for (let times = 0; times < 2; times++) await tries.begin(home)
      if (admission.admitted) await tries.succeeded(admission, home)
    }
    for (let times = 0; times < 4; times++) await tries.begin(home)
    expect(await tries.begin(home)).toMatchObject({ admitted: false })
    await tries.unlock(home)
    expect(await tries.begin(home)).toMatchObject({ admitted: true })
  })
})
