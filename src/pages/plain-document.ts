import { Html, html } from "../kit/html"

const BREAK = new Html("<br>\n")

/**
 * A text as people write it, as HTML: blank lines part paragraphs, `# ` and `## ` begin headings, lines stay lines. Nothing
 * in it is markup: it is escaped whole.
 */
export function plainDocument(text: string): Html {
  const blocks = text.split(/\n[ \t]*\n+/).flatMap(parts)
  return html`${blocks.map(block)}`
}

/** A heading is a block of its own, with or without a blank line after it. */
function parts(paragraph: string): string[] {
  return paragraph.split(/\n(?=#{1,2} )|(?<=^#{1,2} [^\n]*)\n/).filter((part) => part.trim() !== "")
}

function block(part: string): Html {
  const [, signs, title] = /^(#{1,2}) ([^\n]+)$/.exec(part.trim()) ?? []
  if (signs === "#") return html`<h2>${title}</h2>\n`
  if (signs === "##") return html`<h3>${title}</h3>\n`
  const lines = part.trim().split("\n")
  return html`<p>${lines.map((line, index) => html`${index > 0 && BREAK}${line}`)}</p>\n`
}
