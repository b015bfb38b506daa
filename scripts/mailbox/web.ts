/** The mailbox page, served on 127.0.0.1. It only reads. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { attachedFiles, shownHtml, type Mail } from "./mail"
import { framed, listPage, mailPage, troublePage, type View } from "./page"
import type { Store } from "./store"
import { STYLE } from "./style"
import { languageOf } from "./words"

const PER_PAGE = 50
/** A foreign page could otherwise read mails under a name of its own that resolves to 127.0.0.1. */
const OUR_NAMES = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
/** For the HTML of a mail, also when it is opened outside its frame: its styles and own images, nothing from elsewhere. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"

export interface Web {
  readonly port: number
  stop(): Promise<void>
}

/**
 * Serves the page.
 * @param port 0 for a free one
 * @throws Error when it cannot listen there
 */
export async function startWeb(port: number, store: Store, smtpPort: number): Promise<Web> {
  const server = createServer((request, response) => {
    answer(request, store, smtpPort)
      .catch(() => page(troublePage(viewOf(request), "failure"), 500))
      .then(
        (reply) => send(request, response, reply),
        () => response.destroy(),
      )
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) =>
      reject(
        new Error(`The mailbox page cannot be served on 127.0.0.1:${port} (${error.message}): choose another port.`),
      ),
    )
    server.listen(port, "127.0.0.1", resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Reply {
  readonly status: number
  readonly type: string
  readonly body: string | Buffer
  readonly headers?: Record<string, string>
}

async function answer(request: IncomingMessage, store: Store, smtpPort: number): Promise<Reply> {
  if (!OUR_NAMES.test(request.headers.host ?? "")) return { status: 421, type: "text/plain", body: "not here\n" }
  if (request.method !== "GET" && request.method !== "HEAD") {
    return { status: 405, type: "text/plain", body: "read only\n", headers: { allow: "GET, HEAD" } }
  }
  const view = viewOf(request)
  if (view.path === "/") return list(view, store, smtpPort)
  if (view.path === "/style.css") return { status: 200, type: "text/css; charset=utf-8", body: STYLE }
  if (view.path === "/favicon.ico") return { status: 204, type: "image/x-icon", body: "" }
  const [, id, part, index] = /^\/mail\/([\w-]+)(?:\/(html|raw|attachments)(?:\/(\d+))?)?$/.exec(view.path) ?? []
  const mail = id === undefined ? null : await store.get(id)
  return (mail && (await partOf(view, mail, part, index))) ?? page(troublePage(view, "notFound"), 404)
}

async function list(view: View, store: Store, smtpPort: number): Promise<Reply> {
  const ids = store.ids().reverse()
  const pages = Math.max(1, Math.ceil(ids.length / PER_PAGE))
  const asked = Math.trunc(Number(view.query.get("page") ?? 1)) || 1
  const number = Math.min(Math.max(asked, 1), pages)
  const mails = await Promise.all(ids.slice((number - 1) * PER_PAGE, number * PER_PAGE).map((id) => store.get(id)))
  const there = mails.filter((mail) => mail !== null)
  return page(listPage(view, there, { page: number, pages, count: ids.length, smtpPort }))
}

/** Null for a part that the mail does not have. */
async function partOf(view: View, mail: Mail, part?: string, index?: string): Promise<Reply | null> {
  if (part === undefined) return page(mailPage(view, mail))
  if (part === "raw") return download(mail.raw, "message/rfc822", `${mail.id}.eml`)
  if (part === "html") {
    const html = await shownHtml(mail.raw)
    const headers = { "content-security-policy": MAIL_POLICY }
    return html === null ? null : { status: 200, type: "text/html; charset=utf-8", body: framed(html), headers }
  }
  const file = index === undefined ? undefined : (await attachedFiles(mail.raw))[Number(index)]
  return file ? download(file.content, file.contentType, file.filename) : null
}

function page(body: string, status = 200): Reply {
  return { status, type: "text/html; charset=utf-8", body }
}

function download(body: Buffer, contentType: string, filename: string): Reply {
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : "application/octet-stream"
  const name = encodeURIComponent(filename.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return { status: 200, type, body, headers: { "content-disposition": `attachment; filename*=UTF-8''${name}` } }
}

function send(request: IncomingMessage, response: ServerResponse, { status, type, body, headers }: Reply): void {
  response.writeHead(status, {
    "content-type": type,
    "content-length": Buffer.byteLength(body),
    "content-security-policy": PAGE_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    vary: "accept-language",
    ...headers,
  })
  response.end(request.method === "HEAD" ? undefined : body)
}

function viewOf(request: IncomingMessage): View {
  const [path, search = ""] = (request.url ?? "/").split(/\?(.*)/s)
  const query = new URLSearchParams(search)
  // The page links to itself in the other language, and "//name" would lead to another server.
  const plain = /^(\/[\w.-]+)*\/?$/.test(path) ? path : "/-"
  return { path: plain, query, language: languageOf(query.get("lang"), request.headers["accept-language"]) }
}
