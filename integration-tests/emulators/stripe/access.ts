import type { Call } from "../edge/server"
import { invalid } from "./fault"
import { asText, type Params } from "./form"
import type { State } from "./state"

export type Keys = { readonly apiKey: string; readonly publishableKey: string }

/**
 * Who asks: the shop's server, or a page in a browser.
 * @throws StripeFault 401 for a wrong key. @see https://docs.stripe.com/api/authentication
 */
export function whoAsks({ headers }: Call, params: Params, keys: Keys): "server" | "page" {
  const given = keyIn(headers.authorization) ?? asText(params.key)
  if (given === keys.apiKey) return "server"
  if (given === keys.publishableKey) return "page"
  if (given === undefined) throw invalid("You did not provide an API key.", {}, 401)
  throw invalid(`Invalid API Key provided: ${given.slice(0, 8)}****`, {}, 401)
}

/** @throws StripeFault when a page names an object without its secret */
export function checkSecret(state: State, id: string, params: Params): void {
  const object = state.intents.get(id) ?? state.setups.get(id)
  if (object && object.client_secret !== params.client_secret) {
    throw invalid(`The client_secret provided does not match any associated intent.`, { param: "client_secret" })
  }
}

/** What a page may see. @see https://docs.stripe.com/js/payment_intents/retrieve_payment_intent */
export function forPage<T extends object>(answer: T): Partial<T> {
  const {
    metadata: _metadata,
    customer: _customer,
    latest_charge: _charge,
    ...seen
  } = answer as Record<string, unknown>
  return seen as Partial<T>
}

function keyIn(authorization: string | undefined): string | undefined {
  const [scheme, value = ""] = (authorization ?? "").split(" ")
  if (scheme === "Bearer") return value
  if (scheme === "Basic") return Buffer.from(value, "base64").toString("utf8").split(":")[0]
  return undefined
}
