import { type Html, html } from "../../kit/html"
import type { FollowedPicture } from "../../follow/picture"
import type { LetterLocale } from "../../modules/hamon/types"
import type { FollowPageTexts } from "../texts/follow"
import { FOLLOW_PATH } from "./form"

/** What was typed into the proof of dispatch, to show it again when something of it is not taken. */
export type TypedProof = { readonly carrier: string; readonly tracking: string; readonly on: string }

/** What every part of the status page knows. */
export type FollowFrame = {
  readonly locale: LetterLocale
  readonly merchant: string | null
  readonly picture: FollowedPicture
  /** Who may act, sealed: carried from form to form. */
  readonly sealed: string
  readonly today: string
  readonly typed: TypedProof
  /** What the last act came to. */
  readonly notice: { readonly kind: "done" | "refused"; readonly sentence: string } | null
}

export type Part = (frame: FollowFrame, t: FollowPageTexts) => Html | null

/** A form of the page: who acts, in which language, and where it goes. */
export function actForm(
  { locale, sealed }: FollowFrame,
  to: "preuve" | "demande" | "fichier" | null,
  inner: Html,
): Html {
  const multipart = to === "preuve" ? html` enctype="multipart/form-data"` : ""
  return html`<form method="post" action="${to ? `${FOLLOW_PATH}/${to}` : FOLLOW_PATH}"${multipart}>
<input type="hidden" name="lang" value="${locale}">
<input type="hidden" name="state" value="${sealed}">
${inner}
</form>`
}

/** A button that downloads a file of the declaration. */
export function download(file: string, label: string): Html {
  return html`<button class="link" type="submit" name="file" value="${file}">${label}</button>`
}
