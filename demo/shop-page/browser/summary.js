import { h } from "./dom.js"
import { extraBox } from "./extras.js"
import { CATALOGUE_LANGUAGE, fill, t } from "./settings.js"

/** Sections whose names the merchant writes in the language of his catalogue. */
const CATALOGUE = ["articles", "delivery"]
const CHANGE = { articles: "#cart", extras: "#cart", delivery: "#checkout" }

/**
 * The summary as the store gives it: every section in its order, nothing left out (L221-14).
 * @param changed ids from `changesOf`, marked for the customer
 * @param redraw shows the view again after a choice
 */
export function summaryPart({ sections }, { extras, changed, redraw }) {
  return h(
    "section",
    { class: "part sheet" },
    h("h2", null, t.review.summary),
    sections.map((section) => sectionPart(section, { extras, changed, redraw })),
  )
}

function sectionPart({ id, title, entries }, { extras, changed, redraw }) {
  const link =
    CHANGE[id] && h("a", { href: CHANGE[id], "aria-label": `${t.review.change} : ${title}` }, t.review.change)
  return h(
    "section",
    { class: `summary-${id}` },
    h("div", { class: "part-head" }, h("h3", null, title), link),
    h(
      "ul",
      { class: "ordered" },
      entries.map((entry) => {
        const box = extras.find(({ key }) => key === entry.id && entry.standing !== null)
        return entryRow(id, entry, { box: box && extraBox(box, redraw), isChanged: changed.has(`${id} ${entry.id}`) })
      }),
    ),
  )
}

function entryRow(section, { label, quantity, amount, details, mention, link, standing }, { box, isChanged }) {
  const catalogue = CATALOGUE.includes(section) ? CATALOGUE_LANGUAGE : null
  return h(
    "li",
    null,
    h(
      "div",
      null,
      h(
        "p",
        { class: "label" },
        h("span", { lang: catalogue }, label),
        isChanged && h("em", null, t.review.changedEntry),
      ),
      section === "articles" && h("p", { class: "hint" }, fill(t.review.quantity, { n: quantity })),
      // The words of the choice stand beside its box.
      !box && details.map((words, index) => h("p", { class: "hint", lang: index === 0 ? catalogue : null }, words)),
      link && h("p", null, h("a", { href: link.url }, link.label)),
    ),
    amount && h("strong", null, amount.formatted),
    mention && h("p", { class: "exception" }, mention),
    standing !== null && box,
  )
}

/** What a new summary says otherwise than the one that was in sight: its entries, and the names of those that are gone. */
export function changesOf(before, after) {
  const known = entriesOf(before)
  const now = entriesOf(after)
  return {
    changed: new Set([...now].filter(([id, entry]) => known.get(id)?.said !== entry.said).map(([id]) => id)),
    gone: [...known].filter(([id]) => !now.has(id)).map(([, { label }]) => label),
  }
}

function entriesOf({ sections }) {
  return new Map(
    sections.flatMap(({ id, entries }) =>
      entries.map((entry) => [`${id} ${entry.id}`, { label: entry.label, said: JSON.stringify(entry) }]),
    ),
  )
}
