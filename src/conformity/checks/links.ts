import { Parser } from "htmlparser2"

/** A link of a page. */
export type Link = {
  /** Whole address. */
  readonly href: string
  /** What is read on it: its text, or what a picture in it says instead. */
  readonly words: string
  /** What only a screen reader says of it. */
  readonly spoken: string
  /** The page's own markup hides it, or something around it. */
  readonly hidden: boolean
}

const VOID = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "source",
  "track",
  "wbr",
])
/** Text in these is not read by anybody. */
const UNREAD = new Set(["script", "style", "template", "noscript"])
/** A page of that many links is a catalogue; the duties stand in its frame. */
const MOST_LINKS = 5000
/** Browsers nest no deeper than 512; the parser's time grows with the square of the depth. */
const DEEPEST = 2000
const PIECE = 16_384
const LONGEST_WORDS = 2000

/**
 * The links of a page's HTML, as it was sent: what scripts draw later is not there. Of markup that nests deeper than any
 * browser's, those before.
 * @param url where the page was found, to which its links are relative
 */
export function linksIn(html: string, url: string): Link[] {
  const links: Link[] = []
  const open: { name: string; hidden: boolean }[] = []
  let link: { href: string; words: string; spoken: string; hidden: boolean } | null = null
  const isHidden = () => open.at(-1)?.hidden ?? false
  const parser = new Parser({
    onopentag(name, attributes) {
      const hidden = hides(attributes)
      if (name === "a" && attributes.href !== undefined && links.length < MOST_LINKS) {
        const href = absolute(attributes.href, url)
        link = href ? { href, words: "", spoken: attributes["aria-label"] ?? "", hidden: hidden || isHidden() } : null
      }
      if (link && name === "img") link.words += ` ${attributes.alt ?? ""}`
      if (!VOID.has(name)) open.push({ name, hidden: hidden || isHidden() || UNREAD.has(name) })
    },
    ontext(text) {
      if (link && link.words.length < LONGEST_WORDS && !UNREAD.has(open.at(-1)?.name ?? "")) link.words += text
    },
    onclosetag(name) {
      const at = open.map((one) => one.name).lastIndexOf(name)
      if (at >= 0) open.splice(at)
      if (name !== "a" || !link) return
      links.push({ ...link, words: link.words.replace(/\s+/g, " ").trim() })
      link = null
    },
  })
  for (let at = 0; at < html.length && open.length < DEEPEST; at += PIECE) parser.write(html.slice(at, at + PIECE))
  parser.end()
  return links
}

function hides({ hidden, style = "", "aria-hidden": aria }: Record<string, string | undefined>): boolean {
  return hidden !== undefined || aria === "true" || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}

function absolute(href: string, base: string): string | null {
  if (!URL.canParse(href, base)) return null
  const url = new URL(href, base)
  return /^https?:$/.test(url.protocol) ? url.href : null
}
