import { type CivilDate, type Day, toDay } from "../foundations/civil-date"
import { LawError, oneOf } from "../foundations/law-error"

/** Something that happened to a good during its guarantee. */
export type GuaranteeEvent = {
  /** Day the defect appeared. Default: the day of the request. */
  readonly defectOn?: CivilDate
} & (
  | /**
     * Repair under the guarantee. The good is immobilised from the request, or from its hand-over where that is better for
     * the consumer, to its return (L217-28).
     */
    { readonly kind: "repair"; readonly requestedOn: CivilDate; readonly returnedOn: CivilDate }
    /** The consumer chose repair; the seller replaced instead (L217-13, al. 2): a new guarantee runs from the delivery. */
  | { readonly kind: "imposedReplacement"; readonly requestedOn: CivilDate; readonly deliveredOn: CivilDate }
  /** Replacement that the consumer chose: the time without the good suspends the guarantee. */
  | { readonly kind: "chosenReplacement"; readonly requestedOn: CivilDate; readonly deliveredOn: CivilDate }
  /** Talks towards an amicable settlement (L217-28, al. 3). */
  | { readonly kind: "negotiation"; readonly from: CivilDate; readonly until: CivilDate }
)

/** The days of an event, whatever its kind names them. */
export type EventDays = {
  readonly kind: GuaranteeEvent["kind"]
  readonly from: Day
  readonly to: Day
  readonly defect: Day
}

/** The names of the two days of each kind. */
const DAYS = {
  repair: ["requestedOn", "returnedOn"],
  imposedReplacement: ["requestedOn", "deliveredOn"],
  chosenReplacement: ["requestedOn", "deliveredOn"],
  negotiation: ["from", "until"],
} as const

/** @throws LawError naming the day that is missing, impossible or out of order */
export function readEvent(event: GuaranteeEvent, field: string): EventDays {
  const kind = oneOf(event?.kind, Object.keys(DAYS) as GuaranteeEvent["kind"][], `${field}.kind`)
  const dates = event as Readonly<Record<string, string>>
  const [first, second] = DAYS[kind]
  const from = toDay(dates[first], `${field}.${first}`)
  const to = toDay(dates[second], `${field}.${second}`)
  if (to < from) throw new LawError(`${field}.${second}`, `a date that is not before ${field}.${first}`, dates[second])
  const defect = event.defectOn === undefined ? from : toDay(event.defectOn, `${field}.defectOn`)
  if (defect > from)
    throw new LawError(`${field}.defectOn`, `a date that is not after ${field}.${first}`, event.defectOn)
  return { kind, from, to, defect }
}
