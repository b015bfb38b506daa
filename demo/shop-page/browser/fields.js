import { h } from "./dom.js"
import { t } from "./settings.js"

/** A labelled text field. Its name is also its id, and the key of its sentence in `t.wrong`. */
export function field({ name, label, hint, optional = false, ...attributes }) {
  return h(
    "div",
    { class: "field" },
    h("label", { for: name }, label),
    hint && h("p", { class: "hint", id: `${name}-hint` }, hint),
    h("input", {
      id: name,
      name,
      type: "text",
      maxlength: 200,
      required: !optional,
      "aria-describedby": hint && `${name}-hint`,
      ...attributes,
    }),
    h("p", { class: "wrong", id: `${name}-wrong`, hidden: true }),
  )
}

/**
 * Says at each field what is wrong with it, and all of it in a list of links above the form.
 * @returns whether nothing is wrong
 */
export function check(form, summary) {
  const wrong = [...form.elements].filter(({ willValidate, validity }) => willValidate && !validity.valid)
  // Of a group of radios only the first one is named: one answer is missing, not two.
  const first = wrong.filter(({ name }, index) => wrong.findIndex((other) => other.name === name) === index)
  for (const place of form.querySelectorAll(".wrong")) mark(form, place, first)
  summary.replaceChildren()
  summary.hidden = first.length === 0
  if (first.length === 0) return true
  summary.append(
    h("h2", null, t.checkout.errorsTitle),
    h(
      "ul",
      null,
      first.map((input) => h("li", null, linkTo(input))),
    ),
  )
  summary.focus()
  return false
}

function mark(form, place, wrong) {
  const name = place.id.replace(/-wrong$/, "")
  const bad = wrong.some((input) => input.name === name)
  place.hidden = !bad
  place.classList.remove("is-settled")
  place.textContent = bad ? t.wrong[name] : ""
  for (const input of [...form.elements].filter((one) => one.name === name)) {
    const described = [document.getElementById(`${name}-hint`)?.id, bad && place.id].filter(Boolean)
    setOrRemove(input, "aria-describedby", described.join(" "))
    setOrRemove(input, "aria-invalid", bad && "true")
  }
}

/** A field that is right now is not called wrong any longer. Its sentence leaves its room, so nothing moves under a click. */
export function settle({ target }) {
  if (!target.validity.valid) return
  document.getElementById(`${target.name}-wrong`)?.classList.add("is-settled")
  for (const input of [...target.form.elements].filter(({ name }) => name === target.name)) {
    input.removeAttribute("aria-invalid")
  }
}

function setOrRemove(input, attribute, value) {
  if (value) input.setAttribute(attribute, value)
  else input.removeAttribute(attribute)
}

function linkTo(input) {
  // Not an address of its own: the address names the view.
  const go = (event) => {
    event.preventDefault()
    input.focus()
  }
  return h("a", { href: `#${input.id}`, onclick: go }, t.wrong[input.name])
}
