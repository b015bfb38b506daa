import { isHarmlessSvg } from "./harmless-svg"

/** Types of official files that are taken, each known by its first bytes: what a sender says of a file is not believed. */
const MAGIC: readonly { readonly type: string; readonly is: (bytes: Buffer) => boolean }[] = [
  { type: "image/png", is: (bytes) => begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { type: "image/jpeg", is: (bytes) => begins(bytes, [0xff, 0xd8, 0xff]) },
  { type: "image/webp", is: (bytes) => text(bytes, 0, 4) === "RIFF" && text(bytes, 8, 12) === "WEBP" },
  { type: "application/pdf", is: (bytes) => text(bytes, 0, 5) === "%PDF-" },
]

/** The media type of a file by what it holds; null for whatever is not taken, an SVG that could act or fetch included. */
export function fileType(bytes: Buffer): string | null {
  const known = MAGIC.find(({ is }) => is(bytes))
  if (known) return known.type
  return isHarmlessSvg(bytes) ? "image/svg+xml" : null
}

function begins(bytes: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

function text(bytes: Buffer, from: number, to: number): string {
  return bytes.toString("latin1", from, to)
}
