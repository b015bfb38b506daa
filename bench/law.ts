/**
 * `npm run bench:law`: withdrawal periods per second on one core, beside the same computation written with
 * temporal-polyfill in the same run. Both get the same events and prepared holidays and zones; every result is compared.
 * Each side has a process of its own and they take turns, so that neither pays for what the other left in memory.
 */
import { fork } from "node:child_process"
import { once } from "node:events"
import { holidaysIn, withdrawalPeriod } from "../src/law"

type TemporalPolyfill = Awaited<ReturnType<typeof load>>
type Event = { readonly event: string; readonly zone: string; readonly territory: string }
type Period = { readonly start: string; readonly nominal: string; readonly last: string; readonly end: string }

const CASES = 2_000
/** Passes over the events in a round: each side long enough to be timed. Figures are ms for 1,000 periods. */
const OUR_PASSES = 50
const REFERENCE_PASSES = 2
const WARM_UPS = 10
const ROUNDS = 15
const PLACES: readonly (readonly [zone: string, territory: string])[] = [
  ["Europe/Paris", "FR"],
  ["Europe/Paris", "ALSACE_MOSELLE"],
  ["Indian/Reunion", "RE"],
  ["America/Guadeloupe", "GP"],
]
const FIRST_YEAR = 2015
const LAST_YEAR = 2035

/** The same pseudo-random events in every run (a linear congruence is enough to spread them). */
function events(): Event[] {
  let seed = 20_260_619
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  const from = Date.UTC(FIRST_YEAR, 0, 2) / 1000
  const span = Date.UTC(LAST_YEAR, 11, 1) / 1000 - from
  return Array.from({ length: CASES }, () => {
    const [zone, territory] = PLACES[next(PLACES.length)]
    return { event: new Date((from + next(span)) * 1000).toISOString().replace(".000Z", "Z"), zone, territory }
  })
}

function ours({ event, zone, territory }: Event): Period {
  const period = withdrawalPeriod({ contract: "goods", receptions: [event], zone, territories: [territory] })
  if (!period.started) throw new Error("an event starts the period")
  return period
}

function reference(Temporal: TemporalPolyfill): (event: Event) => Period {
  const holidays = new Map(
    PLACES.map(([, territory]) => [
      territory,
      new Set(
        Array.from({ length: LAST_YEAR - FIRST_YEAR + 2 }, (_, i) => holidaysIn(territory, FIRST_YEAR + i)).flatMap(
          (year) => year.map(({ on }) => on),
        ),
      ),
    ]),
  )
  return ({ event, zone, territory }) => {
    const closed = holidays.get(territory) as Set<string>
    const start = Temporal.Instant.from(event).toZonedDateTimeISO(zone).toPlainDate()
    const nominal = start.add({ days: 14 })
    let last = nominal
    while (last.dayOfWeek > 5 || closed.has(last.toString())) last = last.add({ days: 1 })
    const end = last.add({ days: 1 }).toZonedDateTime(zone).toInstant()
    return { start: start.toString(), nominal: nominal.toString(), last: last.toString(), end: end.toString() }
  }
}

/** Loaded at run time: the polyfill is published as an ES module only. */
async function load() {
  return (await import("temporal-polyfill")).Temporal
}

/** Milliseconds for 1,000 periods; a sum of the results is kept so that nothing is optimised away. */
function round(compute: (event: Event) => Period, all: readonly Event[], passes: number): number {
  // What the other side left behind is collected before the clock starts.
  globalThis.gc?.()
  const began = process.hrtime.bigint()
  let used = 0
  for (let pass = 0; pass < passes; pass++) {
    for (const event of all) {
      const { start, nominal, last, end } = compute(event)
      used += start.length + nominal.length + last.length + end.length
    }
  }
  const ms = Number(process.hrtime.bigint() - began) / 1e6
  if (used !== all.length * passes * 50) throw new Error("a result is missing")
  return (ms * 1000) / (all.length * passes)
}

/** Both results of every event; also the preparation of zones and tables on both sides. */
function compare(theirs: (event: Event) => Period, all: readonly Event[]): void {
  for (const event of all) {
    const { start, nominal, last, end } = ours(event)
    const mine = JSON.stringify({ start, nominal, last, end })
    const other = JSON.stringify(theirs(event))
    if (mine !== other) throw new Error(`different results for ${JSON.stringify(event)}: ${mine} and ${other}`)
  }
}

function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]
}

/** One side, in its own process: answers each message with the time of a round. */
async function side(name: string): Promise<void> {
  const all = events()
  const compute = name === "ours" ? ours : reference(await load())
  const passes = name === "ours" ? OUR_PASSES : REFERENCE_PASSES
  for (let i = 0; i < WARM_UPS; i++) round(compute, all, REFERENCE_PASSES)
  process.on("message", () => process.send?.(round(compute, all, passes)))
  process.send?.("ready")
}

async function start(name: string): Promise<{ round: () => Promise<number>; stop: () => void }> {
  const child = fork(__filename, [name])
  await once(child, "message")
  return {
    round: async () => {
      child.send("round")
      const [ms] = (await once(child, "message")) as [number]
      return ms
    },
    stop: () => child.kill(),
  }
}

async function main(): Promise<void> {
  compare(reference(await load()), events())
  const sides = [await start("ours"), await start("reference")]
  const times: [number[], number[]] = [[], []]
  for (let i = 0; i < ROUNDS; i++) for (const which of [0, 1]) times[which].push(await sides[which].round())
  sides.forEach(({ stop }) => stop())
  const [mine, other] = times.map((one) => one.sort((a, b) => a - b))
  const [median, ref] = [quantile(mine, 0.5), quantile(other, 0.5)]
  console.log(`${CASES} events, ${ROUNDS} rounds, every result equal`)
  console.log(`ours ${perSecond(median)} a second, temporal-polyfill ${perSecond(ref)} a second (medians)`)
  console.log(
    `bench law.withdrawal-period ratio=${(ref / median).toFixed(1)} ref=${ref.toFixed(2)} median=${median.toFixed(3)} p95=${quantile(mine, 0.95).toFixed(3)}`,
  )
}

function perSecond(ms: number): string {
  return Math.round(1_000_000 / ms).toLocaleString("en")
}

;(process.argv[2] ? side(process.argv[2]) : main()).catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
