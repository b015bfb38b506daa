import type { AddressInfo, Socket } from "node:net"
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server"
import type { Envelope } from "./mail"

const LARGEST_BYTES = 10 * 1024 * 1024
/** Clients that keep a pool of connections do not close them by themselves. */
const CLOSE_MS = 200

export interface SmtpReply {
  /** From 400 to 599: below 500 the sender may try again later. */
  readonly code: number
  readonly text: string
}

export interface Smtp {
  readonly port: number
  /** The next `count` messages are refused, at their first recipient. */
  failNext(count: number, reply?: SmtpReply): void
  /** The next `count` messages are kept, and the connection is closed before the sender is told. */
  dropNext(count: number): void
  stop(): Promise<void>
}

/**
 * A mail server on 127.0.0.1 that hands every message to `keep`, and says 250 once that has resolved. It takes any
 * password or none, and offers no TLS.
 * @param port 0 for a free one
 * @throws Error when it cannot listen there
 */
export async function startSmtp(
  port: number,
  keep: (envelope: Envelope, raw: Buffer) => Promise<unknown>,
): Promise<Smtp> {
  const failures: SmtpReply[] = []
  let drops = 0
  /** By the port at their other end, which a session knows. */
  const sockets = new Map<number, Socket>()
  const refused = new WeakMap<object, SmtpReply>()

  const server = new SMTPServer({
    banner: "hamon mailbox",
    size: LARGEST_BYTES,
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    closeTimeout: CLOSE_MS,
    onAuth: (auth, _session, callback) => callback(null, { user: auth.username ?? "anybody" }),
    onRcptTo: (_address, session, callback) => {
      // Every recipient of the message gets the same answer, and the message counts once.
      const reply = refused.get(session.envelope) ?? failures.shift()
      if (!reply) return callback()
      refused.set(session.envelope, reply)
      callback(smtpError(reply))
    },
    onData: (stream, session, callback) => {
      receive(stream, session).then(() => {
        if (drops > 0) {
          drops--
          sockets.get(session.remotePort)?.destroy()
        }
        callback()
      }, callback)
    },
  })

  async function receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = []
    // Read to the end even when it is too long: the sender listens only after its last byte.
    for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer)
    if (stream.sizeExceeded) throw smtpError({ code: 552, text: `5.3.4 The limit is ${LARGEST_BYTES} bytes` })
    const { mailFrom, rcptTo } = session.envelope
    const envelope = {
      receivedAt: new Date(),
      from: mailFrom ? mailFrom.address : "",
      to: rcptTo.map(({ address }) => address),
    }
    try {
      await keep(envelope, Buffer.concat(chunks))
    } catch (error) {
      throw smtpError({ code: 451, text: `4.3.0 The mail could not be kept: ${String(error)}` })
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: Error) =>
      reject(new Error(`The mailbox cannot receive on 127.0.0.1:${port} (${error.message}): choose another port.`)),
    )
    server.listen(port, "127.0.0.1", resolve)
  })
  // A client that breaks off is told of in an event, which would end this process if nobody listened.
  server.on("error", () => undefined)
  server.server.on("connection", (socket: Socket) => {
    const { remotePort } = socket
    if (remotePort === undefined) return
    sockets.set(remotePort, socket)
    socket.once("close", () => sockets.delete(remotePort))
  })

  return {
    port: (server.server.address() as AddressInfo).port,
    failNext: (count, reply = { code: 451, text: "4.3.2 Try again later" }) => {
      if (!(reply.code >= 400 && reply.code <= 599)) throw new RangeError(`${reply.code} is not a refusal: 400 to 599`)
      failures.push(...Array<SmtpReply>(count).fill(reply))
    },
    dropNext: (count) => {
      drops += count
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function smtpError({ code, text }: SmtpReply): Error {
  return Object.assign(new Error(text.replace(/[\r\n]+/g, " ")), { responseCode: code })
}
