import { html } from "../../kit/html"
import { money } from "../../letters/format"
import { pair } from "../withdrawal-review"
import { actForm, download, type FollowFrame, type Part } from "./frame"
import type { FollowPageTexts } from "../texts/follow"

type Deduction = FollowFrame["picture"]["deductions"][number]

/** Proposed deductions (L221-23), with what the seller found, his photos, and the customer's two answers side by side. */
export const deductions: Part = (frame, t) =>
  frame.picture.deductions.length === 0
    ? null
    : html`<h2>${t.deduction.title}</h2>
${frame.picture.deductions.map((one) => deduction(one, frame, t))}`

function deduction(one: Deduction, frame: FollowFrame, t: FollowPageTexts) {
  const { id, title, amount, currency, ground, words, answer, photos, effect, may_answer: mayAnswer } = one
  return html`<h3>${title}</h3>
<dl>
${pair(t.deduction.amount, money(amount, currency, frame.locale))}
${pair(t.deduction.ground, ground)}
${pair(t.deduction.state, words)}
${answer ? pair(t.deduction.answer, answer) : null}
</dl>
${photos.length > 0 && actForm(frame, "fichier", html`<p class="hint">${t.deduction.photos}</p><ul>${photos.map((photo) => html`<li>${download(`upload:${photo.id}`, photo.name)}</li>`)}</ul>`)}
${
  mayAnswer &&
  html`<p>${t.deduction.law} ${effect}</p>
${actForm(
  frame,
  "demande",
  html`<input type="hidden" name="deduction" value="${id}">
<label for="words-${id}">${t.deduction.words}</label>
<p class="hint" id="hint-${id}">${t.deduction.wordsHint}</p>
<textarea id="words-${id}" name="words" rows="4" maxlength="2000" aria-describedby="hint-${id}"></textarea>
<button class="plain" type="submit" name="act" value="accept_deduction">${t.deduction.accept}</button>
<button class="plain" type="submit" name="act" value="contest_deduction">${t.deduction.contest}</button>`,
)}`
}`
}
