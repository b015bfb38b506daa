import { html } from "../../kit/html"
import type { LetterLocale } from "../../modules/hamon/types"
import { page } from "../layout"
import { followPageTexts } from "../texts/follow"
import { field } from "../withdrawal-form"
import { SCRIPT_ELEMENT } from "./script"

export const FOLLOW_PATH = "/retractation/suivi"

export type FollowForm = {
  readonly locale: LetterLocale
  readonly merchant: string | null
  readonly reference: string
  /** What went wrong: the same for every wrong reference, code and link; or a page that stayed open for too long. */
  readonly notice: "wrong" | "expired" | null
}

/**
 * The way in: the reference and the code of the acknowledgement, or the link of a letter. A code is typed, so that no
 * script is needed; the link's secret is behind the `#`, and asks for one press of a button.
 */
export function followFormPage({ locale, merchant, reference, notice }: FollowForm): string {
  const t = followPageTexts(locale).form
  return page(
    { locale, title: t.title, path: FOLLOW_PATH, merchant },
    html`${notice && html`<p class="errors" role="alert">${t[notice]}</p>`}
      <div id="by-link" hidden>
        <p>${t.linkIntro}</p>
        <form method="post" action="${FOLLOW_PATH}">
          <input type="hidden" name="lang" value="${locale}" />
          <input type="hidden" name="link" id="link" value="" />
          <button type="submit">${t.submit}</button>
        </form>
      </div>
      <div id="by-code">
        <p>${t.intro}</p>
        <form method="post" action="${FOLLOW_PATH}">
          <input type="hidden" name="lang" value="${locale}" />
          ${field({ id: "reference", label: t.reference, value: reference })}
          ${field({ id: "code", label: t.code, value: "", autocomplete: "one-time-code" })}
          <button type="submit">${t.submit}</button>
        </form>
      </div>
      ${SCRIPT_ELEMENT}`,
  )
}
