import { invalid } from "./fault"
import { asText, asTexts, isRecord, type Params } from "./form"

type Listed = { readonly id: string; readonly created: number }

/** A page of a list, newest first. @see https://docs.stripe.com/api/pagination */
export function page<T extends Listed>(url: string, all: Iterable<T>, params: Params): object {
  const limit = Number(asText(params.limit) ?? 10)
  if (!(limit >= 1 && limit <= 100)) throw invalid("limit must be between 1 and 100", { param: "limit" })
  const newestFirst = [...all].reverse().filter((one) => isCreated(one, params))
  const after = newestFirst.findIndex(({ id }) => id === params.starting_after)
  const from = newestFirst.slice(after + 1)
  return { object: "list", url, has_more: from.length > limit, data: from.slice(0, limit) }
}

/** Objects whose named fields are what the parameters ask for. */
export function matching<T extends object>(all: Iterable<T>, params: Params, fields: readonly string[]): T[] {
  return [...all].filter((one) =>
    fields.every((field) => params[field] === undefined || (one as Record<string, unknown>)[field] === params[field]),
  )
}

export function ofTypes<T extends { readonly type: string }>(all: Iterable<T>, params: Params): T[] {
  const types = [...asTexts(params.types), ...asTexts(params.type)]
  if (types.length > 20) throw invalid("types may name 20 events at most", { param: "types" })
  return [...all].filter(({ type }) => types.length === 0 || types.includes(type))
}

function isCreated({ created }: Listed, { created: asked }: Params): boolean {
  if (!isRecord(asked)) return asked === undefined || String(created) === asked
  const bound = (name: string, otherwise: number) => Number(asText(asked[name]) ?? otherwise)
  return (
    created >= bound("gte", -Infinity) &&
    created > bound("gt", -Infinity) &&
    created <= bound("lte", Infinity) &&
    created < bound("lt", Infinity)
  )
}
