/** Longest name that is kept, its ending apart. */
const LONGEST = 60

/**
 * The name of a private file, as it is shown and offered for download: without folders, control characters, marks of
 * direction (`exe.gpj` reads as `jpg.exe`), leading dots, and with the ending of what the file holds.
 */
export function neutralName(typed: string, ending: string): string {
  const last = typed.toWellFormed().normalize("NFC").split(/[\\/]/).at(-1) as string
  const plain = last
    .replace(/\.[^.]*$/, "")
    .replace(/[\p{C}\p{Zl}\p{Zp}"'<>:|?*;%&$`{}]/gu, "")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "")
  return `${[...plain].slice(0, LONGEST).join("") || "file"}.${ending}`
}
