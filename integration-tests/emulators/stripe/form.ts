/** Parameters of a call: texts, lists and records of them. */
export type Params = { [name: string]: Param }
export type Param = string | Param[] | Params

/** Reads `a=1&b[c]=2&d[0]=3&e[]=4`, as Stripe does. @see https://docs.stripe.com/api/metadata for the brackets */
export function readForm(text: string): Params {
  const form: Params = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const brackets = [...name.matchAll(/\[([^\]]*)\]/g)].map(([, inner]) => inner)
    put(form, [name.split("[")[0], ...brackets], value)
  }
  return form
}

function put(into: Params, [name, ...rest]: string[], value: string): void {
  if (rest.length === 0 && name !== "__proto__") into[name] = value
  else if (rest.length === 1 && /^\d*$/.test(rest[0])) into[name] = [...asList(into[name]), value]
  else if (name !== "__proto__") {
    const inner: Params = isRecord(into[name]) ? into[name] : {}
    into[name] = inner
    put(inner, rest, value)
  }
}

function asList(value: Param | undefined): Param[] {
  return Array.isArray(value) ? value : value === undefined || value === "" ? [] : [value]
}

export function isRecord(value: Param | undefined): value is Params {
  return typeof value === "object" && !Array.isArray(value)
}

export function asText(value: Param | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined
}

export function asTexts(value: Param | undefined): string[] {
  return asList(value).filter((one): one is string => typeof one === "string")
}

/** Metadata merged as Stripe merges it: an empty text unsets its key. */
export function mergeMetadata(before: Record<string, string>, given: Param | undefined): Record<string, string> {
  if (given === "") return {}
  const merged = { ...before, ...(isRecord(given) ? (given as Record<string, string>) : {}) }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ""))
}
