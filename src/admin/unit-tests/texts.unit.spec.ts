import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { en as lettersEn } from "../../letters/texts/en"
import { fr as lettersFr } from "../../letters/texts/fr"
import { TROUBLES } from "../../modules/hamon/troubles"
import { en as pagesEn } from "../../pages/texts/en"
import { fr as pagesFr } from "../../pages/texts/fr"
import adminEn from "../i18n/en.json"
import adminFr from "../i18n/fr.json"
import { DECLINE_BASES, DESK_ACTS, LINE_BASES, LOOKED_AT, NEXT_THINGS, TIMELINE_CODES } from "../lib/desk"
import { HINTED_PARTS, MERCHANT_PLACES, MERCHANT_SECTIONS, partOf } from "../lib/merchant/fields"
import { DUTY_STATES } from "../lib/merchant/types"
import { PROOF_KINDS } from "../lib/proof-kinds"
import { EXTRA_KINDS, NATURES } from "../lib/rule-form"
import {
  CHANNELS,
  FLAGS,
  PHASES,
  DISPUTE_STATUSES,
  GOODS_STATES,
  PAID_MEANS,
  UPLOAD_PURPOSES,
  WITHDRAWAL_STATUSES,
  WITHDRAWAL_VIEWS,
} from "../lib/types"

const SRC = path.join(__dirname, "../..")
const WITHDRAWAL = "modules/hamon/models/withdrawal.ts"
const RULES = "modules/hamon/catalogue-rules.ts"

/** Words of the domain that end a key written `t(`family.${word}`)`: read where the server says them, never copied. */
const FAMILIES: Record<string, readonly string[]> = {
  "status.*": listed(WITHDRAWAL, "WITHDRAWAL_STATUSES"),
  "assurance.*": listed(WITHDRAWAL, "ASSURANCES"),
  "phase.*": listed(WITHDRAWAL, "PHASES"),
  "channel.*": listed(WITHDRAWAL, "CHANNELS"),
  "scope.*": matches("modules/hamon/types/withdrawal.ts", /readonly scope: (.+)/, /"(\w+)"/g),
  "flag.*": flags(),
  "flagHelp.*": flags(),
  "decision.*": column("modules/hamon/models/withdrawal-line.ts", "decision"),
  "receptionSource.*": column("modules/hamon/models/reception.ts", "source"),
  "proofKind.*": PROOF_KINDS,
  "refundState.*": listed("modules/hamon/models/refund.ts", "REFUND_STATES"),
  "refundKind.*": column("modules/hamon/models/refund.ts", "kind"),
  "arrival.*": column("modules/hamon/models/refund.ts", "provider_status"),
  "paidMeans.*": paidMeans(),
  "paidMeansHelp.*": paidMeans(),
  "paidError.*": matches("admin/components/record-paid-form.tsx", /const wrong = \{(.+?)\n {2}\}/s, /^ {4}(\w+):/gm),
  "trouble.*": Object.keys(TROUBLES),
  "disputeStatus.*": listed("modules/hamon/models/dispute.ts", "DISPUTE_STATUSES"),
  "letterState.*": listed("modules/hamon/models/letter.ts", "LETTER_STATES"),
  "letterKind.*": matches("modules/hamon/operations/letters.ts", /LETTER_TEMPLATES = \{(.+?)\}/s, /(\w+):/g),
  "sweeper.*": sweepers(),
  "conformity.state.*": listed("conformity/row.ts", "ROW_STATES"),
  "information.natures.*": listed(RULES, "NATURES"),
  "information.extraKinds.*": listed(RULES, "EXTRA_KINDS"),
  "information.intro.*": ["product", "category"],
  "information.language.*": ["fr", "en"],
  "information.error.*": matches("admin/lib/rule-form.ts", /type RuleField = (.+)/, /"(\w+)"/g),
  // One that waits has buttons instead of a word, and what left the order is not shown.
  "extras.state.*": column("modules/hamon/models/unchosen-extra.ts", "state").filter(
    (state) => state !== "open" && state !== "gone",
  ),
  "merchant.section.*": MERCHANT_SECTIONS,
  "merchant.state.*": DUTY_STATES,
  "merchant.part.*": Object.values(MERCHANT_PLACES).flatMap((places) =>
    places.flatMap(({ fields }) => fields.map(partOf)),
  ),
  "merchant.hint.*": HINTED_PARTS,
  "merchant.language.*": ["fr", "en"],
  "desk.view.*": WITHDRAWAL_VIEWS,
  "desk.next.*": NEXT_THINGS,
  "desk.outcome.*": listed(WITHDRAWAL, "OUTCOMES"),
  "desk.surcharge.*": ["accruing", "fixed", "rate_missing", "sum_unknown"],
  "desk.timeline.*": [...TIMELINE_CODES, ...evidenceOfDeclarations()],
  "desk.act.*.button": DESK_ACTS,
  "desk.act.*.title": DESK_ACTS,
  "desk.act.*.legal": DESK_ACTS,
  "desk.act.*.save": DESK_ACTS,
  "desk.act.*.done": DESK_ACTS,
  "desk.basis.*": DECLINE_BASES,
  "desk.lookedAt.*": LOOKED_AT,
  "files.purpose.*": listed("modules/hamon/models/upload.ts", "UPLOAD_PURPOSES"),
  "means.choice.*": matches(
    "api/admin/hamon/desk-validators.ts",
    /NoteMeans = .+?means: z\.enum\(\[(.+?)\]/s,
    /"(\w+)"/g,
  ),
  "refunds.byHand.*": ["means", "credit", "surcharge"],
  "desk.goods.*": GOODS_STATES,
  "desk.deductionState.*": listed("modules/hamon/models/deduction.ts", "DEDUCTION_STATES"),
  "desk.channel.*": ["post", "phone", "email"],
  "clock.*.label": clocks(),
  "clock.*.due": clocks(),
  "clock.*.met": clocks(),
  "clock.*.none": clocks(),
  "clock.*.state.*": clocks().flatMap((kind) =>
    column("modules/hamon/models/deadline.ts", "state").map((state) => `${kind}|${state}`),
  ),
}

describe("texts of the admin", () => {
  it("says the same things in French and in English", () => {
    expect(paths(adminFr)).toEqual(paths(adminEn))
  })

  it.each(Object.entries({ fr: adminFr, en: adminEn }))("has no empty text in %s", (_, texts) => {
    expect(emptyTexts(texts)).toEqual([])
  })

  it("fills the same places in both languages", () => {
    expect(places(adminFr, /\{\{\w+\}\}/g)).toEqual(places(adminEn, /\{\{\w+\}\}/g))
  })

  it("keeps French punctuation on its line", () => {
    const loose = leaves(adminFr).filter(([, text]) => /(^|[^\u00a0]) [:;?!»]|«[^\u00a0]|[^\s\u00a0][;?!»]/.test(text))
    expect(loose).toEqual([])
  })

  it("has every word of the domain that the interface may have to say", () => {
    const unnamed = usedKeys().filter((key) => key.includes("*") && !(key in FAMILIES))
    expect(unnamed).toEqual([])
    expect(Object.entries(FAMILIES).filter(([, words]) => words.length === 0)).toEqual([])
  })

  it("says every trouble of the machine in both languages, with the facts that the server gives", () => {
    const facts = places(TROUBLES, /(?<=\{)\w+(?=\})/g)
    expect(places(adminFr.trouble, /(?<=\{\{)\w+(?=\}\})/g)).toEqual(facts)
    expect(places(adminEn.trouble, /(?<=\{\{)\w+(?=\}\})/g)).toEqual(facts)
  })

  it("offers every status in the filters of the lists, and every means in the form", () => {
    expect(WITHDRAWAL_STATUSES).toEqual(FAMILIES["status.*"])
    expect(FLAGS).toEqual(FAMILIES["flag.*"])
    expect(PHASES).toEqual(FAMILIES["phase.*"])
    expect(CHANNELS).toEqual(FAMILIES["channel.*"])
    expect(DISPUTE_STATUSES).toEqual(FAMILIES["disputeStatus.*"])
    expect(PAID_MEANS).toEqual(paidMeans())
    expect(UPLOAD_PURPOSES).toEqual(FAMILIES["files.purpose.*"])
    expect(LOOKED_AT).toEqual(listed("modules/hamon/operations/look-at.ts", "LOOKED_AT"))
    expect(LINE_BASES).toEqual(listed("modules/hamon/operations/decisions.ts", "LINE_BASES"))
    expect(NATURES).toEqual(FAMILIES["information.natures.*"])
    expect(EXTRA_KINDS).toEqual(FAMILIES["information.extraKinds.*"])
  })

  it.each(Object.entries({ fr: adminFr, en: adminEn }))(
    "says of every act in %s what follows in law, by article",
    (_, texts) => {
      const acts = Object.entries(texts.desk.act).map(([act, { legal }]) => [act, legal])
      const others = {
        ...{
          match: texts.match.legal,
          refund: texts.approve.legal,
          paid: texts.paid.legal,
          resend: texts.desk.resendLegal,
        },
        extra: texts.extras.refundMoves,
      }
      const said = [...acts, ...Object.entries(others)]
      expect(said.filter(([, sentence]) => !/[LRD]\d{3}-\d+/.test(sentence))).toEqual([])
    },
  )

  it("has every key that the interface uses, and no other", () => {
    // A key put together elsewhere would escape this test.
    expect(sources().filter((source) => /\bt\((?!\s*["`])/.test(source))).toEqual([])
    const wanted = usedKeys().flatMap((key) => (key.includes("*") ? expanded(key) : [key]))
    expect([...new Set(wanted)].sort()).toEqual(paths(adminFr))
  })
})

describe.each([
  ["letters", lettersFr, lettersEn],
  ["hosted pages", pagesFr, pagesEn],
])("texts of the %s", (_, fr, en) => {
  it("say the same things in French and in English", () => {
    expect(paths(fr)).toEqual(paths(en))
  })

  it("are never empty", () => {
    expect([...emptyTexts(fr), ...emptyTexts(en)]).toEqual([])
  })

  it("fill the same places in both languages", () => {
    expect(places(fr, /\{\w+\}/g)).toEqual(places(en, /\{\w+\}/g))
  })
})

/** Every text with its dotted path. A text that is no string has no place here, and shows as empty. */
function leaves(texts: object, at: readonly string[] = []): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    value !== null && typeof value === "object"
      ? leaves(value, [...at, key])
      : [[[...at, key].join("."), typeof value === "string" ? value : ""]],
  )
}

function paths(texts: object): string[] {
  return leaves(texts)
    .map(([key]) => key)
    .sort()
}

function emptyTexts(texts: object): string[] {
  return leaves(texts)
    .filter(([, text]) => text.trim() === "")
    .map(([key]) => key)
}

function places(texts: object, slot: RegExp): Record<string, string[]> {
  return Object.fromEntries(leaves(texts).map(([key, text]) => [key, (text.match(slot) ?? []).sort()]))
}

/** Keys in the sources of the admin; what is filled in at run time is written `*`. */
function usedKeys(): string[] {
  const keys = sources().flatMap((source) => [
    ...[...source.matchAll(/\bt\(\s*"([^"]+)"/g)].map(([, key]) => key),
    ...[...source.matchAll(/\bt\(\s*`([^`]+)`/g)].map(([, key]) => key.replace(/\$\{[^}]+\}/g, "*")),
    // The dashboard translates the label of a page itself.
    ...[...source.matchAll(/\blabel: "([a-z]\w*\.\w+)"/g)].map(([, key]) => key),
  ])
  return [...new Set(keys)].sort()
}

function sources(): string[] {
  return readdirSync(path.join(SRC, "admin"), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("unit-tests"))
    .map((file) => read(`admin/${file}`))
}

function expanded(family: string): string[] {
  return (FAMILIES[family] ?? []).map((words) => words.split("|").reduce((key, word) => key.replace("*", word), family))
}

function read(file: string): string {
  return readFileSync(path.join(SRC, file), "utf8")
}

/** The words of `const NAME = ["a", "b"] as const`. */
function listed(file: string, name: string): string[] {
  return matches(file, new RegExp(`const ${name} = \\[(.+?)\\]`, "s"), /"(\w+)"/g)
}

/** The words of a column `name: model.enum(["a", "b"])`. */
function column(file: string, name: string): string[] {
  return matches(file, new RegExp(`\\b${name}: model\\.enum\\(\\[(.+?)\\]`, "s"), /"(\w+)"/g)
}

function matches(file: string, within: RegExp, word: RegExp): string[] {
  return [...(within.exec(read(file))?.[1] ?? "").matchAll(word)].map(([, found]) => found)
}

/** What the door takes as means of a refund that was paid otherwise. */
function paidMeans(): string[] {
  return matches("api/admin/hamon/validators.ts", /RecordRefundPaid = .+?means: z\.enum\(\[(.+?)\]/s, /"(\w+)"/g)
}

function clocks(): string[] {
  return listed("modules/hamon/models/deadline.ts", "DEADLINE_KINDS")
}

/** What happens to a declaration, as its evidence names it. */
function evidenceOfDeclarations(): string[] {
  const folder = "modules/hamon/operations"
  const files = readdirSync(path.join(SRC, folder)).filter((file) => file.endsWith(".ts"))
  const kinds = files.flatMap((file) => [
    ...read(`${folder}/${file}`).matchAll(/"((?:withdrawal|refund|surcharge)\.\w+)"/g),
  ])
  return kinds.map(([, kind]) => kind.replaceAll(".", "_"))
}

/** What matching writes into `flags`. */
function flags(): string[] {
  return [...listed(WITHDRAWAL, "FLAGS")]
}

function sweepers(): string[] {
  const folder = "workflows/sweeps"
  return readdirSync(path.join(SRC, folder)).flatMap((file) =>
    [...read(`${folder}/${file}`).matchAll(/runSweep\(\s*container,\s*"([\w-]+)"/g)].map(([, id]) => id),
  )
}
