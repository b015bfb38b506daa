import { MERCHANT_PLACES } from "./fields"
import type { MerchantValues } from "./types"

/** What is typed at a dotted path; undefined where nothing is. */
export function valueAt(values: MerchantValues, path: string): unknown {
  return path.split(".").reduce<unknown>((at, name) => (at as MerchantValues | undefined)?.[name], values)
}

/** The same for a text. */
export function textAt(values: MerchantValues, path: string): string {
  const value = valueAt(values, path)
  return typeof value === "string" ? value : ""
}

/** The values with another one at a dotted path; what is empty is not there, as on the server. */
export function withValue(values: MerchantValues, path: string, value: unknown): MerchantValues {
  const [name, ...rest] = path.split(".")
  const inner =
    rest.length === 0 ? value : withValue((values[name] as MerchantValues | undefined) ?? {}, rest.join("."), value)
  const { [name]: _, ...others } = values
  return isEmpty(inner) ? others : { ...others, [name]: inner }
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === "" || value === false) return true
  return typeof value === "object" && value !== null && Object.keys(value).length === 0
}

/** Places of the form where two profiles say different things. */
export function changedPlaces(one: MerchantValues, other: MerchantValues): string[] {
  return Object.values(MERCHANT_PLACES)
    .flat()
    .filter(({ fields }) => fields.some(({ path }) => said(one, path) !== said(other, path)))
    .map(({ place }) => place)
}

export function sameValues(one: MerchantValues, other: MerchantValues): boolean {
  return changedPlaces(one, other).length === 0
}

/** A value as one text, whatever the order of its members, and without the spaces around what was typed. */
function said(values: MerchantValues, path: string): string {
  return JSON.stringify(sorted(valueAt(values, path)))
}

function sorted(value: unknown): unknown {
  if (typeof value === "string") return value.trim()
  if (Array.isArray(value)) return value.map(sorted).filter((one) => one !== "")
  if (typeof value !== "object" || value === null) return value ?? null
  const members = Object.entries(value).map(([name, inner]): [string, unknown] => [name, sorted(inner)])
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)))
}
