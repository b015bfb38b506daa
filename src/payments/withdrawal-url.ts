import type { HamonOptions } from "../modules/hamon/options"
import type { LetterLocale } from "../modules/hamon/types"

/** Address of the withdrawal function (L221-21), which holds before dispatch too. */
export function withdrawalUrl({ publicUrl }: Pick<HamonOptions, "publicUrl">, locale: LetterLocale): string {
  return `${publicUrl}/retractation?lang=${locale}`
}
