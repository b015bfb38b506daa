import { fill } from "../../kit/fill"
import { html } from "../../kit/html"
import { actForm, type FollowFrame, type Part } from "./frame"
import type { FollowPageTexts } from "../texts/follow"

/** What a customer may ask besides: folded away, in neutral words, nothing chosen beforehand. */
export const otherRequests: Part = (frame, t) => {
  const { keep_goods: keep, other_means: means } = frame.picture
  if (!keep.may_ask && keep.words === null && !means.may_choose && !means.chosen) return null
  return html`<h2>${t.requests.title}</h2>
${keep.words && html`<p>${keep.words}</p>`}
${means.chosen && html`<p>${fill(t.means.chosen, { means: means.chosen.label })}</p>`}
${means.may_take_back && actForm(frame, "demande", html`<button class="plain" type="submit" name="act" value="take_back_means">${t.means.takeBack}</button>`)}
${means.may_choose && meansForm(frame, t)}
${keep.may_ask && keepForm(frame, t)}`
}

function meansForm(frame: FollowFrame, t: FollowPageTexts) {
  const { offered, consent } = frame.picture.other_means
  return html`<details><summary>${t.means.title}</summary>
<p>${t.means.intro}</p>
${actForm(
  frame,
  "demande",
  html`<fieldset><legend>${t.means.legend}</legend>
${offered.map(
  ({ means, label }) =>
    html`<label class="choice"><input type="radio" name="means" value="${means}" required> ${label}</label>`,
)}</fieldset>
<label for="details">${t.means.details}</label>
<p class="hint" id="details-hint">${fill(t.means.detailsHint, { email: frame.picture.declared.email })}</p>
<textarea id="details" name="details" rows="3" maxlength="500" aria-describedby="details-hint"></textarea>
<fieldset><legend>${t.means.consentLegend}</legend>
<label class="choice"><input type="checkbox" name="consent" value="yes" required> ${consent}</label></fieldset>
<button class="plain" type="submit" name="act" value="other_means">${t.means.submit}</button>`,
)}</details>`
}

function keepForm(frame: FollowFrame, t: FollowPageTexts) {
  return html`<details><summary>${t.keep.title}</summary>
<p>${t.keep.intro}</p>
${actForm(frame, "demande", html`<button class="plain" type="submit" name="act" value="keep_goods">${t.keep.submit}</button>`)}</details>`
}
