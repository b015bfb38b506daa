import { z } from "@medusajs/framework/zod"
import { LAW_SINCE } from "../../../modules/hamon/operations/case"

/** The last day whose public holidays are known. */
const LAST = "2199-12-31"

/** A civil date that exists, where the customer is, in the time of this law: a slip of the year is told, not reckoned with. */
export function civilDate(field?: string) {
  const named = field ? `${field}: ` : ""
  return z.iso
    .date(`${named}give a day such as 2026-11-12`)
    .refine((day) => day >= LAW_SINCE && day <= LAST, `${named}give a day from ${LAW_SINCE} on, such as 2026-11-12`)
}
