import type { OfferedExtra } from "../../../../../../workflows/checkout/extras"

/** An extra as the store API shows it: `text` stands beside an unticked box, `text_version` goes back with the choice. */
export function shownExtra({ text, choice, ...extra }: OfferedExtra) {
  return { ...extra, text: text.shown, chosen_at: choice?.chosen_at ?? null }
}
