import type { Answer, Call } from "../edge/server"
import { StripeFault } from "./fault"
import type { Params } from "./form"

type Kept = { readonly call: string; readonly answer: Answer }

/** Answers that a key brings back. @see https://docs.stripe.com/api/idempotent_requests */
export class Idempotency {
  readonly kept = new Map<string, Kept>()

  /** Answers once for each key: the effect of the second call is the first one's answer. */
  answer({ method, path, headers }: Call, params: Params, act: () => Answer): Answer {
    const key = headers["idempotency-key"]
    if (method !== "POST" || typeof key !== "string") return act()
    const call = JSON.stringify([path, params])
    const before = this.kept.get(key)
    if (before) {
      if (before.call !== call) throw conflict(key)
      return { ...before.answer, headers: { ...before.answer.headers, "idempotent-replayed": "true" } }
    }
    const answer = act()
    if (isKept(answer)) this.kept.set(key, { call, answer: structuredClone(answer) })
    return answer
  }

  /** "Keys can be removed from the system after they're at least 24 hours old." */
  forget(): void {
    this.kept.clear()
  }
}

/** Nothing is kept of a call whose parameters were refused before anything began. */
function isKept({ status, json }: Answer): boolean {
  const { error } = (json ?? {}) as { error?: { code?: string } }
  return status !== 401 && !error?.code?.startsWith("parameter_")
}

function conflict(key: string): StripeFault {
  return new StripeFault(400, {
    type: "idempotency_error",
    message:
      "Keys for idempotent requests can only be used with the same parameters they were first used with. " +
      `Try using a key other than '${key}' if you meant to execute a different request.`,
  })
}
