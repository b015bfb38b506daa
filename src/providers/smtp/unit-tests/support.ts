import { type AddressInfo, createServer, type Server, type Socket } from "node:net"
import type { ProviderSendNotificationDTO } from "@medusajs/framework/types"
import { simpleParser } from "mailparser"
import { SMTPServer, type SMTPServerOptions } from "smtp-server"
import type { SmtpFailure } from "../failure"
import type { SmtpOptionsInput } from "../options"
import { SmtpNotificationService } from "../service"

const closers: (() => Promise<void> | void)[] = []

/** To be called after each test: what a test opened would keep the runner waiting. */
export async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close()
}

/** The provider, pointed at a port of this machine. */
export function provider(port: number, options: Partial<SmtpOptionsInput> = {}): SmtpNotificationService {
  const service = new SmtpNotificationService(
    {},
    { from: "Boutique <shop@shop.example>", host: "127.0.0.1", port, ...options },
  )
  closers.push(() => service.close())
  return service
}

export function letter(changes: Partial<ProviderSendNotificationDTO> = {}): ProviderSendNotificationDTO {
  return {
    to: "claire@client.example",
    channel: "email",
    template: "receipt",
    content: { subject: "Votre rétractation", text: "Reçue à 10 h.", html: "<p>Reçue à 10 h.</p>" },
    ...changes,
  }
}

type Received = { readonly raw: Buffer; readonly from: string; readonly to: string[]; readonly secure: boolean }

/** A real SMTP server that keeps what it takes. */
export async function smtpServer(options: SMTPServerOptions = {}) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    disableReverseLookup: true,
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope
        const from = mailFrom ? mailFrom.address : ""
        received.push({
          raw: Buffer.concat(chunks),
          from,
          to: rcptTo.map((one) => one.address),
          secure: session.secure,
        })
        done()
      })
    },
    ...options,
  })
  server.on("error", () => {})
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  closers.push(() => new Promise<void>((resolve) => server.close(resolve)))
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    parsed: async (index = 0) => simpleParser(received[index].raw),
  }
}

/** What a scripted server answers to a command: a reply, or an act on the socket. END stands for the end of the letter. */
type Script = Partial<
  Record<"CONNECT" | "EHLO" | "MAIL" | "RCPT" | "DATA" | "END", string | ((socket: Socket) => void)>
>

const WELL_BEHAVED: Required<Script> = {
  CONNECT: "220 ready",
  EHLO: "250 scripted",
  MAIL: "250 ok",
  RCPT: "250 ok",
  DATA: "354 go on",
  END: "250 taken",
}

/** A server that follows a script, for what a well-behaved one never does. */
export async function scriptedServer(script: Script) {
  const seen: string[] = []
  const sockets = new Set<Socket>()
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on("error", () => {})
    const play = (step: keyof Script) => {
      seen.push(step)
      const act = script[step] ?? WELL_BEHAVED[step]
      if (typeof act === "string") socket.write(`${act}\r\n`)
      else act(socket)
    }
    let pending = ""
    let inLetter = false
    socket.on("data", (chunk) => {
      pending += chunk.toString("latin1")
      for (let end = pending.indexOf("\r\n"); end >= 0; end = pending.indexOf("\r\n")) {
        const line = pending.slice(0, end)
        pending = pending.slice(end + 2)
        const verb = line.slice(0, 4)
        if (inLetter) {
          if (line !== ".") continue
          inLetter = false
          play("END")
        } else if (verb in WELL_BEHAVED) {
          play(verb as keyof Script)
          inLetter = verb === "DATA"
        } else socket.write("250 ok\r\n")
      }
    })
    play("CONNECT")
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  closers.push(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return { port: (server.address() as AddressInfo).port, seen }
}

/** A port of this machine on which nobody listens. */
export async function deafPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The failure of an attempt that must fail. */
export async function failureOf(
  attempt: Promise<unknown>,
): Promise<SmtpFailure & { readonly message: string; readonly type: string }> {
  const error = await attempt.then(
    () => {
      throw new Error("the letter was sent")
    },
    (reason: Error & { smtp: SmtpFailure; type: string }) => reason,
  )
  return { ...error.smtp, message: error.message, type: error.type }
}
