import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { Faults } from "./faults"

export type Call = {
  readonly method: string
  /** Path without the query. */
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage["headers"]
  /** The body as it was sent. */
  readonly body: string
}

/** An answer; `html` is sent as a page, `location` redirects, otherwise `json` is the body. */
export type Answer = {
  readonly status: number
  readonly json?: unknown
  readonly html?: string
  readonly headers?: Readonly<Record<string, string>>
}

/**
 * A provider's server on a free port of this machine. `answer` does the effect and says what is answered; `broken` is the
 * provider's own envelope for an injected status. Calls are kept for tests to read.
 */
export class EdgeServer {
  readonly faults = new Faults()
  readonly calls: Call[] = []
  private readonly server: Server
  private readonly silent = new Set<ServerResponse>()

  constructor(
    private readonly answer: (call: Call) => Promise<Answer> | Answer,
    private readonly broken: (status: number) => unknown,
    /** Told after each effect, before anybody hears of it. */
    private readonly keep: () => void = () => undefined,
  ) {
    this.server = createServer((request, response) => {
      void this.handle(request, response)
    })
  }

  /** @returns the address, such as http://127.0.0.1:41234 */
  async start(port = 0): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.server.once("error", reject)
      this.server.listen(port, "127.0.0.1", resolve)
    })
    const { port: taken } = this.server.address() as { port: number }
    return `http://127.0.0.1:${taken}`
  }

  /** Ends every silence without an answer, as a network does that is cut: nobody has to wait for a caller's patience. */
  hangUp(): void {
    this.silent.forEach((response) => response.destroy())
    this.silent.clear()
  }

  async stop(): Promise<void> {
    this.hangUp()
    this.server.closeAllConnections()
    await new Promise<void>((resolve) => this.server.close(() => resolve()))
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await read(request)
    this.calls.push(call)
    const fault = this.faults.take(call.method, call.path)
    try {
      const answer = fault?.when === "before" ? null : await this.answer(call)
      if (answer && call.method !== "GET") this.keep()
      if (fault?.kind === "silence") {
        this.silent.add(response)
        return
      }
      send(
        response,
        fault || !answer ? { status: fault?.status ?? 500, json: this.broken(fault?.status ?? 500) } : answer,
      )
    } catch (error) {
      // A fault of the emulator itself: shown, so that no test mistakes it for the provider's.
      send(response, { status: 599, json: { emulator: String(error) } })
    }
  }
}

async function read(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const url = new URL(request.url ?? "/", "http://edge")
  return {
    method: request.method ?? "GET",
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body: Buffer.concat(chunks).toString("utf8"),
  }
}

function send(response: ServerResponse, { status, json, html, headers = {} }: Answer): void {
  if (html === undefined) {
    response.writeHead(status, { "content-type": "application/json", ...headers })
    response.end(json === undefined ? "" : JSON.stringify(json))
    return
  }
  response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers })
  response.end(html)
}
