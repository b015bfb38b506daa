import { createHash } from "node:crypto"
import { fill } from "../kit/fill"
import { Html, html } from "../kit/html"
import type { LetterLocale } from "../modules/hamon/types"
import { page, PAGE_HEADERS } from "./layout"
import { objectionTexts } from "./texts/objection"
import { field } from "./withdrawal-form"

const PATH = "/retractation/opposition"

/**
 * Fills the two fields from what stands behind the # of the letter's link, and takes it out of the address. Only a help: without
 * it the code is typed. It sends nothing: objecting takes a click, so that a scanner of mail that opens links objects to nothing.
 */
const SCRIPT = `var parts = location.hash.slice(1).split(".");
if (parts.length === 2) {
  document.getElementById("reference").value = parts[0];
  document.getElementById("code").value = parts[1];
  history.replaceState(null, "", location.pathname + location.search);
}`
/** Whole, since its hash is over every character between the tags. */
const SCRIPT_ELEMENT = new Html(`<script>${SCRIPT}</script>`)
const SCRIPT_HASH = createHash("sha256").update(SCRIPT).digest("base64")

export const OBJECTION_HEADERS: Readonly<Record<string, string>> = {
  ...PAGE_HEADERS,
  "Content-Security-Policy": `${PAGE_HEADERS["Content-Security-Policy"]}; script-src 'sha256-${SCRIPT_HASH}'`,
}

type Frame = { readonly locale: LetterLocale; readonly merchant: string | null; readonly reference: string }

/** Asks for the reference and the code of the letter that told of the hold. */
export function objectionFormPage({ locale, merchant, reference, wrong }: Frame & { readonly wrong: boolean }): string {
  const t = objectionTexts(locale)
  return page(
    { locale, title: t.title, path: PATH, merchant },
    html`${wrong && html`<p class="errors" role="alert">${t.wrong}</p>`}
      <p>${t.intro}</p>
      <form method="post" action="${PATH}">
        <input type="hidden" name="lang" value="${locale}" />
        ${field({ id: "reference", label: t.reference, value: reference })}
        ${field({ id: "code", label: t.code, value: "", autocomplete: "off" })}
        <button type="submit">${t.submit}</button>
      </form>
      ${SCRIPT_ELEMENT}`,
  )
}

/** The objection is recorded. */
export function objectionRecordedPage({ locale, merchant, reference }: Frame): string {
  const t = objectionTexts(locale)
  return page(
    { locale, title: t.doneTitle, path: PATH, merchant },
    html`<p class="notice" role="status">${t.done}</p>
      <p>${fill(t.yours, { reference })}</p>`,
  )
}
