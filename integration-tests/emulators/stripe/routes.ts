import { invalid } from "./fault"
import { asText, asTexts, mergeMetadata, type Params } from "./form"
import { cancelIntent, captureIntent, confirmIntent, createIntent, updateIntent } from "./intents"
import { page, matching, ofTypes } from "./lists"
import { attachMethod, createMethod, detachMethod, methodOf } from "./methods"
import { newCustomer, newSetup } from "./objects"
import { createRefund } from "./refunds"
import type { State } from "./state"

type Asked = { readonly state: State; readonly params: Params; readonly id: string; readonly key: string | null }

type Route = {
  readonly method: string
  readonly path: RegExp
  /** Whether a page may ask it, with the publishable key and the object's client secret. */
  readonly page?: boolean
  readonly answer: (asked: Asked) => object
}

/** Everything that is emulated; `:id` is a path's variable part. */
const ROUTES: readonly Route[] = [
  route("POST", "payment_intents", ({ state, params, key }) => createIntent(state, params, key)),
  route("GET", "payment_intents", ({ state, params }) =>
    page("/v1/payment_intents", matching(state.intents.values(), params, ["customer"]), params),
  ),
  route("GET", "payment_intents/:id", ({ state, id }) => state.intent(id), true),
  route("POST", "payment_intents/:id", ({ state, id, params }) => updateIntent(state, state.intent(id), params)),
  route(
    "POST",
    "payment_intents/:id/confirm",
    ({ state, id, params, key }) => confirmIntent(state, state.intent(id), params, key),
    true,
  ),
  route("POST", "payment_intents/:id/capture", ({ state, id, params, key }) =>
    captureIntent(state, state.intent(id), params, key),
  ),
  route("POST", "payment_intents/:id/cancel", ({ state, id, params, key }) =>
    cancelIntent(state, state.intent(id), params, key),
  ),

  route("POST", "refunds", ({ state, params, key }) => createRefund(state, params, key)),
  route("GET", "refunds", ({ state, params }) =>
    page("/v1/refunds", matching(state.refunds.values(), params, ["payment_intent", "charge"]), params),
  ),
  route("GET", "refunds/:id", ({ state, id }) => state.find(state.refunds, "refund", id)),

  route("GET", "charges", ({ state, params }) =>
    page("/v1/charges", matching(state.charges.values(), params, ["payment_intent", "customer"]), params),
  ),
  route("GET", "charges/:id", ({ state, id }) => state.find(state.charges, "charge", id)),

  route("GET", "disputes", ({ state, params }) =>
    page("/v1/disputes", matching(state.disputes.values(), params, ["payment_intent", "charge"]), params),
  ),
  route("GET", "disputes/:id", ({ state, id }) => state.find(state.disputes, "dispute", id)),

  route("GET", "events", ({ state, params }) => page("/v1/events", ofTypes(state.events.values(), params), params)),
  route("GET", "events/:id", ({ state, id }) => state.find(state.events, "event", id)),

  route("POST", "customers", ({ state, params }) => {
    const { email, name, phone } = params
    const customer = newCustomer(state, { email: asText(email) ?? null, name: asText(name), phone: asText(phone) })
    state.customers.set(customer.id, customer)
    return customer
  }),
  route("GET", "customers/:id", ({ state, id }) => state.find(state.customers, "customer", id)),
  route("POST", "customers/:id", ({ state, id, params }) => {
    const customer = state.find(state.customers, "customer", id)
    customer.email = asText(params.email) ?? customer.email
    customer.name = asText(params.name) ?? customer.name
    customer.metadata = mergeMetadata(customer.metadata, params.metadata)
    return customer
  }),
  route("DELETE", "customers/:id", ({ state, id }) => {
    state.customers.delete(state.find(state.customers, "customer", id).id)
    return { id, object: "customer", deleted: true }
  }),
  route("GET", "customers/:id/payment_methods", ({ state, id, params }) =>
    page(
      `/v1/customers/${id}/payment_methods`,
      matching(state.methods.values(), { customer: id }, ["customer"]),
      params,
    ),
  ),

  route("POST", "payment_methods", ({ state, params }) => createMethod(state, params), true),
  route("GET", "payment_methods/:id", ({ state, id }) => methodOf(state, id)),
  route("POST", "payment_methods/:id/attach", ({ state, id, params }) =>
    attachMethod(state, methodOf(state, id), params),
  ),
  route("POST", "payment_methods/:id/detach", ({ state, id }) => detachMethod(methodOf(state, id))),

  route("POST", "setup_intents", ({ state, params }) => {
    const types = asTexts(params.payment_method_types)
    const customer = asText(params.customer) ?? null
    const setup = newSetup(state, customer, types.length ? types : ["card"], asText(params.usage) ?? "off_session")
    state.setups.set(setup.id, setup)
    return setup
  }),
  route("GET", "setup_intents/:id", ({ state, id }) => state.find(state.setups, "setup_intent", id), true),
  route(
    "POST",
    "setup_intents/:id/confirm",
    ({ state, id, params }) => {
      const setup = state.find(state.setups, "setup_intent", id)
      setup.payment_method = methodOf(state, asText(params.payment_method) ?? "").id
      setup.status = "succeeded"
      return setup
    },
    true,
  ),
]

/** Finds what answers a call. @throws StripeFault 404 in Stripe's own words, which the SDK takes for an error */
export function routeOf(method: string, path: string): { route: Route; id: string } {
  for (const route of ROUTES) {
    const found = route.method === method && route.path.exec(path)
    if (found) return { route, id: found[1] ?? "" }
  }
  throw invalid(`Unrecognized request URL (${method}: ${path}).`, {}, 404)
}

function route(method: string, path: string, answer: Route["answer"], page = false): Route {
  return { method, path: new RegExp(`^/v1/${path.replace(":id", "([^/]+)")}$`), page, answer }
}
