/** The order number in what somebody typed: « n° 1042 », "#1042", "1042"; null where there is none. */
export function typedOrderNumber(typed: string): number | null {
  const digits = /\d{1,9}/.exec(typed)?.[0]
  return digits === undefined ? null : Number(digits)
}
