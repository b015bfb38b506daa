import http from "node:http"
import https from "node:https"
import { pinned, type Target, targetOf, type WebRules } from "./target"
import { WebError } from "./web-error"

const MOST_REDIRECTS = 5
const REDIRECTS = [301, 302, 303, 307, 308]

export type Fetched = {
  /** Where it was found in the end. */
  readonly url: string
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: Buffer
}

export type FetchRules = WebRules & {
  /** Bytes of the body, at most. */
  readonly most: number
  /** Milliseconds for the whole, redirects counted. */
  readonly patience: number
  /** Types of content that are read; null: any. */
  readonly types: RegExp | null
  /** Headers to send; cookies and credentials are not among them, whatever is given. */
  readonly headers?: Readonly<Record<string, string>>
  /** False: the first answer is the answer, be it a redirect. */
  readonly follow?: boolean
}

/**
 * Reads an address of the web that somebody typed. Each hop is looked up once, checked, and asked at that very address, so
 * that neither a name that changes nor a redirect leads inside. GET only; nothing is sent that could identify anybody.
 * @throws WebError saying why it was not read
 */
export async function fetchPage(address: string | URL, rules: FetchRules): Promise<Fetched> {
  const until = AbortSignal.timeout(rules.patience)
  let next: string | URL = address
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const target = await within(until, targetOf(next, rules))
    const answer = await ask(target, rules, until)
    const { location } = answer.headers
    if (rules.follow === false || !REDIRECTS.includes(answer.status) || location === undefined) return answer
    if (!URL.canParse(location, target.url.href)) throw new WebError("address", "it redirects to what is no address")
    next = new URL(location, target.url)
  }
  throw new WebError("too_many_redirects", `it redirects more than ${MOST_REDIRECTS} times`)
}

function ask(target: Target, rules: FetchRules, signal: AbortSignal): Promise<Fetched> {
  const { url } = target
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(troubleOf(error, signal))
    const request = (url.protocol === "https:" ? https : http).request(url, {
      method: "GET",
      headers: headersOf(rules.headers),
      // A connection of its own: none that was opened to another address is used again.
      agent: false,
      lookup: pinned(target) as never,
      signal,
    })
    request.on("error", fail)
    request.on("response", (response) => {
      const { statusCode: status = 0, headers } = response
      const done = (body: Buffer) => resolve({ url: url.href, status, headers, body })
      if (REDIRECTS.includes(status)) {
        done(Buffer.alloc(0))
        return response.destroy()
      }
      if (rules.types && !rules.types.test(headers["content-type"] ?? "")) {
        response.destroy()
        return fail(new WebError("type", `it answers ${headers["content-type"] ?? "content without a type"}`))
      }
      read(response, rules.most).then(done, fail)
    })
    request.end()
  })
}

async function read(response: http.IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > most) {
      response.destroy()
      throw new WebError("too_large", `it is longer than ${most} bytes`)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** What is compressed could be a bomb, and is not asked for. */
function headersOf(given: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = Object.entries(given).filter(
    ([name]) => !/^(cookie|authorization|proxy-|host$|connection$|accept-encoding$|:)/i.test(name),
  )
  return {
    "user-agent": "Mozilla/5.0 (compatible; medusa-plugin-hamon conformity report)",
    accept: "text/html",
    ...Object.fromEntries(kept),
    "accept-encoding": "identity",
  }
}

function troubleOf(error: unknown, signal: AbortSignal): WebError {
  if (error instanceof WebError) return error
  if (signal.aborted) return new WebError("too_slow", "it did not answer in time")
  const { code, message } = error as NodeJS.ErrnoException
  return new WebError("unreachable", `nobody answers there as it should (${code ?? message})`)
}

/** The look-up of a name has no signal of its own. */
function within<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new WebError("too_slow", "it did not answer in time"))
    if (signal.aborted) return late()
    signal.addEventListener("abort", late, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", late))
  })
}
