import { createHash } from "node:crypto"
import sharp from "sharp"
import { neutralName } from "./names"
import { sniff, type SniffedType } from "./sniff"

/** Bytes of a file that people send. */
export const LARGEST_FILE = 8 * 1024 * 1024
/** Pixels of the longest side that is kept: a printed receipt stays readable. */
const LONGEST_SIDE = 2400
/** Pixels that an image may unfold to: more than any telephone takes, and a quarter of a gigabyte at most. */
const MOST_PIXELS = 64_000_000
const LONGEST_SECONDS = 20

const ENDINGS = { "image/png": "png", "image/jpeg": "jpg", "image/webp": "webp", "application/pdf": "pdf" } as const
type KeptType = keyof typeof ENDINGS

/** Why a file is not taken. */
export type UploadFault = "empty" | "too_large" | "wrong_type" | "heic" | "unreadable"

/** A file as it is kept: written again where it is an image, of a known type, under a harmless name. */
export type CleanFile = {
  readonly name: string
  readonly contentType: KeptType
  readonly size: number
  /** SHA-256 of `bytes`, lower-case hexadecimal. */
  readonly hash: string
  readonly bytes: Buffer
}

/**
 * Looks at a file that somebody sent, and makes the one that is kept. An image is decoded and written again: what hides
 * behind or inside it (place, camera, a second file, a script) is gone. A PDF is kept as it is: it may act when it is
 * opened, so that it is only ever handed out as an attachment.
 * @param sent its bytes, and the name that its sender gave it
 */
export async function cleanFile(sent: {
  readonly name: string
  readonly bytes: Buffer
}): Promise<CleanFile | { readonly fault: UploadFault }> {
  if (sent.bytes.length === 0) return { fault: "empty" }
  if (sent.bytes.length > LARGEST_FILE) return { fault: "too_large" }
  const type = sniff(sent.bytes)
  if (type === "image/heic") return { fault: "heic" }
  if (!type) return { fault: "wrong_type" }
  const bytes = type === "application/pdf" ? wholePdf(sent.bytes) : await redrawn(sent.bytes, type)
  if (!bytes) return { fault: "unreadable" }
  return {
    name: neutralName(sent.name, ENDINGS[type]),
    contentType: type,
    size: bytes.length,
    hash: createHash("sha256").update(bytes).digest("hex"),
    bytes,
  }
}

/** A PDF that was cut off opens nowhere: its sender has the whole one now, not in a year. */
function wholePdf(bytes: Buffer): Buffer | null {
  return bytes.lastIndexOf("%%EOF") > 0 ? bytes : null
}

async function redrawn(bytes: Buffer, type: Exclude<SniffedType, "application/pdf" | "image/heic">) {
  const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", sequentialRead: true })
  try {
    const drawn = image
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
      .timeout({ seconds: LONGEST_SECONDS })
    if (type === "image/png") return await drawn.png().toBuffer()
    if (type === "image/webp") return await drawn.webp({ quality: 85 }).toBuffer()
    return await drawn.jpeg({ quality: 85 }).toBuffer()
  } catch {
    // Damaged, or made to unfold to more than anybody photographs: its sender is told, and nothing else is at fault.
    return null
  }
}
