import { fill } from "../../kit/fill"
import { html } from "../../kit/html"
import { longDate, money } from "../../letters/format"
import { pair } from "../withdrawal-review"
import { actForm, download, type Part } from "./frame"

/** Where the goods go, by when, and who pays for it (L221-23). */
export const goodsBack: Part = (frame, t) => {
  const { goods } = frame.picture
  if (!goods || goods.back_on) return null
  const { address, cost, due_on, reason, may_refuse_parcel: refuse } = goods
  const pays =
    cost.paid_by === "customer" && cost.at_most
      ? fill(t.goods.atMost, { amount: money(cost.at_most, "EUR", frame.locale) })
      : null
  return html`<h2>${t.goods.title}</h2>
${refuse && html`<p>${t.goods.mayRefuse}</p>`}
<dl>
${pair(t.goods.due, longDate(due_on, frame.locale))}
${address && pair(t.goods.address, address.join("\n"))}
${pair(t.goods.cost, [cost.reason, pays].filter(Boolean).join(" "))}
</dl>
<p class="hint">${reason} (L221-23)</p>
${actForm(frame, "fichier", html`<button class="plain" type="submit" name="file" value="slip">${t.goods.slip}</button>`)}`
}

/** The proof of dispatch: it ends the wait of the refund at once (L221-24, al. 3). */
export const dispatchProof: Part = (frame, t) => {
  const { proof } = frame.picture
  if (!proof.may_give && proof.on === null && proof.files.length === 0) return null
  const { carrier, tracking, on } = frame.typed
  return html`<h2>${t.proof.title}</h2>
${proof.on && html`<p>${fill(t.proof.recorded, { date: longDate(proof.on, frame.locale) })}</p>`}
${
  proof.files.length > 0 &&
  actForm(
    frame,
    "fichier",
    html`<ul>${proof.files.map(({ id, name }) => html`<li>${download(`upload:${id}`, name)}</li>`)}</ul>`,
  )
}
${
  proof.may_give &&
  html`<p>${t.proof.intro}</p>
${actForm(
  frame,
  "preuve",
  html`<label for="carrier">${t.proof.carrier}</label>
<input type="text" id="carrier" name="carrier" value="${carrier}" maxlength="100">
<label for="tracking">${t.proof.tracking}</label>
<input type="text" id="tracking" name="tracking" value="${tracking}" maxlength="100" autocomplete="off">
<label for="on">${t.proof.on}</label>
<input type="date" id="on" name="on" required max="${frame.today}" value="${on || frame.today}">
<label for="files">${t.proof.files}</label>
<p class="hint" id="files-hint">${fill(t.proof.filesHint, { count: proof.files_left })}</p>
<input type="file" id="files" name="files" multiple accept="image/jpeg,image/png,image/webp,application/pdf" aria-describedby="files-hint">
<button type="submit">${t.proof.submit}</button>`,
)}`
}`
}
