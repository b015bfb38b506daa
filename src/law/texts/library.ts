import type { ArticleId } from "../articles"
import { type CivilDate, toDay } from "../foundations/civil-date"
import { oneOf } from "../foundations/law-error"
import type { Bilingual, Locale } from "../foundations/reason"
import { GUARANTEE_BOXES } from "./guarantee-boxes.D211-2"
import { MODEL_FORM } from "./model-form.R221-1"
import { MODEL_NOTICE } from "./model-notice.R221-3"
import type { MissingText, StatutoryText, StatutoryTextId } from "./statutory-text"

/** Every statutory text kept here, all versions. */
export const STATUTORY_TEXTS: readonly StatutoryText[] = [...MODEL_FORM, ...MODEL_NOTICE, ...GUARANTEE_BOXES]

const OFFICIAL: Bilingual = {
  fr: "Texte officiel à déposer par le professionnel (Légifrance ou Journal officiel).",
  en: "Official text, to be supplied by the merchant (Légifrance or Official Journal).",
}

/** The slots, with what to do while their text is missing. */
const SLOTS: Readonly<Record<StatutoryTextId, { readonly articles: readonly ArticleId[]; readonly where: Bilingual }>> =
  {
    modelForm: { articles: ["R221-1"], where: OFFICIAL },
    modelNotice: { articles: ["R221-3"], where: OFFICIAL },
    guaranteeBoxGoods: { articles: ["D211-2"], where: OFFICIAL },
    guaranteeBoxPets: { articles: ["D211-2"], where: OFFICIAL },
    guaranteeBoxDigital: { articles: ["D211-3"], where: OFFICIAL },
    guaranteeBoxDigitalTerm: {
      articles: ["D211-4"],
      where: {
        fr: "Encadré à adapter à la durée de fourniture proposée ; texte officiel en annexe à l'article D211-4.",
        en: "Box to be adapted to the term of supply offered; official text in the annex to article D211-4.",
      },
    },
    harmonisedNotice: {
      articles: ["Dir. 2024/825"],
      where: {
        fr: "Visuel officiel de la Commission (règlement d'exécution (UE) 2025/1960, annexe I), à déposer sans modification.",
        en: "Official artwork of the Commission (Implementing Regulation (EU) 2025/1960, annex I), to be supplied unchanged.",
      },
    },
  }

/** The ids of all slots. */
export const STATUTORY_TEXT_IDS = Object.keys(SLOTS) as StatutoryTextId[]

/**
 * The version of a statutory text that a contract concluded on a day has, or the slot that says it is missing.
 * @throws LawError naming the field
 */
export function statutoryText(id: StatutoryTextId, locale: Locale, on: CivilDate): StatutoryText | MissingText {
  oneOf(id, STATUTORY_TEXT_IDS, "id")
  oneOf(locale, ["fr", "en"], "locale")
  const day = toDay(on, "on")
  const version = STATUTORY_TEXTS.filter((text) => text.id === id && text.locale === locale)
    .filter(({ from }) => toDay(from, "from") <= day)
    .at(-1)
  return version ?? { id, locale, ...SLOTS[id], paragraphs: null }
}
