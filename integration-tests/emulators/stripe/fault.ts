import type { Answer } from "../edge/server"

export type FaultBody = {
  readonly type: "invalid_request_error" | "card_error" | "idempotency_error" | "rate_limit_error" | "api_error"
  readonly message: string
  readonly code?: string
  readonly decline_code?: string
  readonly param?: string
  readonly payment_intent?: unknown
  readonly payment_method?: unknown
  readonly charge?: string
}

/** An answer in Stripe's envelope. @see https://docs.stripe.com/api/errors */
export class StripeFault extends Error {
  constructor(
    readonly status: number,
    readonly body: FaultBody,
  ) {
    super(body.message)
  }

  answer(): Answer {
    return { status: this.status, json: { error: this.body } }
  }
}

export function invalid(message: string, more: Partial<FaultBody> = {}, status = 400): StripeFault {
  return new StripeFault(status, { type: "invalid_request_error", message, ...more })
}

export function missing(what: string, id: string, param = "id"): StripeFault {
  return invalid(`No such ${what}: '${id}'`, { code: "resource_missing", param }, 404)
}

/** What Stripe says at an injected status. */
export function broken(status: number): { error: FaultBody } {
  if (status === 429) {
    return { error: { type: "rate_limit_error", code: "rate_limit", message: "Request rate limit exceeded." } }
  }
  if (status === 409) {
    const message = "There is currently another in-progress request using this Idempotent Key."
    return { error: { type: "idempotency_error", code: "idempotency_key_in_use", message } }
  }
  return { error: { type: "api_error", message: "An unknown error occurred" } }
}
