/** A file by what it holds; `heic` is known only to tell people what to do: no decoder of it is at hand. */
export type SniffedType = "image/png" | "image/jpeg" | "image/webp" | "application/pdf" | "image/heic"

/** Each is known by its first bytes: what a sender says of a file is not believed. */
const MAGIC: readonly { readonly type: SniffedType; readonly is: (bytes: Buffer) => boolean }[] = [
  { type: "image/png", is: (bytes) => begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { type: "image/jpeg", is: (bytes) => begins(bytes, [0xff, 0xd8, 0xff]) },
  { type: "image/webp", is: (bytes) => text(bytes, 0, 4) === "RIFF" && text(bytes, 8, 12) === "WEBP" },
  { type: "application/pdf", is: (bytes) => text(bytes, 0, 5) === "%PDF-" },
  {
    type: "image/heic",
    is: (bytes) => text(bytes, 4, 8) === "ftyp" && /^(hei|hev|mif1|msf1)/.test(text(bytes, 8, 12)),
  },
]

/** The media type of a file by its first bytes; null for every other, such as SVG, archives and programs. */
export function sniff(bytes: Buffer): SniffedType | null {
  return MAGIC.find(({ is }) => is(bytes))?.type ?? null
}

function begins(bytes: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

function text(bytes: Buffer, from: number, to: number): string {
  return bytes.toString("latin1", from, to)
}
