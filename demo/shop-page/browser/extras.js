import { currentCart } from "./basket.js"
import { whileBusy } from "./busy.js"
import { h } from "./dom.js"
import { say } from "./notice.js"
import { fill, locale, t } from "./settings.js"
import { store } from "./store.js"

/** The paid extras of the cart, with the words that stand beside the box of each (L121-17). */
export async function loadExtras() {
  return (await store(`/hamon/carts/${currentCart().id}/extras?locale=${locale}`)).extras
}

/**
 * The box of a paid extra: never ticked but by the customer's own choice, which the store keeps with the words that he read.
 * @param redraw shows the view again, told what the store has now
 */
export function extraBox({ key, name, text, text_version, amount, standing }, redraw) {
  const path = `/hamon/carts/${currentCart().id}/extras/${encodeURIComponent(key)}`
  const change = ({ target }) =>
    whileBusy(async () => {
      const ticked = target.checked
      try {
        if (ticked) await store(path, { locale, text_version, amount, preselected: false }, "PUT")
        else await store(path, undefined, "DELETE")
        say(fill(ticked ? t.extras.chosen : t.extras.left, { name }))
      } finally {
        // The box shows what the store has, whatever was clicked.
        await redraw()
        document.getElementById(`extra-${key}`)?.focus()
      }
    })
  return h(
    "label",
    { class: "choice extra" },
    h("input", { type: "checkbox", id: `extra-${key}`, checked: standing === "chosen", onchange: change }),
    h("span", null, text),
  )
}
