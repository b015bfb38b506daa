import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import path from "node:path"
import {
  completeNotice,
  FUNCTION_LABELS,
  functionLabels,
  harmonisedNotice,
  lawOptions,
  type NoticeChoices,
  noticeStart,
  ORDER_BUTTON,
  orderButton,
  statutoryText,
} from ".."
import { LABEL_LANGUAGES } from "../texts/languages"
import { STATUTORY_TEXT_IDS, STATUTORY_TEXTS } from "../texts/library"
import { NOTICE_PASSAGES } from "../texts/notice-passages"

const fixture = (name: string): string => readFileSync(path.join(__dirname, "fixtures", name), "utf8")
const official = fixture("official-texts.md")
const code = fixture("code-consommation.md")

/** Paragraphs of the n-th block quotation after a heading; `\*` stands for `*`. */
function quotation(after: string, n = 0): string[] {
  const blocks: string[][] = []
  let open = false
  for (const line of official.slice(official.indexOf(after)).split("\n")) {
    if (line.startsWith("> ")) {
      if (!open) blocks.push([])
      blocks.at(-1)?.push(line.slice(2).replaceAll("\\*", "*"))
    }
    open = line.startsWith(">")
  }
  return blocks[n]
}

/** Paragraphs of a section of the code. */
function section(title: string): string[] {
  return code
    .split(`## ${title}\n`)[1]
    .split("\n## ")[0]
    .split("\n")
    .filter((line) => line.trim() !== "")
}

const paragraphs = (id: Parameters<typeof statutoryText>[0], locale: "fr" | "en" = "fr", on = "2026-11-22") =>
  statutoryText(id, locale, on).paragraphs

describe("statutory texts, character for character", () => {
  it("labels of the withdrawal and confirmation functions in 24 languages (D221-5, Directive 2011/83, art. 11a)", () => {
    const rows = official
      .slice(official.indexOf("### 10.3"))
      .split("\n")
      .filter((line) => /^\| [a-z]{2} \|/.test(line))
      .map((line) => line.split("|").map((cell) => cell.trim()))
      .map(([, locale, withdraw, confirm]) => [locale, { withdraw, confirm }])
    expect(rows).toHaveLength(24)
    expect(FUNCTION_LABELS).toEqual(Object.fromEntries(rows))
    expect(Object.keys(FUNCTION_LABELS)).toEqual([...LABEL_LANGUAGES])
  })

  it("model form in French: annex to R221-1", () => {
    expect(paragraphs("modelForm")).toEqual(section("Annexe à l'article R221-1"))
    expect(paragraphs("modelForm")).toEqual(quotation("### 3.4", 0))
  })

  it("model form in English: Directive 2011/83, annex I(B)", () => {
    expect(paragraphs("modelForm", "en")).toEqual(quotation("### 3.4", 1))
  })

  it("model notice in French: annex to R221-3, body and instructions", () => {
    const annex = section("Annexe à l'article R221-3")
    const at = annex.indexOf("Instructions à suivre pour remplir les informations :")
    expect(paragraphs("modelNotice")).toEqual(annex.slice(0, at))
    const instructions = annex.slice(at).join("\n")
    const french = NOTICE_PASSAGES.filter(({ locale, from }) => locale === "fr" && from < "2026-06-19")
    expect(french).toHaveLength(1)
    for (const passage of passagesOf(french[0])) expect(instructions).toContain(`" ${passage} "`)
  })

  it("model notice in French since 19 June 2026: instruction (3) with the online function (décret 2026-3, art. 7)", () => {
    const now = NOTICE_PASSAGES.filter(({ locale }) => locale === "fr").at(-1)
    expect(now?.from).toBe("2026-06-19")
    expect(official).toContain(`“ ${now?.onlineFunction} ”`)
    expect(official).toContain(`“ ${now?.onlineForm} ”`)
    expect(now?.onlineFunction).toContain("[insérer l'adresse du site internet ou une autre référence")
  })

  it("model notice in English: Directive 2011/83, annex I(A), two paragraphs and the passages that were read", () => {
    const quoted = quotation("### 3.4", 3)
    expect(paragraphs("modelNotice", "en")).toEqual(quoted.slice(0, 2))
    const english = NOTICE_PASSAGES.find(({ locale }) => locale === "en")
    const text = quoted[2]
    for (const passage of [
      english?.onlineFunction,
      english?.deferral,
      english?.consumerSends,
      english?.consumerBearsCost,
      english?.diminishedValue,
    ]) {
      expect(text).toContain(`« ${passage} »`)
    }
    const goods = english?.start.good.replace(/\.$/, "")
    expect(text).toContain(`« ${goods} / the last good / the last lot or piece / the first good »`)
    expect(english?.start).toEqual({
      contract: "of the conclusion of the contract.",
      good: `${goods}.`,
      lastGood: `${goods}.`.replace("the goods", "the last good"),
      lastLot: `${goods}.`.replace("the goods", "the last lot or piece"),
      firstGood: `${goods}.`.replace("the goods", "the first good"),
    })
    expect(text).toContain("« of the conclusion of the contract »")
  })

  it("guarantee boxes of D211-2 (goods) and D211-3 (digital)", () => {
    expect(paragraphs("guaranteeBoxGoods")).toEqual(quotation("**CGV box (D211-2)", 0))
    expect(paragraphs("guaranteeBoxDigital")).toEqual(section("Annexe à l'article D. 211-3 du code de la consommation"))
  })

  it("order button (L221-14)", () => {
    const words = /comporte la mention claire et lisible : (.*?) ou une formule analogue/.exec(
      section("L221-14").join(" "),
    )?.[1]
    expect(ORDER_BUTTON.fr.official?.toLowerCase()).toBe(words)
    expect(ORDER_BUTTON.en.official).toBe("Order with obligation to pay")
  })

  function passagesOf(passages: (typeof NOTICE_PASSAGES)[number]): string[] {
    const { start, onlineFunction: _, locale: __, from: ___, verbatim: ____, source: _____, ...others } = passages
    return [...Object.values(start), ...Object.values(others)].filter((one): one is string => one !== null)
  }
})

describe("texts are versioned and never edited in place", () => {
  it("each released version keeps its words (a change of law is a new version)", () => {
    const hash = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex")
    const texts = STATUTORY_TEXTS.map(({ id, locale, from, verbatim, paragraphs: words }) => [
      `${id} ${locale} ${from}`,
      { verbatim, sha256: hash(words) },
    ])
    const passages = NOTICE_PASSAGES.map(({ locale, from, verbatim, source: _, ...words }) => [
      `noticePassages ${locale} ${from}`,
      { verbatim, sha256: hash(words) },
    ])
    expect(Object.fromEntries([...texts, ...passages])).toMatchSnapshot()
  })

  it("the day of the contract selects the version; older ones are missing", () => {
    expect(statutoryText("modelForm", "fr", "2022-05-28")).toMatchObject({ from: "2022-05-28", verbatim: true })
    expect(statutoryText("modelForm", "fr", "2022-05-27").paragraphs).toBeNull()
    expect(statutoryText("modelNotice", "en", "2026-06-18").paragraphs).toBeNull()
    expect(statutoryText("modelNotice", "en", "2026-06-19").paragraphs).toHaveLength(2)
  })

  it("what no source gives word for word is a slot that says it is missing", () => {
    const missing = STATUTORY_TEXT_IDS.flatMap((id) =>
      (["fr", "en"] as const)
        .map((locale) => statutoryText(id, locale, "2026-11-22"))
        .filter((text) => text.paragraphs === null),
    )
    expect(missing).toMatchSnapshot()
  })

  it("where each text comes from", () => {
    expect(
      STATUTORY_TEXTS.map(({ id, locale, from, source, articles, verbatim }) => ({
        id,
        locale,
        from,
        source,
        articles,
        verbatim,
      })),
    ).toMatchSnapshot()
    expect(
      NOTICE_PASSAGES.map(({ locale, from, source, verbatim }) => ({ locale, from, source, verbatim })),
    ).toMatchSnapshot()
  })

  it("an unknown text, language or day is refused", () => {
    expect(() => statutoryText("terms" as "modelForm", "fr", "2026-11-22")).toThrow(/^id: "terms"/)
    expect(() => statutoryText("modelForm", "de" as "fr", "2026-11-22")).toThrow(
      /^locale: "de" is not accepted; give "fr" or "en"/,
    )
    expect(() => statutoryText("modelForm", "fr", "2026-11-31")).toThrow(/^on: /)
  })
})

describe("labels of a locale", () => {
  it("regional locales have the words of their language", () => {
    expect(functionLabels("fr_FR")).toEqual({
      withdraw: "Renoncer au contrat ici",
      confirm: "Confirmer la rétractation",
      locale: "fr",
      official: true,
      from: "2026-06-19",
      articles: ["D221-5", "L221-21"],
    })
    expect(functionLabels("DE-at").withdraw).toBe("Vertrag widerrufen")
  })

  it("U17: a merchant's own words replace them, and are not official", () => {
    const options = lawOptions({
      u17Labels: { nl: { withdraw: "Overeenkomst hier herroepen", confirm: "Herroeping bevestigen" } },
    })
    expect(functionLabels("nl", options)).toMatchObject({
      withdraw: "Overeenkomst hier herroepen",
      official: false,
      locale: "nl",
    })
    expect(functionLabels("fr", options).official).toBe(true)
  })

  it.each([["ar"], [""], ["constructor"], [undefined]])("%p has no official label: nothing is translated", (locale) => {
    expect(() => functionLabels(locale as string)).toThrow(/^locale: .* a language of the Union: fr, en, de, /)
  })
})

describe("R221-3: the notice filled in", () => {
  const choices: NoticeChoices = {
    locale: "fr",
    concludedOn: "2026-11-22",
    start: "lastGood",
    trader: "Atelier Sève, 4 rue des Tanneurs, 59000 Lille, 03 20 00 00 00, bonjour@example.test",
    onlineFunction: "https://shop.example.test/retractation",
    goods: { collectedByTrader: false, cost: "consumer" },
  }
  const whole = (changes: Partial<NoticeChoices>) => completeNotice({ ...choices, ...changes })

  it("in French, for goods that the consumer sends back at his cost", () => {
    expect(whole({})).toMatchSnapshot()
  })

  it("in French, every choice", () => {
    const variants = [
      whole({ start: "good", goods: { collectedByTrader: true, cost: "trader" } }),
      whole({
        start: "lastLot",
        goods: { collectedByTrader: false, returnTo: "Logis, 1 quai Nord, 76600 Le Havre", cost: { amount: "49.90" } },
      }),
      whole({ start: "firstGood", goods: { collectedByTrader: false, cost: { atMost: "120" } } }),
      whole({ start: "contract", goods: undefined, service: true }),
      whole({ onlineForm: "https://shop.example.test/formulaire" }),
      whole({
        concludedOn: "2026-06-18",
        onlineFunction: undefined,
        onlineForm: "https://shop.example.test/formulaire",
      }),
      whole({ concludedOn: "2026-06-18", onlineFunction: undefined }),
    ]
    expect(variants).toMatchSnapshot()
    for (const { paragraphs: words, missing } of variants) {
      expect(missing).toEqual([])
      expect(words.join("\n")).not.toMatch(/\(\d\)|\[|\]| {2}|\.\.\./)
    }
  })

  it("in English, and what is missing there says so", () => {
    const english = whole({ locale: "en" })
    expect(english).toMatchSnapshot()
    expect(english.missing).toEqual([])
    expect(english.paragraphs.join("\n")).not.toMatch(/\[|\]|«|…/)
    expect(whole({ locale: "en", goods: { collectedByTrader: true, cost: "trader" } }).missing).toEqual([
      "traderCollects",
      "traderBearsCost",
    ])
    expect(whole({ locale: "en", goods: { collectedByTrader: false, cost: { amount: "10.00" } } }).missing).toEqual([
      "costAmount",
    ])
    expect(whole({ locale: "en", goods: { collectedByTrader: false, cost: { atMost: "10.00" } } }).missing).toEqual([
      "costEstimate",
    ])
    expect(whole({ locale: "en", start: "contract", goods: undefined, service: true }).missing).toEqual([
      "serviceBegun",
    ])
    expect(whole({ locale: "en", onlineForm: "https://shop.example.test/form" }).missing).toEqual(["onlineForm"])
    const elsewhere = whole({
      locale: "en",
      goods: { collectedByTrader: false, returnTo: "Logis, Le Havre", cost: "consumer" },
    })
    expect(elsewhere.paragraphs[1]).toContain("or hand them over to us or Logis, Le Havre without undue delay")
  })

  it("words with special signs are inserted as they are", () => {
    const text = whole({ trader: "A $& B $1 (C)" }).paragraphs.join("\n")
    expect(text).toContain("nous notifier (A $& B $1 (C)) votre décision")
    const address = "https://shop.example.test/?etape=[2]&page=(1)  "
    expect(whole({ onlineFunction: address, trader: "A (3). B (4)." }).paragraphs.join("\n")).toContain(
      "en ligne sur https://shop.example.test/?etape=[2]&page=(1). Si vous",
    )
    expect(whole({ trader: "A (3). B (4)." }).paragraphs.join("\n")).toContain("(A (3). B (4).) votre décision")
  })

  it("what is missing is asked for by name", () => {
    expect(() => whole({ trader: " " })).toThrow(/^trader: " " is not accepted; give the words to insert/)
    expect(() => whole({ onlineFunction: undefined })).toThrow(/^onlineFunction: nothing/)
    expect(() => whole({ goods: undefined })).toThrow(/^goods: nothing .* how the goods come back/)
    expect(() => whole({ start: "never" as "good" })).toThrow(/^start: "never"/)
    expect(() => whole({ locale: "en", concludedOn: "2026-06-18" })).toThrow(/^concludedOn: "2026-06-18"/)
    expect(() => whole({ concludedOn: "soon" })).toThrow(/^concludedOn: "soon"/)
    expect(() => whole({ concludedOn: "2022-05-27" })).toThrow(
      /^concludedOn: .* a day on which a notice in this language is kept/,
    )
    const cost = (value: unknown) => () => whole({ goods: { collectedByTrader: false, cost: value as "trader" } })
    expect(cost("nobody")).toThrow(/^goods\.cost: "nobody"/)
    expect(cost(null)).toThrow(/^goods\.cost: null/)
    expect(cost({})).toThrow(/^goods\.cost: /)
    expect(cost({ amount: "-1" })).toThrow(/^goods\.cost\.amount: "-1"/)
    expect(cost({ atMost: 5 })).toThrow(/^goods\.cost\.atMost: 5/)
    expect(() => whole({ goods: { collectedByTrader: false, returnTo: "", cost: "consumer" } })).toThrow(
      /^goods\.returnTo/,
    )
    expect(() => whole({ goods: { cost: "consumer" } as unknown as NoticeChoices["goods"] })).toThrow(
      /^goods\.collectedByTrader/,
    )
    expect(() => whole({ service: "yes" as unknown as boolean })).toThrow(/^service/)
  })

  it("the passage (1) that fits an order; the last good when it is not known", () => {
    expect(noticeStart({ contract: "goods", parcels: "one" })).toBe("good")
    expect(noticeStart({ contract: "goods", parcels: "severalGoods" })).toBe("lastGood")
    expect(noticeStart({ contract: "goods", parcels: "lotsOfOneGood" })).toBe("lastLot")
    expect(noticeStart({ contract: "goods" })).toBe("lastGood")
    expect(noticeStart({ contract: "regularDeliveries" })).toBe("firstGood")
    expect(noticeStart({ contract: "service" })).toBe("contract")
    expect(noticeStart({ contract: "digitalContent" })).toBe("contract")
    expect(() => noticeStart({ contract: "gift" as "goods" })).toThrow(/^contract/)
    expect(() => noticeStart({ contract: "goods", parcels: "two" as "one" })).toThrow(/^parcels/)
  })
})

describe("L221-14: the order button", () => {
  it("the statutory words and known analogues are safe, ambiguous ones are refused, others are checked", () => {
    const verdicts = [
      "commande avec  obligation de paiement",
      " Payer",
      "Commander et payer",
      "Valider",
      "confirmer",
      "Commander",
      "Acheter",
    ]
    expect(verdicts.map((label) => orderButton(label, "fr").verdict)).toEqual([
      "safe",
      "safe",
      "safe",
      "refused",
      "refused",
      "refused",
      "toCheck",
    ])
    const english = ["order with obligation to pay", "Pay", "Place order", "Complete booking", "Continue"]
    expect(english.map((label) => orderButton(label, "en").verdict)).toEqual([
      "safe",
      "safe",
      "refused",
      "refused",
      "toCheck",
    ])
    expect(orderButton("Payer", "fr").articles).toEqual(["L221-14"])
    expect(["Payer", "Valider", "Acheter"].map((label) => orderButton(label, "fr").reason)).toMatchSnapshot()
  })

  it("no label and no language are refused by name", () => {
    expect(() => orderButton(" ", "fr")).toThrow(/^label: " " is not accepted; give the words on the button/)
    expect(() => orderButton(5 as unknown as string, "fr")).toThrow(/^label/)
    expect(() => orderButton("Payer", "de" as "fr")).toThrow(/^locale/)
  })
})

describe("U1, U18: the harmonised notice", () => {
  it("is shown everywhere from 27 September 2026 on, unless an option says otherwise", () => {
    expect(harmonisedNotice("FR", "2026-09-27")).toMatchObject({
      shown: true,
      placement: "page",
      articles: ["Dir. 2024/825"],
    })
    expect(harmonisedNotice("de", "2026-09-26").shown).toBe(false)
    const options = lawOptions({ u1HarmonisedNotice: { FR: "2027-01-01", BE: null }, u18NoticePlacement: "modal" })
    expect(harmonisedNotice("fr", "2026-12-31", options)).toMatchObject({ shown: false, placement: "modal" })
    expect(harmonisedNotice("FR", "2027-01-01", options).shown).toBe(true)
    expect(harmonisedNotice("BE", "2027-01-01", options).shown).toBe(false)
    expect(harmonisedNotice("DE", "2027-01-01", options).shown).toBe(true)
    expect([harmonisedNotice("FR", "2026-09-27").reason, harmonisedNotice("FR", "2026-09-26").reason]).toMatchSnapshot()
  })

  it.each([["FRA"], ["F1"], [""], [undefined]])("%p is no country", (country) => {
    expect(() => harmonisedNotice(country as string, "2026-11-22")).toThrow(/^country: .* two letters/)
  })
})
