/** Elements that draw. No script, no foreign content, no animation, no style sheet: neither can act or fetch. */
const ELEMENTS = new Set(
  "svg g defs title desc metadata path rect circle ellipse line polyline polygon text tspan textPath linearGradient radialGradient stop clipPath mask pattern symbol use marker".split(
    " ",
  ),
)
/** One piece at a time; what is not one of these pieces is not taken. Sticky: each starts where the last one ended. */
const PIECES = {
  space: /[^<&]+/y,
  reference: /&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});/y,
  comment: /<!--(?:[^-]|-(?!-))*-->/y,
  close: /<\/([A-Za-z][\w.-]*)\s*>/y,
  open: /<([A-Za-z][\w.-]*)((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y,
} as const
const DECLARATION = /^\ufeff?\s*(?:<\?xml [^<>?]*\?>\s*)?/

/**
 * Whether bytes are an SVG that only draws: well-formed, of drawing elements alone, without handlers, document types,
 * entities of its own, or references to anything but itself.
 */
export function isHarmlessSvg(bytes: Buffer): boolean {
  const text = bytes.toString("utf8")
  if (text.includes("\ufffd") || text.includes("\u0000")) return false
  let at = (DECLARATION.exec(text) as RegExpExecArray)[0].length
  const open: string[] = []
  let first = true
  while (at < text.length) {
    const piece = pieceAt(text, at)
    if (!piece) return false
    const { kind, match } = piece
    at += match[0].length
    if (open.length === 0 && !outside(kind, match, first)) return false
    if (kind === "open") {
      first = false
      const [, name, attributes, empty] = match
      if (!ELEMENTS.has(name) || !harmlessAttributes(attributes)) return false
      if (empty === "") open.push(name)
    }
    if (kind === "close" && open.pop() !== match[1]) return false
  }
  return !first && open.length === 0
}

function pieceAt(text: string, at: number): { kind: keyof typeof PIECES; match: RegExpExecArray } | null {
  for (const kind of Object.keys(PIECES) as (keyof typeof PIECES)[]) {
    const pattern = PIECES[kind]
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match) return { kind, match }
  }
  return null
}

/** Around the one `svg` element only blanks and comments stand. */
function outside(kind: keyof typeof PIECES, match: RegExpExecArray, first: boolean): boolean {
  if (kind === "comment") return true
  if (kind === "space") return match[0].trim() === ""
  return kind === "open" && first && match[1] === "svg"
}

/** A reference in a value could hide any word, so that values have none. */
function harmlessAttributes(attributes: string): boolean {
  return [...attributes.matchAll(/\s([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].every(
    ([, name, ...values]) => {
      const value = values.find((one) => one !== undefined) ?? ""
      if (/^on/i.test(name) || /&(?!amp;|lt;|gt;|quot;|apos;)/.test(value)) return false
      if (/(^|:)href$/i.test(name)) return /^#[\w.-]+$/.test(value)
      if (/^xmlns(:|$)/.test(name)) return true
      return !/url\s*\(\s*['"]?\s*(?!#)|@import|javascript:|data:|expression\s*\(|\\/i.test(value.replace(/\s+/g, " "))
    },
  )
}
