import type { Rule, RuleChange } from "./rule-types"
import type { Bilingual } from "./types"

export const NATURES = [
  "goods",
  "second_hand_goods",
  "goods_with_digital_elements",
  "digital_content",
  "service",
] as const
export type Nature = (typeof NATURES)[number]

export const EXTRA_KINDS = [
  "gift_wrap",
  "insurance",
  "priority_handling",
  "donation",
  "extended_guarantee",
  "other",
] as const
export type ExtraKind = (typeof EXTRA_KINDS)[number]

/** The form of what is said of a product or a category, as typed. */
export type RuleForm = {
  readonly nature: Nature
  readonly exception: number | null
  readonly characteristics: Bilingual
  readonly functionality: Bilingual
  /** Empty: none, or not known. */
  readonly months: string
  readonly guarantor: string
  readonly terms: Bilingual
  readonly spareYears: string
  readonly extra: ExtraKind | null
  readonly extraName: Bilingual
  readonly extraText: Bilingual
}

export type RuleField = "characteristics" | "functionality" | "guarantee" | "spareParts" | "extra"

const NONE: Bilingual = { fr: "", en: "" }

type Information = {
  nature: Nature
  characteristics?: Bilingual
  functionality?: Bilingual
  commercialGuarantee?: { months: number; guarantor: string; terms: Bilingual }
  spareParts?: { years: number | null }
}
type Extra = { kind: ExtraKind; name: Bilingual; text?: Bilingual }

/** The form as the rules fill it. */
export function formOf(rules: readonly Rule[]): RuleForm {
  const value = <T>(kind: Rule["kind"]) => rules.find((rule) => rule.kind === kind)?.value as T | undefined
  const information = value<Information>("information")
  const guarantee = information?.commercialGuarantee
  const extra = value<Extra>("extra")
  return {
    nature: information?.nature ?? "goods",
    exception: value<{ number: number }>("exception")?.number ?? null,
    characteristics: information?.characteristics ?? NONE,
    functionality: information?.functionality ?? NONE,
    months: guarantee ? String(guarantee.months) : "",
    guarantor: guarantee?.guarantor ?? "",
    terms: guarantee?.terms ?? NONE,
    spareYears: String(information?.spareParts?.years ?? ""),
    extra: extra?.kind ?? null,
    extraName: extra?.name ?? NONE,
    extraText: extra?.text ?? NONE,
  }
}

/** What keeps a form from being saved: texts that are there in one language alone, a guarantee or an extra half said. */
export function wrongFields(form: RuleForm): Set<RuleField> {
  const wrong = new Set<RuleField>()
  if (isHalf(form.characteristics)) wrong.add("characteristics")
  if (isHalf(form.functionality)) wrong.add("functionality")
  const guarantee = [form.months, form.guarantor, form.terms.fr, form.terms.en].map((text) => text.trim() !== "")
  if (guarantee.includes(true) && (guarantee.includes(false) || !isNumber(form.months, 1, 600))) wrong.add("guarantee")
  if (form.spareYears.trim() !== "" && !isNumber(form.spareYears, 0, 99)) wrong.add("spareParts")
  if (form.extra && (isEmpty(form.extraName) || isHalf(form.extraName) || isHalf(form.extraText))) wrong.add("extra")
  return wrong
}

/** What must be set and removed, so that the rules say what the form says. Goods of which nothing is said need no rule. */
export function changesOf(form: RuleForm, rules: readonly Rule[]): RuleChange[] {
  const wanted = { exception: exceptionOf(form), information: informationOf(form), extra: extraOf(form) }
  return (["exception", "information", "extra"] as const).flatMap((kind): RuleChange[] => {
    const standing = rules.find((rule) => rule.kind === kind)
    const value = wanted[kind]
    if (value === null) return standing ? [{ remove: standing.id }] : []
    return standing && isSame(standing.value, value) ? [] : [{ kind, value }]
  })
}

function exceptionOf({ exception }: RuleForm): object | null {
  return exception === null ? null : { number: exception }
}

function informationOf(form: RuleForm): object | null {
  const said = {
    ...(isEmpty(form.characteristics) ? {} : { characteristics: trimmed(form.characteristics) }),
    ...(isEmpty(form.functionality) ? {} : { functionality: trimmed(form.functionality) }),
    ...(form.months.trim() === ""
      ? {}
      : {
          commercialGuarantee: {
            months: Number(form.months),
            guarantor: form.guarantor.trim(),
            terms: trimmed(form.terms),
          },
        }),
    ...(form.spareYears.trim() === "" ? {} : { spareParts: { years: Number(form.spareYears) } }),
  }
  if (form.nature === "goods" && Object.keys(said).length === 0) return null
  return { nature: form.nature, ...said }
}

function extraOf({ extra, extraName, extraText }: RuleForm): object | null {
  if (!extra) return null
  return { kind: extra, name: trimmed(extraName), ...(isEmpty(extraText) ? {} : { text: trimmed(extraText) }) }
}

function isEmpty({ fr, en }: Bilingual): boolean {
  return fr.trim() === "" && en.trim() === ""
}

function isHalf(text: Bilingual): boolean {
  return (text.fr.trim() === "") !== (text.en.trim() === "")
}

function trimmed({ fr, en }: Bilingual): Bilingual {
  return { fr: fr.trim(), en: en.trim() }
}

function isNumber(text: string, least: number, most: number): boolean {
  const number = Number(text)
  return /^\d+$/.test(text.trim()) && number >= least && number <= most
}

/** Members in any order: the database keeps none. */
function isSame(one: unknown, other: unknown): boolean {
  const sorted = (value: unknown): unknown =>
    typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, part]) => [key, sorted(part)]),
        )
      : value
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}
