import { type Bilingual, fineFor, LawError } from "../../law"
import { type Duty, type DutyState, merchantDuties } from "../../modules/hamon/merchant-duties"
import { admin, type Finding, type Row, type RowState, SETTINGS, type Subject } from "../row"

/** Who sells, on what terms, and whom customers reach (LCEN, art. 19; L111-1; L221-5): a row for each of the merchant's duties. */
export const profile: Subject = {
  id: "profile",
  title: { fr: "Qui vend, et à quelles conditions", en: "Who sells, and on what terms" },
  rows: ({ shop: { merchant }, terms }) => [
    published,
    ...merchantDuties(merchant?.content ?? null, { terms }).map((duty) => dutyRow(duty)),
  ],
}

const published: Row = {
  id: "profile_published",
  articles: ["LCEN art. 19", "L111-1", "L221-5"],
  title: { fr: "Identité du vendeur publiée", en: "Identity of the seller published" },
  fine: "L221-5",
  check: ({ shop: { merchant } }): Finding =>
    merchant
      ? {
          state: "met",
          sentence: {
            fr: `La version ${merchant.version} du profil est publiée : ${merchant.content.name}.`,
            en: `Version ${merchant.version} of the profile is published: ${merchant.content.name}.`,
          },
          place: admin(SETTINGS),
        }
      : {
          state: "missing",
          sentence: {
            fr: "Le profil du vendeur n'est pas publié : remplissez-le, puis publiez-le.",
            en: "The profile of the seller is not published: fill it in, then publish it.",
          },
          place: admin(SETTINGS),
        },
}

const SAID: Bilingual = { fr: "C'est dit.", en: "It is said." }

/** A duty as the settings page judges it: the same rules, on what is published. */
function dutyRow({ id, articles, title, place, weight, state, sentence }: Duty): Row {
  const found: Finding = {
    state: stateOf(state, weight),
    sentence: sentence ?? SAID,
    place: admin(`${SETTINGS}#${place}`),
  }
  return { id: `merchant.${id}`, articles, title, fine: sanctioned(articles), check: () => found }
}

/** What is only recommended makes no shop unlawful by its absence. */
function stateOf(state: DutyState, weight: Duty["weight"]): RowState {
  if (state === "wrong") return "missing"
  return state === "missing" && weight === "recommended" ? "at_risk" : state
}

/** The first article whose sanction is known; references name paragraphs too. */
function sanctioned(articles: readonly string[]): Row["fine"] {
  return articles.map((one) => one.split(",")[0] as NonNullable<Row["fine"]>).find(hasSanction)
}

function hasSanction(article: NonNullable<Row["fine"]>): boolean {
  try {
    return fineFor(article) !== null
  } catch (error) {
    if (error instanceof LawError) return false
    throw error
  }
}
