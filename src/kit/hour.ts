/** The hour, 0 to 23, that clocks of a zone show. */
export function hourIn(at: Date, zone: string): number {
  return Number(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: zone }).format(at))
}
