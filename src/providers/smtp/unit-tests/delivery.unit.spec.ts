import type { Socket } from "node:net"
import { openTransport } from "../transport"
import { readSmtpOptions } from "../options"
import { selfSigned } from "./certificate"
import { closeAll, deafPort, failureOf, letter, provider, scriptedServer, smtpServer } from "./support"

afterEach(closeAll)

const POOLED = [{ pool: true }, { pool: false }]
const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString("base64")

describe("a letter", () => {
  it("arrives with its text and its html, accents kept", async () => {
    const server = await smtpServer()
    const sent = await provider(server.port, { replyTo: "Aide <aide@shop.example>" }).send(letter())
    const mail = await server.parsed()
    expect(mail.subject).toBe("Votre rétractation")
    expect(mail.text?.trim()).toBe("Reçue à 10 h.")
    expect(mail.html).toBe("<p>Reçue à 10 h.</p>")
    expect(mail.from?.text).toBe('"Boutique" <shop@shop.example>')
    expect(mail.replyTo?.text).toBe('"Aide" <aide@shop.example>')
    expect(server.received[0]).toMatchObject({ from: "shop@shop.example", to: ["claire@client.example"] })
    expect(sent).toEqual({ id: mail.messageId })
  })

  it("says that a machine wrote it", async () => {
    const server = await smtpServer()
    await provider(server.port).send(letter())
    const { headers } = await server.parsed()
    expect(headers.get("auto-submitted")).toBe("auto-generated")
    expect(headers.get("x-auto-response-suppress")).toBe("All")
  })

  it("may be text alone or html alone, and name another sender", async () => {
    const server = await smtpServer()
    const smtp = provider(server.port)
    await smtp.send(letter({ content: { subject: "s", text: "seul" }, from: "Service <sav@shop.example>" }))
    await smtp.send(letter({ content: { subject: "s", html: "<b>seul</b>" }, from: null }))
    const [text, html] = [await server.parsed(0), await server.parsed(1)]
    expect([text.text?.trim(), text.html]).toEqual(["seul", false])
    expect(text.headers.get("content-type")).toMatchObject({ value: "text/plain" })
    expect(html.headers.get("content-type")).toMatchObject({ value: "text/html" })
    expect(server.received.map(({ from }) => from)).toEqual(["sav@shop.example", "shop@shop.example"])
  })

  it.each(["letter-1@shop.example", "<letter-1@shop.example>"])(
    "keeps the Message-ID %s in every attempt",
    async (id) => {
      const server = await smtpServer()
      const smtp = provider(server.port)
      for (const attempt of ["1", "2"]) {
        const changes = { provider_data: { message_id: id }, idempotency_key: `letter-1:${attempt}` }
        expect(await smtp.send(letter(changes))).toEqual({ id: "<letter-1@shop.example>" })
      }
      const ids = [await server.parsed(0), await server.parsed(1)].map(({ messageId }) => messageId)
      expect(ids).toEqual(["<letter-1@shop.example>", "<letter-1@shop.example>"])
    },
  )

  it("cannot smuggle a header in the name of its sender", async () => {
    const server = await smtpServer()
    await provider(server.port).send(letter({ from: '"Shop\r\nBcc: spy@evil.example" <shop@shop.example>' }))
    expect((await server.parsed()).headers.has("bcc")).toBe(false)
    expect(server.received[0].to).toEqual(["claire@client.example"])
  })

  it("cannot smuggle a header or a recipient in its subject", async () => {
    const server = await smtpServer()
    const subject = "Bonjour\r\nBcc: spy@evil.example\r\n\r\nautre corps"
    await provider(server.port).send(letter({ content: { subject, text: "corps" } }))
    const mail = await server.parsed()
    expect(mail.headers.has("bcc")).toBe(false)
    expect(server.received[0].to).toEqual(["claire@client.example"])
    expect(mail.subject).toBe("Bonjour Bcc: spy@evil.example  autre corps")
    expect(mail.text?.trim()).toBe("corps")
  })
})

describe("attachments", () => {
  it("arrive byte for byte: a text that looks like base64, other encodings, any bytes", async () => {
    const files = [
      ["abcd.txt", "text/plain", Buffer.from("abcd")],
      ["twice.txt", "text/plain", Buffer.from(base64("deux fois"))],
      ["latin1.csv", "text/csv", Buffer.from("pr\xe9nom;\r\nZo\xe9\n.\r\n", "latin1")],
      ["as-told.txt", "text/markdown", Buffer.from("# titre")],
      ["every.pdf", "application/pdf", Buffer.from(Array.from({ length: 70_000 }, (_, i) => (i * 31) % 256))],
      ["empty.bin", "application/octet-stream", Buffer.alloc(0)],
    ] as const
    const server = await smtpServer()
    const attachments = files.map(([filename, content_type, bytes]) => ({
      filename,
      content_type,
      content: base64(bytes),
    }))
    await provider(server.port).send(letter({ attachments }))
    const mail = await server.parsed()
    expect(mail.attachments.map((one) => [one.filename, one.contentType, one.content.toString("hex")])).toEqual(
      files.map(([filename, type, bytes]) => [filename, type, bytes.toString("hex")]),
    )
    expect(mail.attachments.every((one) => one.contentDisposition === "attachment")).toBe(true)
  })

  it("may be shown in the letter, by their id, and be written with line breaks", async () => {
    const server = await smtpServer()
    const content = base64("\x89PNG a picture").replace(/.{8}/g, "$&\r\n")
    const logo = { filename: "logo.png", content_type: "image/png", content, disposition: "inline", id: "logo" }
    await provider(server.port).send(letter({ attachments: [logo] }))
    const [found] = (await server.parsed()).attachments
    expect(found).toMatchObject({
      cid: "logo",
      contentDisposition: "inline",
      content: Buffer.from("\x89PNG a picture"),
    })
  })

  it.each(["plain text, not base64", "YWJj!", "YWJjZA", undefined, { path: "/etc/hostname" }])(
    "are refused when the content is %p: Node would send what it can make of it",
    async (content) => {
      const server = await smtpServer()
      const attachment = { filename: "a.txt", content: content as string, path: "/etc/hostname" }
      const attempt = provider(server.port).send(letter({ attachments: [attachment] }))
      await expect(attempt).rejects.toMatchObject({ type: "invalid_data" })
      await expect(attempt).rejects.toThrow("attachments[0].content is not base64")
      expect(server.received).toEqual([])
    },
  )

  it.each(POOLED)("cannot name a file or an address to be read by the server (%p)", async (pool) => {
    const server = await smtpServer()
    const transport = openTransport(
      readSmtpOptions({ from: "a@b.example", host: "127.0.0.1", port: server.port, ...pool }),
    )
    for (const source of [{ path: __filename }, { href: `http://127.0.0.1:${server.port}/` }]) {
      const mail = { from: "a@b.example", to: "c@d.example", subject: "s", text: "t", attachments: [source] }
      const failure = await failureOf(transport.deliver(mail))
      expect(failure.answer).toMatch(/access rejected/)
      expect(failure.kind).toBe("temporary")
    }
    transport.close()
    expect(server.received).toEqual([])
  })
})

describe("what cannot be a letter", () => {
  const cases: [what: string, changes: Parameters<typeof letter>[0], sentence: RegExp][] = [
    ["no content", { content: null }, /content\.subject is missing/],
    ["no subject", { content: { text: "t" } }, /content\.subject is missing/],
    ["a blank subject", { content: { subject: " ", text: "t" } }, /content\.subject is missing/],
    [
      "neither text nor html",
      { content: { subject: "s", html: "" } },
      /content\.text and content\.html are both missing/,
    ],
    ["an unusable sender", { from: "a@b.example, c@d.example" }, /from is not one valid address/],
    ["a Message-ID that is none", { provider_data: { message_id: "letter 1" } }, /provider_data\.message_id/],
  ]

  it.each(cases)("%s is refused as invalid_data, with words", async (_what, changes, sentence) => {
    const attempt = provider(1).send(letter(changes))
    await expect(attempt).rejects.toMatchObject({ type: "invalid_data" })
    await expect(attempt).rejects.toThrow(sentence)
  })

  it.each([
    "",
    "claire",
    "claire@a.example, spy@b.example",
    "friends: a@a.example, b@b.example;",
    "claire@a.exam\r\nple",
    "c@d.example\r\nRCPT TO:<x@y.example>",
  ])("the recipient %p is a permanent failure: one letter goes to one address", async (to) => {
    const server = await smtpServer()
    const failure = await failureOf(provider(server.port).send(letter({ to })))
    expect(failure).toMatchObject({ kind: "permanent", code: null, type: "unexpected_state" })
    expect(server.received).toEqual([])
  })
})

describe("failures", () => {
  const refusing = (responseCode: number, message: string) =>
    smtpServer({ onRcptTo: (_to, _session, done) => done(Object.assign(new Error(message), { responseCode })) })

  it.each(POOLED)("550 is permanent, 451 temporary, with the server's answer (%p)", async (pool) => {
    const gone = await refusing(550, "5.1.1 No such user here")
    const failure = await failureOf(provider(gone.port, pool).send(letter()))
    expect(failure).toEqual({
      kind: "permanent",
      code: 550,
      answer: "550 5.1.1 No such user here",
      type: "unexpected_state",
      message: "SMTP permanent failure, code 550: 550 5.1.1 No such user here",
    })
    const grey = await refusing(451, "4.7.1 Greylisted")
    expect(await failureOf(provider(grey.port, pool).send(letter()))).toMatchObject({
      kind: "temporary",
      code: 451,
      answer: "451 4.7.1 Greylisted",
    })
  })

  it("keeps an answer of several lines as it came", async () => {
    const server = await scriptedServer({
      END: "554-5.7.1 Refusé : trop de liens\r\n554 5.7.1 voir https://mx.example",
    })
    expect(await failureOf(provider(server.port).send(letter()))).toMatchObject({
      kind: "permanent",
      code: 554,
      answer: expect.stringMatching(/^554-5\.7\.1 Refusé : trop de liens\n554 5\.7\.1 voir https:\/\/mx\.example$/),
    })
  })

  it("a sender that the server refuses is temporary: staff repairs it, the letter still has to go", async () => {
    const server = await scriptedServer({ MAIL: "553 5.7.1 Sender not owned" })
    expect(await failureOf(provider(server.port).send(letter()))).toMatchObject({ kind: "temporary", code: 553 })
  })

  it.each(POOLED)("credentials that the server refuses are temporary (%p)", async (pool) => {
    const server = await smtpServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(Object.assign(new Error("5.7.8 Bad credentials"), { responseCode: 535 })),
    })
    const failure = await failureOf(
      provider(server.port, { ...pool, auth: { user: "u", pass: "hush" } }).send(letter()),
    )
    expect(failure).toMatchObject({ kind: "temporary", code: 535 })
    expect(failure.message).not.toContain("hush")
  })

  it.each(POOLED)("a refused connection is temporary (%p)", async (pool) => {
    const failure = await failureOf(provider(await deafPort(), pool).send(letter()))
    expect(failure).toMatchObject({ kind: "temporary", code: null, answer: expect.stringContaining("ECONNREFUSED") })
  })

  const timeouts = { connection: 300, greeting: 150, socket: 150 }
  const silent = () => {}

  it.each(POOLED)("a server that is silent before the letter has left is a time-out, temporary (%p)", async (pool) => {
    for (const script of [{ CONNECT: silent }, { EHLO: silent }, { RCPT: silent }, { DATA: silent }]) {
      const server = await scriptedServer(script)
      const failure = await failureOf(provider(server.port, { ...pool, timeouts }).send(letter()))
      expect(failure).toMatchObject({ kind: "temporary", code: null })
    }
  })

  const waits: [
    until: string,
    script: Parameters<typeof scriptedServer>[0],
    options: Parameters<typeof provider>[1],
  ][] = [
    [
      "connected",
      { CONNECT: silent },
      { secure: true, timeouts: { connection: 150, greeting: 60_000, socket: 60_000 } },
    ],
    ["greeted", { CONNECT: silent }, { timeouts: { connection: 60_000, greeting: 150, socket: 60_000 } }],
    ["answered", { EHLO: silent }, { timeouts: { connection: 60_000, greeting: 60_000, socket: 150 } }],
  ]

  it.each(waits)(
    "waiting to be %s has its own limit",
    async (_until, script, options) => {
      const server = await scriptedServer(script)
      expect(await failureOf(provider(server.port, options).send(letter()))).toMatchObject({ kind: "temporary" })
    },
    5_000,
  )

  it.each(POOLED)("a connection that ends before the letter has left is temporary (%p)", async (pool) => {
    for (const step of ["MAIL", "RCPT", "DATA"] as const) {
      const server = await scriptedServer({ [step]: (socket: Socket) => socket.end() })
      const failure = await failureOf(provider(server.port, { ...pool, timeouts }).send(letter()))
      expect({ step, kind: failure.kind }).toEqual({ step, kind: "temporary" })
    }
  })

  it.each(POOLED)("a connection that ends after DATA is unknown, and nothing is sent again (%p)", async (pool) => {
    const endings = [(socket: Socket) => socket.end(), (socket: Socket) => socket.destroy(), silent]
    for (const END of endings) {
      const server = await scriptedServer({ END })
      const failure = await failureOf(provider(server.port, { ...pool, timeouts }).send(letter()))
      expect(failure).toMatchObject({ kind: "unknown", code: null, type: "unexpected_state" })
      // Longer than nodemailer waits before it would put the letter back in its queue.
      await new Promise((resolve) => setTimeout(resolve, 400))
      expect(server.seen.filter((step) => step === "END")).toHaveLength(1)
    }
  })

  it("a kept connection that the server closed meanwhile is no failure, whether we heard of it or not", async () => {
    const closesAfterTheLetter = (socket: Socket) => socket.end("250 taken\r\n")
    let mails = 0
    const diesAtTheSecond = (socket: Socket) => (++mails === 2 ? socket.destroy() : socket.write("250 ok\r\n"))
    for (const script of [{ END: closesAfterTheLetter }, { MAIL: diesAtTheSecond }]) {
      const server = await scriptedServer(script)
      const smtp = provider(server.port)
      await smtp.send(letter())
      await new Promise((resolve) => setTimeout(resolve, 100))
      await smtp.send(letter())
      expect(server.seen.filter((step) => step === "END")).toHaveLength(2)
    }
  })
})

describe("connections", () => {
  it("are kept for the next letter with pool, and no more than maxConnections are open", async () => {
    const connections = async (options: Parameters<typeof provider>[1]) => {
      const server = await scriptedServer({})
      const smtp = provider(server.port, options)
      await smtp.send(letter())
      await Promise.all(Array.from({ length: 6 }, () => smtp.send(letter())))
      return server.seen.filter((step) => step === "CONNECT").length
    }
    expect(await connections({ pool: false })).toBe(7)
    expect(await connections({ maxConnections: 2 })).toBe(2)
    expect(await connections({ maxConnections: 1 })).toBe(1)
  })
})

describe("TLS", () => {
  const startTls = { hideSTARTTLS: false, disabledCommands: [] }

  it("when required, nothing is said to a server that has none, credentials least of all", async () => {
    const credentials: unknown[] = []
    const server = await smtpServer({
      allowInsecureAuth: true,
      onAuth: (auth, _session, done) => {
        credentials.push(auth)
        done(null, { user: "u" })
      },
    })
    const options = { requireTLS: true, auth: { user: "u", pass: "hush" } }
    expect(await failureOf(provider(server.port, options).send(letter()))).toMatchObject({ kind: "temporary" })
    expect([server.received, credentials]).toEqual([[], []])
    await provider(server.port, { ...options, requireTLS: false }).send(letter())
    expect([server.received.length, credentials.length]).toEqual([1, 1])
  })

  it("a certificate that cannot be verified is refused, unless loopback was told to accept it", async () => {
    const server = await smtpServer(startTls)
    const failure = await failureOf(provider(server.port).send(letter()))
    expect(failure).toMatchObject({ kind: "temporary", code: null, answer: expect.stringMatching(/certificate/) })
    await provider(server.port, { tls: { rejectUnauthorized: false } }).send(letter())
    expect(server.received).toMatchObject([{ secure: true }])
  })

  it("trusts the authority and the name that it is given, from the first byte too", async () => {
    const { cert, key } = selfSigned("mx.shop.example")
    const server = await smtpServer({ secure: true, cert, key })
    const at = (servername: string) => provider(server.port, { secure: true, tls: { ca: cert, servername } })
    await at("mx.shop.example").send(letter())
    expect(server.received).toMatchObject([{ secure: true }])
    const failure = await failureOf(at("other.example").send(letter()))
    expect(failure).toMatchObject({ kind: "temporary", answer: expect.stringMatching(/altnames/) })
  })
})

describe("the log", () => {
  it("is left alone: no address, no content, sent or refused", async () => {
    const written: unknown[] = []
    const keep = (...args: unknown[]) => {
      written.push(...args)
      return true
    }
    const spies = [
      ...(["debug", "error", "info", "log", "trace", "warn"] as const).map((name) =>
        jest.spyOn(console, name).mockImplementation(keep),
      ),
      jest.spyOn(process.stdout, "write").mockImplementation(keep),
      jest.spyOn(process.stderr, "write").mockImplementation(keep),
    ]
    try {
      const server = await smtpServer()
      const lost = await scriptedServer({ END: (socket) => socket.destroy() })
      for (const { pool } of POOLED) {
        await provider(server.port, { pool }).send(letter())
        const { message } = await failureOf(provider(lost.port, { pool }).send(letter()))
        expect(message).not.toMatch(/claire|Reçue|rétractation/)
      }
    } finally {
      for (const spy of spies) spy.mockRestore()
    }
    expect(written).toEqual([])
  })
})
