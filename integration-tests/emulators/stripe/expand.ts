import { asTexts, type Params } from "./form"
import type { State } from "./state"

/** Puts objects where their ids stand, as `expand` asks. @see https://docs.stripe.com/api/expanding_objects */
export function expanded(state: State, answer: object, params: Params): object {
  const whole = structuredClone(answer)
  for (const path of asTexts(params.expand)) expandAt(state, whole, path.split("."))
  return whole
}

function expandAt(state: State, into: unknown, [name, ...rest]: string[]): void {
  if (typeof into !== "object" || into === null) return
  if (Array.isArray(into)) return into.forEach((one) => expandAt(state, one, [name, ...rest]))
  const record = into as Record<string, unknown>
  const found = typeof record[name] === "string" ? lookUp(state, record[name]) : undefined
  if (found) record[name] = structuredClone(found)
  if (rest.length > 0) expandAt(state, record[name], rest)
}

function lookUp(state: State, id: string): object | undefined {
  const { intents, charges, methods, customers, refunds, disputes } = state
  return [intents, charges, methods, customers, refunds, disputes].map((map) => map.get(id)).find(Boolean)
}
