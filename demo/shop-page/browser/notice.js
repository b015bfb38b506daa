import { h } from "./dom.js"

const region = document.getElementById("notice")

/** Says a sentence in the live region, which stays in sight whatever the page is scrolled to. */
export function say(sentence, { error = false, link = null } = {}) {
  region.classList.toggle("is-error", error)
  region.replaceChildren(h("p", null, sentence, link && " ", link))
}

export function sayNothing() {
  region.classList.remove("is-error")
  region.replaceChildren()
}
