type Method = "GET" | "POST" | "PUT" | "DELETE"

/** What a call to the store may carry. */
type Call = { readonly method?: Method; readonly body?: unknown }

/** An answer of the store: JSON of any shape. The callers read known members of Medusa's API. */
export type Answer = any

/** A call that the store refused: status and words, as the caller needs them to know why. */
class RefusedCall extends Error {
  constructor(
    readonly status: number,
    readonly answer: string,
    call: string,
  ) {
    super(`${call} answered ${status}: ${answer.slice(0, 500)}`)
  }
}

/** A Medusa store over HTTP alone, as staff, as a customer's browser and as the hosted pages see it. */
export class Shop {
  private token: string | null = null
  private publishableKey: string | null = null
  private customer: string | null = null

  constructor(readonly url: string) {}

  /** Logs a member of staff in; the token is kept for `admin`. */
  async logIn(email: string, password: string): Promise<void> {
    const { token } = await this.call("/auth/user/emailpass", {}, { method: "POST", body: { email, password } })
    this.token = token
  }

  useKey(publishableKey: string): void {
    this.publishableKey = publishableKey
  }

  /** The same store, as a customer who is logged in sees it. @param token of `POST /auth/customer/emailpass` */
  asCustomer(token: string): Shop {
    const own = new Shop(this.url)
    own.publishableKey = this.publishableKey
    own.customer = token
    return own
  }

  /** Headers of a call of the store API. */
  get storeHeaders(): Record<string, string> {
    return {
      "x-publishable-api-key": this.key,
      ...(this.customer !== null && { authorization: `Bearer ${this.customer}` }),
    }
  }

  /** Headers of a call as staff. */
  get staffHeaders(): Record<string, string> {
    return { authorization: `Bearer ${this.token}` }
  }

  get key(): string {
    return this.publishableKey ?? ""
  }

  /** @param method default: POST with a body, GET without */
  admin(path: string, body?: unknown, method?: Method): Promise<Answer> {
    return this.call(`/admin${path}`, this.staffHeaders, asCall(body, method))
  }

  /** @param method default: POST with a body, GET without */
  store(path: string, body?: unknown, method?: Method): Promise<Answer> {
    return this.call(`/store${path}`, this.storeHeaders, asCall(body, method))
  }

  /** A hosted page; with fields, the form is submitted as a browser without script does. */
  async page(
    path: string,
    fields?: Record<string, string | readonly string[]>,
    headers: Record<string, string> = {},
  ): Promise<Page> {
    const body = fields && new URLSearchParams(pairs(fields))
    const response = await fetch(this.url + path, { method: body ? "POST" : "GET", body, headers })
    return { status: response.status, headers: response.headers, html: await response.text() }
  }

  private async call(path: string, headers: Record<string, string>, { method = "GET", body }: Call): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new RefusedCall(response.status, text, `${method} ${path}`)
    return text === "" ? null : JSON.parse(text)
  }
}

export type Page = { readonly status: number; readonly headers: Headers; readonly html: string }

/** The value of a hidden field or an input of a page. */
export function fieldIn({ html }: Page, name: string): string {
  const found = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1]
  if (found === undefined) throw new Error(`the page has no field ${name}: ${html.slice(0, 300)}`)
  return found
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
}

function pairs(fields: Record<string, string | readonly string[]>): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one]))
}

function asCall(body: unknown, method: Method = body === undefined ? "GET" : "POST"): Call {
  return { method, body }
}
