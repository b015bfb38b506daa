/** The languages in which the law explains itself. */
export type Locale = "fr" | "en"

/** The same words in both languages. */
export type Bilingual = { readonly fr: string; readonly en: string }

/**
 * Why a result is what it is, in a few sentences that a page or a letter can show.
 * The sentences are written only when somebody reads them: computing a date costs no text.
 * As JSON it is `{ fr, en }`.
 */
export abstract class Reason implements Bilingual {
  /** The sentences in a language. */
  abstract in(locale: Locale): string

  get fr(): string {
    return this.in("fr")
  }

  get en(): string {
    return this.in("en")
  }

  /** This reason and then another one. (Not named `then`: a reason is no promise to wait for.) */
  followedBy(next: Bilingual): Reason {
    return because({ fr: () => `${this.fr} ${next.fr}`, en: () => `${this.en} ${next.en}` })
  }

  toJSON(): Bilingual {
    return { fr: this.fr, en: this.en }
  }
}

class Sentences extends Reason {
  constructor(private readonly write: Readonly<Record<Locale, () => string>>) {
    super()
  }

  in(locale: Locale): string {
    return this.write[locale]()
  }
}

/** A reason written apart in each language, side by side in the rule it explains. */
export function because(write: Readonly<Record<Locale, () => string>>): Reason {
  return new Sentences(write)
}
