import { randomUUID } from "node:crypto"
import type { Answer, Call } from "../edge/server"
import { envelope } from "./refusal"
import type { World } from "./world"

/** Client credentials: https://developer.paypal.com/api/rest/authentication/ */
export function issueToken(world: World, { headers, body }: Call): Answer {
  const expected = `Basic ${Buffer.from(`${world.clientId}:${world.clientSecret}`).toString("base64")}`
  if (headers.authorization !== expected) {
    return { status: 401, json: { error: "invalid_client", error_description: "Client Authentication failed" } }
  }
  if (new URLSearchParams(body).get("grant_type") !== "client_credentials") {
    return { status: 400, json: { error: "unsupported_grant_type", error_description: "Grant Type is NULL" } }
  }
  const token = `A21AA${randomUUID()}`
  world.tokens.set(token, { until: Date.now() + world.tokenSeconds * 1000 })
  return {
    status: 200,
    json: {
      access_token: token,
      token_type: "Bearer",
      app_id: "APP-80W284485P519543T",
      expires_in: world.tokenSeconds,
    },
  }
}

/** @returns PayPal's answer to a call whose token does not hold; null when it does */
export function refuseStranger(world: World, { headers }: Call): Answer | null {
  const token = /^Bearer (\S+)$/.exec(headers.authorization ?? "")?.[1] ?? ""
  const known = world.tokens.get(token)
  return known && Date.now() < known.until ? null : { status: 401, json: envelope(401) }
}
