import { setTimeout as wait } from "node:timers/promises"
import { GatewayError } from "../gateway-error"
import type { PaypalOptions } from "./options"
import { problem } from "./problem"
import { type IssuedToken, Tokens } from "./token"

const FIRST_WAIT_MS = 200
/** A longer `Retry-After` is not waited for: a customer or a worker stands behind the call. */
const LONGEST_WAIT_MS = 5_000

/** The network had not even a connection: PayPal heard nothing. */
const NEVER_REACHED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
])

export type PaypalCall = {
  readonly method: "GET" | "POST" | "PATCH"
  /** Path and query, from the first slash. */
  readonly path: string
  /** JSON text. */
  readonly body?: string
  /** Makes a POST that moves money repeatable: PayPal does it once. */
  readonly requestId?: string
  /** Says that this POST changes nothing: no answer then means nothing happened. */
  readonly harmless?: boolean
}

type Attempt = { readonly status: number; readonly body: string; readonly waitMs: number | null }

/**
 * PayPal's REST API over HTTPS. Every attempt has a time-out; calls that PayPal does once are repeated, with the same
 * request id, on 429, 5xx and silence. Nothing is logged.
 */
export class PaypalClient {
  private readonly tokens = new Tokens(() => this.issueToken())

  constructor(readonly options: PaypalOptions) {}

  /**
   * @returns the JSON that PayPal answers; null for an empty answer (204)
   * @throws GatewayError `refused` for 4xx, `unavailable` for 429 and for a server that was not reached, `uncertain` for 5xx and silence
   */
  async call<T>(call: PaypalCall): Promise<T> {
    return parse<T>(await this.repeat(call, (signal) => this.authorized(call, signal)), call)
  }

  private async authorized(call: PaypalCall, signal: () => AbortSignal): Promise<Attempt> {
    const token = await this.tokens.token()
    const first = await this.send(call, token, signal())
    if (first.status !== 401) return first
    // Revoked, or ended by a clock that disagrees: once more with a new one. A second refusal is final.
    this.tokens.refused(token)
    return this.send(call, await this.tokens.token(), signal())
  }

  private async send(
    { method, path, body, requestId }: PaypalCall,
    token: string,
    signal: AbortSignal,
  ): Promise<Attempt> {
    return attempt(`${this.options.apiBase}${path}`, {
      method,
      signal,
      body,
      headers: {
        Authorization: `Bearer ${token}`,
        "Content-Type": "application/json",
        Prefer: "return=representation",
        ...(requestId && { "PayPal-Request-Id": requestId }),
      },
    })
  }

  private async issueToken(): Promise<IssuedToken> {
    const { apiBase, clientId, clientSecret } = this.options
    const call: PaypalCall = { method: "POST", path: "/v1/oauth2/token", harmless: true }
    const body = await this.repeat(call, (signal) =>
      attempt(`${apiBase}/v1/oauth2/token`, {
        method: "POST",
        signal: signal(),
        body: "grant_type=client_credentials",
        headers: {
          Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`,
          "Content-Type": "application/x-www-form-urlencoded",
        },
      }),
    )
    return parse<IssuedToken>(body, call)
  }

  private async repeat(call: PaypalCall, one: (signal: () => AbortSignal) => Promise<Attempt>): Promise<string> {
    // Our patches set a value: set twice, it is the same.
    const repeatable = isHarmless(call) || call.method === "PATCH" || call.requestId !== undefined
    const signal = () => AbortSignal.timeout(this.options.timeoutMs)
    let doubt: GatewayError | null = null
    for (let attempts = 1; ; attempts += 1) {
      const { failure, body, waitMs, final } = await outcomeOf(one, signal)
      if (failure === null) return body
      if (failure.outcome === "uncertain") doubt = failure
      const again = repeatable && !final && failure.outcome !== "refused" && attempts <= this.options.maxRetries
      const pause = waitMs ?? backOff(attempts)
      if (!again || pause > LONGEST_WAIT_MS) throw verdict(failure, doubt, isHarmless(call))
      await wait(pause)
    }
  }
}

function isHarmless({ method, harmless }: PaypalCall): boolean {
  return method === "GET" || harmless === true
}

/** @throws GatewayError, for a success that is no JSON: something stands between PayPal and us */
function parse<T>(body: string, call: PaypalCall): T {
  if (body === "") return null as T
  try {
    return JSON.parse(body) as T
  } catch {
    throw new GatewayError(
      isHarmless(call) ? "unavailable" : "uncertain",
      "PayPal's address answered something that is not PayPal's; check apiBase and what stands between.",
    )
  }
}

/** A reading that failed did nothing; a 429 after a silence does not undo what the silence may have done. */
function verdict(failure: GatewayError, doubt: GatewayError | null, safe: boolean): GatewayError {
  if (failure.outcome === "refused") return failure
  if (safe) return new GatewayError("unavailable", "PayPal does not answer now; try again later.", failure.code)
  return doubt ?? failure
}

type Outcome = {
  readonly failure: GatewayError | null
  readonly body: string
  readonly waitMs: number | null
  readonly final: boolean
}

async function outcomeOf(
  one: (signal: () => AbortSignal) => Promise<Attempt>,
  signal: () => AbortSignal,
): Promise<Outcome> {
  try {
    const { status, body, waitMs } = await one(signal)
    return { failure: status < 300 ? null : problem(status, body), body, waitMs, final: false }
  } catch (error) {
    // The token's own failure: it was tried again already, and the call itself was not sent.
    const own = error instanceof GatewayError
    return { failure: own ? error : silence(error), body: "", waitMs: null, final: own }
  }
}

async function attempt(url: string, request: RequestInit): Promise<Attempt> {
  // A redirect would carry the credentials to wherever it points.
  const answer = await fetch(url, { ...request, redirect: "error" })
  return { status: answer.status, body: await answer.text(), waitMs: retryAfter(answer.headers.get("retry-after")) }
}

function silence(error: unknown): GatewayError {
  const code = (error as { cause?: { code?: string } }).cause?.code ?? (error as { name?: string }).name ?? null
  if (code && NEVER_REACHED.has(code)) {
    return new GatewayError("unavailable", "PayPal could not be reached; try again later.", code)
  }
  return new GatewayError("uncertain", "PayPal did not answer: nobody knows whether it was done.", code)
}

/** Seconds, as PayPal sends them; the date form counts as none. */
function retryAfter(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : null
}

/** Doubles, with as much again of chance, so that callers who failed together do not come back together. */
function backOff(attempts: number): number {
  const base = FIRST_WAIT_MS * 2 ** (attempts - 1)
  return base / 2 + Math.random() * base
}
