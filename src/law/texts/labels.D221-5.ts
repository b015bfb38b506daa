import { frozen } from "../foundations/frozen"
import type { ArticleId } from "../articles"
import type { CivilDate } from "../foundations/civil-date"
import { LawError } from "../foundations/law-error"
import { DEFAULT_OPTIONS, type LawOptions } from "../options"
import { FUNCTION_SINCE } from "../withdrawal/information.L221-5"
import { LABEL_LANGUAGES, type LabelLocale } from "./languages"

/** Words on the two controls of the online withdrawal function. */
export type FunctionLabels = {
  /** First control: opens the declaration. */
  readonly withdraw: string
  /** Second control: sends it; no other words on it (Directive 2011/83, art. 11a). */
  readonly confirm: string
}

/**
 * The words of the official language versions of Directive 2011/83, art. 11a, in the 24 languages of the Union,
 * first letter capitalised; in French those of D221-5. Never edited in place: a merchant's own words are the option
 * `u17Labels`, and must stay unambiguous.
 */
export const FUNCTION_LABELS = frozen({
  fr: { withdraw: "Renoncer au contrat ici", confirm: "Confirmer la rétractation" },
  en: { withdraw: "Withdraw from contract here", confirm: "Confirm withdrawal" },
  de: { withdraw: "Vertrag widerrufen", confirm: "Widerruf bestätigen" },
  es: { withdraw: "Desistir del contrato aquí", confirm: "Confirmar desistimiento" },
  it: { withdraw: "Recedere dal contratto qui", confirm: "Conferma recesso" },
  nl: { withdraw: "Hier de overeenkomst herroepen", confirm: "Herroeping bevestigen" },
  pt: { withdraw: "Retrate-se do contrato aqui", confirm: "Confirmar retratação" },
  pl: { withdraw: "Odstąp od umowy tutaj", confirm: "Potwierdź odstąpienie od umowy" },
  cs: { withdraw: "Zde odstoupit od smlouvy", confirm: "Potvrdit odstoupení od smlouvy" },
  sk: { withdraw: "Odstúpiť od zmluvy tu", confirm: "Potvrdiť odstúpenie od zmluvy" },
  da: { withdraw: "Fortryd aftale", confirm: "Bekræft fortrydelse" },
  sv: { withdraw: "Ångra avtalet här", confirm: "Bekräfta frånträde" },
  fi: { withdraw: "Peruuta sopimus tästä", confirm: "Vahvista peruuttaminen" },
  hu: { withdraw: "Elállás a szerződéstől", confirm: "Elállás megerősítése" },
  ro: { withdraw: "Retrageți-vă din contract aici", confirm: "Confirmați retragerea" },
  bg: { withdraw: "Откажете се от договора тук", confirm: "Потвърждавам отказа" },
  el: { withdraw: "Πατήστε εδώ για υπαναχώρηση", confirm: "Επιβεβαίωση υπαναχώρησης" },
  hr: { withdraw: "Odustati od ugovora", confirm: "Potvrditi odustajanje" },
  sl: { withdraw: "Kliknite tukaj za odstop od pogodbe", confirm: "Potrdi odstop od pogodbe" },
  et: { withdraw: "Taganen lepingust", confirm: "Kinnitan taganemise" },
  lv: { withdraw: "Atteikties no līguma", confirm: "Apstiprināt atteikumu" },
  lt: { withdraw: "Atsisakyti sutarties čia", confirm: "Patvirtinti sutarties atsisakymą" },
  ga: { withdraw: "Tarraing siar ón gconradh anseo", confirm: "Dearbhaigh an tarraingt siar" },
  mt: { withdraw: "Irtira mill-kuntratt hawnhekk", confirm: "Ikkonferma r-reċess" },
} as const satisfies Record<LabelLocale, FunctionLabels>)

/**
 * The labels of a locale: `fr`, or a regional one (`fr-FR`) of a language of the table.
 * @throws LawError when the language has no official label: nothing is translated here
 */
export function functionLabels(
  locale: string,
  options: LawOptions = DEFAULT_OPTIONS,
): FunctionLabels & {
  readonly locale: LabelLocale
  /** False where the merchant's own words stand (U17). */
  readonly official: boolean
  /** First day of this version. */
  readonly from: CivilDate
  readonly articles: readonly ArticleId[]
} {
  const language = typeof locale === "string" ? locale.toLowerCase().split(/[-_]/)[0] : ""
  const found = LABEL_LANGUAGES.find((one) => one === language)
  if (!found) throw new LawError("locale", `a language of the Union: ${LABEL_LANGUAGES.join(", ")}`, locale)
  const own = options.u17Labels[found]
  return {
    ...(own ?? FUNCTION_LABELS[found]),
    locale: found,
    official: own === undefined,
    from: FUNCTION_SINCE,
    articles: ["D221-5", "L221-21"],
  }
}
