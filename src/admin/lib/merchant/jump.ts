/** Brings a place of the settings page into view and its first field under the keyboard. */
export function jumpTo(place: string): void {
  const target = document.getElementById(place)
  if (!target) return
  target.scrollIntoView({ block: "center" })
  target.querySelector<HTMLElement>("input, textarea, button")?.focus({ preventScroll: true })
}

/** The anchor of a path on this page; null where the path is of another. */
export function placeHere(path: string | null): string | null {
  return path?.startsWith("/settings/hamon#") ? path.slice(path.indexOf("#") + 1) : null
}
