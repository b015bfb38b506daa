import type { ArticleId } from "../articles"
import { type CivilDate, toDay } from "../foundations/civil-date"
import { LawError, oneOf, trueOrFalse } from "../foundations/law-error"
import { type Amount, EUR } from "../foundations/money"
import type { Locale } from "../foundations/reason"
import { statutoryText } from "./library"
import { NOTICE_PASSAGES, type NoticePassages } from "./notice-passages"

/** Which passage (1) fits: conclusion of the contract, the good, the last good, lot or piece, the first good. */
export type NoticeStart = keyof NoticePassages["start"]

export type NoticeChoices = {
  readonly locale: Locale
  /** Day of the contract: selects the version of the notice. */
  readonly concludedOn: CivilDate
  readonly start: NoticeStart
  /** (2) Name, geographical address, telephone and e-mail of the trader, in one line. */
  readonly trader: string
  /** (3) Address of the online withdrawal function; due for contracts from 19 June 2026 on. */
  readonly onlineFunction?: string
  /** (3) Address where the model form can be filled in and sent, where the trader offers it besides. */
  readonly onlineForm?: string
  /** (4), (5) Return of goods; absent for services and digital content. */
  readonly goods?: {
    readonly collectedByTrader: boolean
    /** Name and address of another person who takes the goods back. */
    readonly returnTo?: string
    readonly cost: "trader" | "consumer" | { readonly amount: Amount } | { readonly atMost: Amount }
  }
  /** (6) Services that may begin during the period. */
  readonly service?: boolean
}

export type CompletedNotice = {
  readonly paragraphs: readonly string[]
  /** Version of the notice, and of its passages. */
  readonly from: CivilDate
  /** Passages that the choices need and whose words are not kept here: the notice is not complete without them. */
  readonly missing: readonly string[]
  readonly articles: readonly ArticleId[]
}

/**
 * The model notice filled in: R221-3 lets the trader inform with it « dûment complété ».
 * @throws LawError naming the field: an empty trader, no address of the online function where it is due, no version for
 *   the language on that day
 */
export function completeNotice(choices: NoticeChoices): CompletedNotice {
  toDay(choices.concludedOn, "concludedOn")
  const body = statutoryText("modelNotice", choices.locale, choices.concludedOn)
  const passages = passagesOn(choices.locale, choices.concludedOn)
  if (body.paragraphs === null || !passages) {
    throw new LawError("concludedOn", "a day on which a notice in this language is kept", choices.concludedOn)
  }
  const missing: string[] = []
  const take = (name: string, passage: string | null): string => {
    if (passage === null) missing.push(name)
    return passage ?? ""
  }
  if (choices.start !== "contract" && !choices.goods) {
    throw new LawError("goods", "how the goods come back: the period runs from their reception", choices.goods)
  }
  const start = passages.start[oneOf(choices.start, Object.keys(passages.start) as NoticeStart[], "start")]
  const replaced: Readonly<Record<string, string>> = {
    "1": start.replace(/\.$/, ""),
    "2": `(${text(choices.trader, "trader")})`,
    "3": join(onlinePassages(choices, passages, take)),
    "4":
      choices.goods && !trueOrFalse(choices.goods.collectedByTrader, "goods.collectedByTrader")
        ? passages.deferral
        : "",
    "5": choices.goods ? join(goodsPassages(choices.goods, passages, take)) : "",
    "6": trueOrFalse(choices.service ?? false, "service")
      ? servicesOnly(take("serviceBegun", passages.serviceBegun))
      : "",
  }
  return {
    paragraphs: body.paragraphs.map((paragraph) => fill(paragraph, replaced)).filter((paragraph) => paragraph !== ""),
    from: passages.from > body.from ? passages.from : body.from,
    missing,
    articles: body.articles,
  }
}

function passagesOn(locale: Locale, on: CivilDate): NoticePassages | undefined {
  const day = toDay(on, "concludedOn")
  return NOTICE_PASSAGES.filter((one) => one.locale === locale && toDay(one.from, "from") <= day).at(-1)
}

function onlinePassages(
  choices: NoticeChoices,
  passages: NoticePassages,
  take: (name: string, passage: string | null) => string,
): string[] {
  const due = passages.onlineFunction !== null
  return [
    due ? slot(passages.onlineFunction as string, text(choices.onlineFunction, "onlineFunction")) : "",
    choices.onlineForm === undefined
      ? ""
      : slot(take("onlineForm", passages.onlineForm), text(choices.onlineForm, "onlineForm")),
  ]
}

function goodsPassages(
  goods: NonNullable<NoticeChoices["goods"]>,
  passages: NoticePassages,
  take: (name: string, passage: string | null) => string,
): string[] {
  return [
    goods.collectedByTrader
      ? sentence(take("traderCollects", passages.traderCollects))
      : returnTo(passages.consumerSends, goods.returnTo),
    cost(goods.cost, passages, take),
    passages.diminishedValue,
  ]
}

/** The passage names another person, after "or", only where there is one. */
function returnTo(passage: string, person: string | undefined): string {
  if (person === undefined)
    return passage.replace(/(?<=, à nous-mêmes) ou à \.\.\. \[[^\]]*\]/, ",").replace(" or …", "")
  return passage.replace(/\.\.\. \[[^\]]*\]|…/, () => text(person, "goods.returnTo"))
}

/** « [supprimer les mentions inutiles] »: a shop supplies services, not water, gas, electricity or district heating. */
function servicesOnly(passage: string): string {
  return passage.replace(/ ou la fourniture d'eau[^\]]*\]/, "")
}

function cost(
  choice: NonNullable<NoticeChoices["goods"]>["cost"],
  passages: NoticePassages,
  take: (name: string, passage: string | null) => string,
): string {
  if (choice === "trader") return take("traderBearsCost", passages.traderBearsCost)
  if (choice === "consumer") return passages.consumerBearsCost
  if (typeof choice === "object" && choice !== null && "amount" in choice) {
    return amount(take("costAmount", passages.costAmount), choice.amount, "goods.cost.amount")
  }
  if (typeof choice === "object" && choice !== null && "atMost" in choice) {
    return amount(take("costEstimate", passages.costEstimate), choice.atMost, "goods.cost.atMost")
  }
  throw new LawError("goods.cost", '"trader", "consumer", { amount } or { atMost } in euros', choice)
}

function amount(passage: string, euros: Amount, field: string): string {
  const written = EUR.write(EUR.read(euros, field)).replace(".", ",")
  return passage.replace(/\.\.\. EUR \[[^\]]*\]/, () => `${written} EUR`)
}

function slot(passage: string, value: string): string {
  return passage.replace(/\[[^\]]*\]/, () => value)
}

function sentence(passage: string): string {
  return passage === "" || passage.endsWith(".") ? passage : `${passage}.`
}

function join(passages: readonly string[]): string {
  return passages.filter((passage) => passage !== "").join(" ")
}

/**
 * Puts the passages in the place of their markers, all at once, so that what was inserted is never read again. Where a
 * marker stands before a full stop, (3) and (4) become sentences after it.
 */
function fill(paragraph: string, replaced: Readonly<Record<string, string>>): string {
  return paragraph
    .replace(/( ?)[([]([1-6])[)\]](\.?)/g, (_, space: string, marker: string, stop: string) => {
      const passage = replaced[marker]
      if (passage === "") return stop
      return stop === "." && (marker === "3" || marker === "4") ? `. ${passage}` : `${space}${passage}${stop}`
    })
    .trim()
}

function text(value: string | undefined, field: string): string {
  if (typeof value !== "string" || value.trim() === "") throw new LawError(field, "the words to insert", value)
  return value.trim()
}

/**
 * The passage (1) that fits an order (R221-3, instruction (1)). Where it is not known whether the order will travel in
 * several parcels, the last good is taken: later, and so safe for the consumer.
 * @throws LawError naming `contract` or `parcels`
 */
export function noticeStart(order: {
  readonly contract: "goods" | "regularDeliveries" | "service" | "digitalContent"
  /** One parcel, several goods apart, one good in several lots; absent: not known yet. */
  readonly parcels?: "one" | "severalGoods" | "lotsOfOneGood"
}): NoticeStart {
  const contract = oneOf(
    order.contract,
    ["goods", "regularDeliveries", "service", "digitalContent"] as const,
    "contract",
  )
  if (contract === "regularDeliveries") return "firstGood"
  if (contract !== "goods") return "contract"
  const parcels = oneOf(order.parcels ?? "severalGoods", ["one", "severalGoods", "lotsOfOneGood"] as const, "parcels")
  return ({ one: "good", severalGoods: "lastGood", lotsOfOneGood: "lastLot" } as const)[parcels]
}
