import { h } from "./dom.js"

const DRAWN = {
  "theiere-en-gres": "teapot",
  "bol-en-gres": "bowl",
  "mug-grave-a-votre-nom": "mug",
  "brosse-a-dents-en-bois": "toothbrush",
  "saint-marcellin": "cheese",
  "le-livre-du-the-numerique": "book",
}

/** The merchant's picture of a product, or our drawing of it. The title stands beside it: a screen reader skips it. */
export function picture({ handle, thumbnail }) {
  const name = DRAWN[handle.normalize("NFD").replace(/\p{M}/gu, "")] ?? "parcel"
  return h("img", { class: "picture", src: thumbnail ?? `/pictures/${name}.svg`, alt: "", width: 240, height: 180 })
}
