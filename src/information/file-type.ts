import { sniff } from "../kit/uploads/sniff"
import { isHarmlessSvg } from "./harmless-svg"

/** The media type of an official file by what it holds; null for whatever is not taken, an SVG that could act or fetch included. */
export function fileType(bytes: Buffer): string | null {
  const known = sniff(bytes)
  if (known === "image/heic") return null
  if (known) return known
  return isHarmlessSvg(bytes) ? "image/svg+xml" : null
}
