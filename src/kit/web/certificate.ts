import { connect } from "node:tls"
import type { Target } from "./target"
import { WebError } from "./web-error"

export type Certificate = {
  /** Why browsers refuse it, in OpenSSL's word; null: they trust it. */
  readonly refused: string | null
  /** Last instant at which it holds; null where the server shows none. */
  readonly until: Date | null
}

/**
 * The certificate that a server shows, valid or not.
 * @param patience milliseconds
 * @throws WebError `unreachable` or `too_slow` when there is none to be seen
 */
export function certificateOf({ url, ip }: Target, patience: number): Promise<Certificate> {
  return new Promise((resolve, reject) => {
    const name = url.hostname.replace(/^\[|\]$/g, "")
    const socket = connect({
      host: ip,
      port: Number(url.port || 443),
      // Names of hosts alone may be asked for; an address is checked against the certificate all the same.
      ...(name === ip ? {} : { servername: name }),
      // Looked at, then said; nothing is sent over it.
      rejectUnauthorized: false,
    })
    socket.setTimeout(patience, () => socket.destroy(new WebError("too_slow", "it did not answer in time")))
    socket.on("error", (error: NodeJS.ErrnoException) =>
      reject(error instanceof WebError ? error : new WebError("unreachable", error.code ?? error.message)),
    )
    socket.on("secureConnect", () => {
      const { valid_to } = socket.getPeerCertificate()
      const refused = socket.authorized ? null : String(socket.authorizationError ?? "refused")
      resolve({ refused, until: valid_to ? new Date(valid_to) : null })
      socket.destroy()
    })
  })
}
