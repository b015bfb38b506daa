/** Something that happened: when, what, and why with its articles. */
export type Moment = {
  readonly at: Date
  readonly what: { readonly fr: string; readonly en: string }
  readonly articles: readonly string[]
  readonly why: { readonly fr: string; readonly en: string } | null
}

const WIDTH = 110

/** The story as a list: day and hour, what, articles, and the reason in both languages. */
export function timeline(moments: readonly Moment[]): string {
  return moments
    .map(({ at, what, articles, why }) => {
      const when = at.toLocaleString("fr-FR", { timeZone: "Europe/Paris", dateStyle: "short", timeStyle: "short" })
      const head = `  ${when}  ${what.fr} / ${what.en}  [${articles.join(", ")}]`
      return [head, ...(why ? [indent(why.fr), indent(why.en)] : [])].join("\n")
    })
    .join("\n")
}

function indent(text: string): string {
  const lines: string[] = []
  for (const word of text.split(" ")) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= WIDTH) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.map((line) => `                      ${line}`).join("\n")
}
