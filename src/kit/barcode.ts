import { raw } from "bwip-js/node"

/**
 * A text as Code 128 (ISO/IEC 15417), which warehouses scan: widths of bars and spaces by turns, a bar first, in modules.
 * @param text ASCII characters
 */
export function code128(text: string): readonly number[] {
  const [symbol] = raw({ bcid: "code128", text }) as { sbs: number[] }[]
  return symbol.sbs
}
