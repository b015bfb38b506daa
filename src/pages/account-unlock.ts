import { html } from "../kit/html"
import type { LetterLocale } from "../modules/hamon/types"
import { page } from "./layout"
import { pageTexts } from "./texts"
import { field } from "./withdrawal-form"

const PATH = "/compte/deverrouiller"

/** What the page says above its forms: nothing yet, a letter was asked for, or what was typed is wrong. */
export type UnlockNotice = "none" | "asked" | "email" | "wrong"

type Frame = { readonly locale: LetterLocale; readonly merchant: string | null }

/** Two forms, one after the other: ask for the code by e-mail, then type it. Works without script. */
export function accountUnlockPage({
  locale,
  merchant,
  email,
  notice,
}: Frame & { readonly email: string; readonly notice: UnlockNotice }): string {
  const t = pageTexts(locale).unlock
  return page(
    { locale, title: t.title, path: PATH, merchant },
    html`${notice === "asked" && html`<p class="notice" role="status">${t.asked}</p>`}
      ${notice === "wrong" && html`<p class="errors" role="alert">${t.wrong}</p>`}
      ${notice === "email" && html`<p class="errors" role="alert">${t.noEmail}</p>`}
      <p>${t.intro}</p>
      <h2>${t.askTitle}</h2>
      <form method="post" action="${PATH}">
        <input type="hidden" name="lang" value="${locale}" />
        <input type="hidden" name="step" value="ask" />
        ${field({ id: "email", type: "email", label: t.email, value: email, autocomplete: "email" })}
        <button type="submit" class="plain">${t.ask}</button>
      </form>
      <h2>${t.codeTitle}</h2>
      <form method="post" action="${PATH}">
        <input type="hidden" name="lang" value="${locale}" />
        <input type="hidden" name="step" value="unlock" />
        <label for="address">${t.email}</label>
        <input type="email" id="address" name="email" value="${email}" autocomplete="email" required />
        ${field({ id: "code", label: t.code, value: "", autocomplete: "one-time-code" })}
        <button type="submit">${t.unlock}</button>
      </form>`,
  )
}

/** The account is open again. */
export function accountUnlockedPage({ locale, merchant }: Frame): string {
  const t = pageTexts(locale).unlock
  return page(
    { locale, title: t.doneTitle, path: PATH, merchant },
    html`<p role="status">${t.done}</p>
      <p>${t.advice}</p>`,
  )
}
