import { type CivilDate, toDay } from "./foundations/civil-date"
import { frozen, frozenCopy } from "./foundations/frozen"
import { LawError, oneOf, trueOrFalse, wholeNumber } from "./foundations/law-error"
import { LABEL_LANGUAGES } from "./texts/languages"
import { checkRate, type LegalInterestRate } from "./late-payment/legal-interest-rates"

/**
 * Where the texts leave a choice, the choice is an option with a stated default, named after its point (U1 … U22).
 * Two kinds: a reading of the text, which a lawyer may change; and a value that no text read gives (U3, U13, U14, U17).
 * `uncertain-points.ts` says for each point what is uncertain and which option answers it.
 */
export type LawOptions = {
  /** U1. Countries whose shops show the harmonised notice from another day than 2026-09-27, or never (null). Default none: shown everywhere, before transposition in France. */
  readonly u1HarmonisedNotice: Readonly<Record<string, CivilDate | null>>
  /** U2. Months added to the guarantee by a repair (L217-13 says six; Directive 2024/1799 says twelve). Default 6. */
  readonly u2RepairExtensionMonths: 6 | 12
  /** U2. Whether each repair adds them, or only the first. Default "each" (for the consumer). */
  readonly u2RepairExtension: "each" | "once"
  /** U3. Legal interest rates that the merchant adds or corrects, by semester; they win over the table. Default none. */
  readonly u3LegalInterestRates: readonly LegalInterestRate[]
  /** U4. Whether leaving out the online function alone extends the period by twelve months (L221-20). Default true. */
  readonly u4MissingFunctionExtends: boolean
  /** U5. Acknowledgement « dans un délai raisonnable » (D221-5): read with the directive as "without undue delay", or as it stands. Default "strict". */
  readonly u5Reading: "strict" | "french"
  /** U6. Whether periods of the consumer (return of goods) end on a working day. Default true. */
  readonly u6RollConsumerPeriods: boolean
  /** U6. Whether periods of the trader (refund) end on a working day. Default false: strict. */
  readonly u6RollTraderPeriods: boolean
  /** U7. Legal interest of the first ten days: by the day, or the yearly rate flat. Default "proRata". */
  readonly u7FirstBracket: "proRata" | "flat"
  /** U7. Bracket of days 10, 20, 30, 60 and 90 themselves. Default "lower" (day 10 still owes legal interest). */
  readonly u7BoundaryDay: "lower" | "upper"
  /** U7. Whether a new month counts when it starts or when it is over. Default "started". */
  readonly u7NewMonth: "started" | "completed"
  /** U7. What bounds the five-point steps: the price of the product, or all sums due. Default "productPrice". */
  readonly u7Cap: "productPrice" | "sumsDue"
  /** U7. Days that divide a yearly rate: always 365, or 366 in leap years. Default 365. */
  readonly u7YearBasis: 365 | 366
  /** U8. Diminished value: claimed apart from the refund, or set off by a documented decision. Default "claimApart". */
  readonly u8DiminishedValue: "claimApart" | "setOff"
  /** U9. Delivery refunded on a partial withdrawal. Default "prorata". */
  readonly u9PartialDelivery: "prorata" | "difference" | "full"
  /** U9. Lost advantage (gift, threshold discount, free delivery): never taken back, or when the terms of sale say so. Default "never". */
  readonly u9LostAdvantage: "never" | "whenStatedInTerms"
  /** U10. Holidays that extend a period: of all territories given (delivery and trader), or of the first one only. Default "union". */
  readonly u10Holidays: "union" | "delivery"
  /** U10. Clock that ends the period: the later of the delivery territory and Paris, or the delivery territory alone. Default "later". */
  readonly u10Clock: "later" | "delivery"
  /** U10. Whether Good Friday counts in all communes of Alsace-Moselle. Default true. */
  readonly u10GoodFriday: boolean
  /** U10. Abolition day of Saint-Martin: 27 May (the code), 28 May (local use since 2018), or both. Default "both". */
  readonly u10SaintMartin: "both" | "27" | "28"
  /** U10. Local days off (« chômés ») that also extend a period. Default none. */
  readonly u10LocalDaysOff: readonly CivilDate[]
  /** U11. Information given inside the initial period: fourteen days from it (Directive 2011/83, art. 10(2)), or the initial end. Default "fourteenDays". */
  readonly u11InformedInside: "fourteenDays" | "initialEnd"
  /** U11. The twelve months run from the rolled end of the initial period, or from its nominal one. Default "rolled". */
  readonly u11TwelveMonthsFrom: "rolled" | "nominal"
  /** U12. Day to which the code was checked against Légifrance by the merchant's counsel. Default: the state that was read. */
  readonly u12CodeCheckedOn: CivilDate
  /** U13. Administrative fine of L242-13 in euros. Default 15 000 and 75 000. */
  readonly u13Fine: { readonly naturalPerson: number; readonly legalPerson: number }
  /** U14. Fines in euros whose amount no text read gives (L121-16, D211-2 to D211-4). Default null: shown as "fine" without amount. */
  readonly u14UnknownFine: { readonly naturalPerson: number; readonly legalPerson: number } | null
  /** U15. Limits that go with a password of CNIL case 2, and the shop's minimum length. Default: the stricter ones. */
  readonly u15Attempts: {
    readonly lockAfterFailures: number
    readonly delayAfterFailures: number
    readonly delaySeconds: number
    readonly attemptsPerDay: number
    readonly minimumLength: number
  }
  /** U17. Labels of the two functions that replace the table's, by language of the table (`es`). Default none. */
  readonly u17Labels: Readonly<Record<string, { readonly withdraw: string; readonly confirm: string }>>
  /** U18. Where the harmonised notice stands. Default "page": full artwork on a page linked from everywhere and in the confirmation. */
  readonly u18NoticePlacement: "page" | "modal" | "inline"
  /** U19. Orders that are archived: every one, or only from the threshold of D213-1. Default "every". */
  readonly u19ArchivedOrders: "every" | "fromThreshold"
  /** U20. The withdrawal function on orders where every line is excepted. Default "visible". */
  readonly u20FunctionWhenAllExcepted: "visible" | "hidden"
  /** U21. A consumer who wants to keep the goods after all: takes effect when the merchant agrees, or never. Default "whenMerchantAgrees". */
  readonly u21TakingBack: "whenMerchantAgrees" | "never"
  /** U22. One withdrawal of goods of which some left the trader and some never did: the whole refund may wait for those that left, or none of it. Default "mayWait": L221-24 knows one refund. */
  readonly u22PartNeverLeft: "mayWait" | "atOnce"
}

/** The handling that law.md, part C, gives to each point. */
export const DEFAULT_OPTIONS: LawOptions = frozen<LawOptions>({
  u1HarmonisedNotice: {},
  u2RepairExtensionMonths: 6,
  u2RepairExtension: "each",
  u3LegalInterestRates: [],
  u4MissingFunctionExtends: true,
  u5Reading: "strict",
  u6RollConsumerPeriods: true,
  u6RollTraderPeriods: false,
  u7FirstBracket: "proRata",
  u7BoundaryDay: "lower",
  u7NewMonth: "started",
  u7Cap: "productPrice",
  u7YearBasis: 365,
  u8DiminishedValue: "claimApart",
  u9PartialDelivery: "prorata",
  u9LostAdvantage: "never",
  u10Holidays: "union",
  u10Clock: "later",
  u10GoodFriday: true,
  u10SaintMartin: "both",
  u10LocalDaysOff: [],
  u11InformedInside: "fourteenDays",
  u11TwelveMonthsFrom: "rolled",
  u12CodeCheckedOn: "2026-04-03",
  u13Fine: { naturalPerson: 15_000, legalPerson: 75_000 },
  u14UnknownFine: null,
  u15Attempts: {
    lockAfterFailures: 10,
    delayAfterFailures: 5,
    delaySeconds: 60,
    attemptsPerDay: 25,
    minimumLength: 12,
  },
  u17Labels: {},
  u18NoticePlacement: "page",
  u19ArchivedOrders: "every",
  u20FunctionWhenAllExcepted: "visible",
  u21TakingBack: "whenMerchantAgrees",
  u22PartNeverLeft: "mayWait",
})

type Check = (value: never, field: string) => unknown

const words =
  <T extends string | number | boolean>(...accepted: T[]): ((value: T, field: string) => T) =>
  (value, field) =>
    oneOf(value, accepted, field)

const eachOf =
  <T>(check: (value: T, field: string) => unknown) =>
  (values: readonly T[], field: string): void => {
    if (!Array.isArray(values)) throw new LawError(field, "a list", values)
    values.forEach((value, index) => check(value, `${field}[${index}]`))
  }

const recordOf =
  <T>(check: (value: T, field: string) => unknown, named: (name: string, field: string) => unknown) =>
  (values: Readonly<Record<string, T>>, field: string): void => {
    if (typeof values !== "object" || values === null || Array.isArray(values)) {
      throw new LawError(field, "a table of named values", values)
    }
    for (const [name, value] of Object.entries(values)) {
      named(name, field)
      check(value, `${field}.${name}`)
    }
  }

const orNull =
  <T>(check: (value: T, field: string) => unknown) =>
  (value: T | null, field: string): void => {
    if (value !== null) check(value, field)
  }

const atLeast = (least: number) => (value: number, field: string) => wholeNumber(value, least, field)

const exactly =
  (fields: Readonly<Record<string, Check>>) =>
  (values: Readonly<Record<string, unknown>>, field: string): void => {
    for (const [name, check] of Object.entries(fields)) check(values?.[name] as never, `${field}.${name}`)
    for (const name of Object.keys(values)) oneOf(name, Object.keys(fields), field)
  }

function country(code: string, field: string): void {
  if (!/^[A-Z]{2}$/.test(code)) throw new LawError(field, "countries by their code of two capitals, such as FR", code)
}

function label(text: string, field: string): void {
  if (typeof text !== "string" || text.trim() === "") throw new LawError(field, "the words of the label", text)
}

const CHECKS: { readonly [Name in keyof LawOptions]: (value: LawOptions[Name], field: string) => unknown } = {
  u1HarmonisedNotice: recordOf(orNull(toDay), country),
  u2RepairExtensionMonths: words(6, 12),
  u2RepairExtension: words("each", "once"),
  u3LegalInterestRates: eachOf(checkRate),
  u4MissingFunctionExtends: trueOrFalse,
  u5Reading: words("strict", "french"),
  u6RollConsumerPeriods: trueOrFalse,
  u6RollTraderPeriods: trueOrFalse,
  u7FirstBracket: words("proRata", "flat"),
  u7BoundaryDay: words("lower", "upper"),
  u7NewMonth: words("started", "completed"),
  u7Cap: words("productPrice", "sumsDue"),
  u7YearBasis: words(365, 366),
  u8DiminishedValue: words("claimApart", "setOff"),
  u9PartialDelivery: words("prorata", "difference", "full"),
  u9LostAdvantage: words("never", "whenStatedInTerms"),
  u10Holidays: words("union", "delivery"),
  u10Clock: words("later", "delivery"),
  u10GoodFriday: trueOrFalse,
  u10SaintMartin: words("both", "27", "28"),
  u10LocalDaysOff: eachOf(toDay),
  u11InformedInside: words("fourteenDays", "initialEnd"),
  u11TwelveMonthsFrom: words("rolled", "nominal"),
  u12CodeCheckedOn: toDay,
  u13Fine: exactly({ naturalPerson: atLeast(0), legalPerson: atLeast(0) }),
  u14UnknownFine: orNull(exactly({ naturalPerson: atLeast(0), legalPerson: atLeast(0) })),
  u15Attempts: exactly({
    lockAfterFailures: atLeast(1),
    delayAfterFailures: atLeast(1),
    delaySeconds: atLeast(1),
    attemptsPerDay: atLeast(1),
    minimumLength: atLeast(1),
  }),
  u17Labels: recordOf(exactly({ withdraw: label, confirm: label }), (name, field) =>
    oneOf(name, LABEL_LANGUAGES, field),
  ),
  u18NoticePlacement: words("page", "modal", "inline"),
  u19ArchivedOrders: words("every", "fromThreshold"),
  u20FunctionWhenAllExcepted: words("visible", "hidden"),
  u21TakingBack: words("whenMerchantAgrees", "never"),
  u22PartNeverLeft: words("mayWait", "atOnce"),
}

/**
 * Options of a merchant: the defaults with his changes, each checked, frozen.
 * @throws LawError naming the option: an unknown name, or a value that is not one of its readings
 */
export function lawOptions(changes: Partial<LawOptions>): LawOptions {
  if (typeof changes !== "object" || changes === null || Array.isArray(changes)) {
    throw new LawError("options", 'changes by the name of the option, such as { u7NewMonth: "completed" }', changes)
  }
  for (const [name, value] of Object.entries(changes)) {
    if (!Object.hasOwn(CHECKS, name)) {
      throw new LawError("options", "the name of an option of LawOptions, such as u7NewMonth", name)
    }
    ;(CHECKS[name as keyof LawOptions] as Check)(value as never, name)
  }
  return frozenCopy({ ...DEFAULT_OPTIONS, ...changes })
}
