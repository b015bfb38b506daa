/** The mailbox as a sender, a test and a reader meet it: real SMTP by nodemailer, real files, real HTTP. */
import { spawn } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { get } from "node:http"
import { connect, createServer } from "node:net"
import os from "node:os"
import path from "node:path"
import { createTransport, type SendMailOptions, type Transporter } from "nodemailer"
import { startMailbox, type Mailbox, type MailboxOptions } from "../../scripts/mailbox"

let directory: string
const running: Mailbox[] = []
const senders: Transporter[] = []

beforeEach(() => {
  directory = mkdtempSync(path.join(os.tmpdir(), "hamon-mailbox-"))
})

afterEach(async () => {
  senders.splice(0).forEach((sender) => sender.close())
  for (const mailbox of running.splice(0)) await mailbox.stop()
  rmSync(directory, { recursive: true, force: true })
})

async function start(options: MailboxOptions = {}): Promise<Mailbox> {
  const mailbox = await startMailbox(options)
  running.push(mailbox)
  return mailbox
}

function senderTo({ smtpPort }: Mailbox, options = {}): Transporter {
  const sender = createTransport({ host: "127.0.0.1", port: smtpPort, secure: false, ...options })
  senders.push(sender)
  return sender
}

const LETTER: SendMailOptions = {
  from: '"La Boutique d’été" <boutique@example.fr>',
  to: "Zoé Müller <zoe@example.fr>",
  bcc: "archive@example.fr",
  subject: "Votre rétractation a bien été reçue – n° 42 €",
  text: "Bonjour Zoé,\n\nnous avons reçu votre rétractation.\n.\n.. la fin",
  html: "<p>Bonjour <b>Zoé</b>, nous avons reçu votre rétractation à 12 h.</p>",
  headers: { "X-Letter": "withdrawal-receipt", "Auto-Submitted": "auto-generated" },
  attachments: [
    { filename: "rétractation n° 1.pdf", content: Buffer.from("%PDF-1.7 é"), contentType: "application/pdf" },
  ],
}

interface Page {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

function read(mailbox: Mailbox, url: string, headers: Record<string, string> = {}): Promise<Page> {
  return new Promise((resolve, reject) => {
    get(new URL(url, mailbox.url ?? ""), { headers }, (response) => {
      const chunks: Buffer[] = []
      response.on("data", (chunk: Buffer) => chunks.push(chunk))
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      )
    }).on("error", reject)
  })
}

describe("a mail", () => {
  it("is read back as it was sent", async () => {
    const mailbox = await start()
    const sent = await senderTo(mailbox).sendMail(LETTER)
    const [mail, ...others] = await mailbox.messages()
    expect(others).toEqual([])
    expect(mail).toMatchObject({
      from: "boutique@example.fr",
      to: ["zoe@example.fr", "archive@example.fr"],
      subject: LETTER.subject,
      html: LETTER.html,
      messageId: sent.messageId,
      attachments: [{ filename: "rétractation n° 1.pdf", contentType: "application/pdf", size: 11 }],
    })
    expect(mail.text?.trimEnd()).toBe(LETTER.text)
    expect(mail.headers).toMatchObject({ "x-letter": "withdrawal-receipt", "auto-submitted": "auto-generated" })
    expect(mail.headers.bcc).toBeUndefined()
    expect(mail.raw.toString("latin1")).toMatch(/^X-Letter: [^]*\r\n\.\r\n\.\. la fin\r\n/)
    expect(Math.abs(Date.now() - mail.receivedAt.getTime())).toBeLessThan(10_000)
    expect(mail.date).toBeInstanceOf(Date)
  })

  it("has no part that was not sent", async () => {
    const mailbox = await start()
    await senderTo(mailbox).sendMail({ ...LETTER, text: undefined, attachments: [] })
    await senderTo(mailbox).sendMail({ ...LETTER, html: undefined, attachments: [] })
    const [onlyHtml, onlyText] = await mailbox.messages()
    expect([onlyHtml.text, onlyText.html]).toEqual([null, null])
  })

  it("comes from a sender with a password, over a pool, at the same time as others", async () => {
    const mailbox = await start({ directory })
    const sender = senderTo(mailbox, { pool: true, auth: { user: "shop", pass: "secret" } })
    await Promise.all(Array.from({ length: 40 }, (_, i) => sender.sendMail({ ...LETTER, subject: `n° ${i}` })))
    const subjects = (await mailbox.messages()).map(({ subject }) => subject)
    expect(new Set(subjects).size).toBe(40)
  })

  it("of more than 10 MB is refused for good", async () => {
    const mailbox = await start()
    const large = { ...LETTER, attachments: [{ filename: "large", content: Buffer.alloc(8 * 1024 * 1024) }] }
    await expect(senderTo(mailbox).sendMail(large)).rejects.toMatchObject({ responseCode: 552 })
    expect(await mailbox.messages()).toEqual([])
  })

  it("that breaks off halfway is not kept, and harms nobody", async () => {
    const mailbox = await start()
    const commands = ["EHLO x", "MAIL FROM:<a@b.fr>", "RCPT TO:<c@d.fr>", "DATA", "Subject: half"]
    await new Promise<void>((resolve) => {
      const socket = connect(mailbox.smtpPort, "127.0.0.1")
      socket.on("data", (reply: Buffer) => {
        const command = commands.shift()
        if (command) socket.write(`${command}\r\n`)
        if (commands.length === 0 || /^354/m.test(reply.toString())) setTimeout(() => socket.destroy(), 50)
      })
      socket.on("close", () => resolve())
    })
    await senderTo(mailbox).sendMail(LETTER)
    expect((await mailbox.messages()).map(({ subject }) => subject)).toEqual([LETTER.subject])
  })
})

describe("the directory", () => {
  it("keeps mails over a restart, in order, byte by byte", async () => {
    const first = await start({ directory })
    for (const subject of ["un", "deux", "trois"]) await senderTo(first).sendMail({ ...LETTER, subject })
    const before = await first.messages()
    await first.stop()

    const second = await start({ directory })
    const after = await second.messages()
    expect(after).toEqual(before)
    expect(after.map(({ subject }) => subject)).toEqual(["un", "deux", "trois"])
    await senderTo(second).sendMail({ ...LETTER, subject: "quatre" })
    expect((await second.messages()).map(({ subject }) => subject)).toEqual(["un", "deux", "trois", "quatre"])
  })

  it("holds the mail when the sender is told 250", async () => {
    const mailbox = await start({ directory })
    await senderTo(mailbox).sendMail(LETTER)
    expect(readdirSync(directory).filter((name) => name.endsWith(".eml"))).toHaveLength(1)
    expect(readdirSync(directory).filter((name) => name.endsWith(".part"))).toEqual([])
  })

  it("still holds every mail that was acknowledged when the process is killed", async () => {
    const launcher = JSON.stringify(path.join(__dirname, "../../scripts/mailbox/index.ts"))
    const script = `require(${launcher}).startMailbox({ directory: ${JSON.stringify(directory)}, httpPort: null })
      .then(({ smtpPort }) => process.send(smtpPort))`
    const child = spawn(process.execPath, ["-r", "ts-node/register", "-e", script], {
      cwd: path.join(__dirname, "../.."),
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    })
    const smtpPort = await new Promise<number>((resolve, reject) => {
      child.once("message", resolve)
      child.once("exit", (code) => reject(new Error(`the other process ended with ${code}`)))
    })
    const sender = createTransport({ host: "127.0.0.1", port: smtpPort, pool: true })
    senders.push(sender)
    const acknowledged: string[] = []
    const sending = Array.from({ length: 200 }, async (_, i) => {
      await sender.sendMail({ ...LETTER, subject: `n° ${i}` })
      acknowledged.push(`n° ${i}`)
      if (acknowledged.length === 50) child.kill("SIGKILL")
    })
    await Promise.allSettled(sending)
    expect(acknowledged.length).toBeLessThan(200)
    const kept = (await (await start({ directory })).messages()).map(({ subject }) => subject)
    expect(kept).toEqual(expect.arrayContaining(acknowledged))
  })

  it("forgets what a kill has left unfinished, and takes in what somebody puts there", async () => {
    const half = path.join(directory, "20260102T030405678Z-abcdef")
    writeFileSync(`${half}.json`, "{}")
    writeFileSync(`${half}.eml.part`, "Subject: half")
    writeFileSync(path.join(directory, "notes.json"), "{}")
    writeFileSync(path.join(directory, "old.eml"), "From: a@b.fr\r\nTo: C <c@d.fr>\r\nSubject: old\r\n\r\nhello")
    const mailbox = await start({ directory })
    expect(await mailbox.messages()).toMatchObject([{ id: "old", from: "a@b.fr", to: ["c@d.fr"], subject: "old" }])
    expect(readdirSync(directory).sort()).toEqual(["notes.json", "old.eml"])
  })

  it("is emptied of mails", async () => {
    const mailbox = await start({ directory })
    await senderTo(mailbox).sendMail(LETTER)
    await mailbox.clear()
    expect(await mailbox.messages()).toEqual([])
    expect(readdirSync(directory)).toEqual([])
  })

  it("that takes nothing more makes the sender try again later", async () => {
    const mailbox = await start({ directory })
    rmSync(directory, { recursive: true })
    await expect(senderTo(mailbox).sendMail(LETTER)).rejects.toMatchObject({ responseCode: 451 })
  })
})

describe("trouble on demand", () => {
  it("refuses the next mails with the code, whatever the number of recipients", async () => {
    const mailbox = await start()
    const sender = senderTo(mailbox)
    mailbox.failNext(1, { code: 550, text: "5.1.1 No such mailbox" })
    mailbox.failNext(1)
    const hard = expect.objectContaining({
      responseCode: 550,
      code: "EENVELOPE",
      response: "550 5.1.1 No such mailbox",
    })
    await expect(sender.sendMail(LETTER)).rejects.toEqual(hard)
    await expect(sender.sendMail(LETTER)).rejects.toMatchObject({ responseCode: 451 })
    await sender.sendMail(LETTER)
    expect(await mailbox.messages()).toHaveLength(1)
    expect(() => mailbox.failNext(1, { code: 250, text: "OK" })).toThrow(RangeError)
  })

  it("keeps a mail and leaves its sender in doubt", async () => {
    const mailbox = await start({ directory })
    const sender = senderTo(mailbox)
    mailbox.dropNext(1)
    await expect(sender.sendMail({ ...LETTER, messageId: "<once@example.fr>" })).rejects.toMatchObject({
      code: expect.stringMatching(/^(ECONNECTION|ECONNRESET|ESOCKET)$/) as string,
    })
    await sender.sendMail({ ...LETTER, messageId: "<once@example.fr>" })
    const ids = (await mailbox.messages()).map(({ messageId }) => messageId)
    expect(ids).toEqual(["<once@example.fr>", "<once@example.fr>"])
  })

  it("names the port that is taken, and leaves nothing behind", async () => {
    const squatter = createServer()
    const port = await new Promise<number>((resolve) => {
      squatter.listen(0, "127.0.0.1", () => resolve((squatter.address() as { port: number }).port))
    })
    try {
      await expect(startMailbox({ smtpPort: port })).rejects.toThrow(`127.0.0.1:${port}`)
      await expect(startMailbox({ httpPort: port })).rejects.toThrow(`127.0.0.1:${port}`)
    } finally {
      squatter.close()
    }
  })
})

describe("waiting", () => {
  it("ends with a mail that is there, or that comes", async () => {
    const mailbox = await start()
    const coming = mailbox.waitFor(({ subject }) => subject === "deux")
    await senderTo(mailbox).sendMail({ ...LETTER, subject: "un" })
    await senderTo(mailbox).sendMail({ ...LETTER, subject: "deux" })
    expect((await coming).subject).toBe("deux")
    expect((await mailbox.waitFor(({ subject }) => subject === "un")).subject).toBe("un")
  })

  it("in vain ends with a sentence that lists what arrived", async () => {
    const mailbox = await start()
    await expect(mailbox.waitFor(() => true, 20)).rejects.toThrow(/within 20 ms; no mail arrived at all/)
    await senderTo(mailbox).sendMail({ ...LETTER, subject: "un" })
    await expect(mailbox.waitFor(() => false, 20)).rejects.toThrow(
      'within 20 ms; 1 other arrived: "un" to zoe@example.fr, archive@example.fr.',
    )
  })

  it("ends with the error of the question, or the end of the mailbox", async () => {
    const mailbox = await start()
    await senderTo(mailbox).sendMail(LETTER)
    const wrong = mailbox.waitFor(() => {
      throw new Error("wrong question")
    })
    await expect(wrong).rejects.toThrow("wrong question")
    const waiting = expect(mailbox.waitFor(() => false)).rejects.toThrow(/was stopped/)
    await mailbox.stop()
    await waiting
  })
})

describe("the page", () => {
  const HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">\u202e"\'&'

  it("lists mails, newest first, in French or in English", async () => {
    const mailbox = await start()
    for (const subject of ["premier", "second"]) await senderTo(mailbox).sendMail({ ...LETTER, subject })
    const french = await read(mailbox, "/")
    expect(french.body).toMatch(/<html lang="fr">[^]*Boîte aux lettres[^]*2 messages[^]*second[^]*premier/)
    expect(french.body).toContain('<meta http-equiv="refresh" content="5">')
    expect((await read(mailbox, "/", { "accept-language": "en-GB,en;q=0.9,fr;q=0.5" })).body).toContain(
      '<html lang="en">',
    )
    expect((await read(mailbox, "/", { "accept-language": "fr;q=0.9,en;q=0.5" })).body).toContain('<html lang="fr">')
    expect((await read(mailbox, "/", { "accept-language": "de" })).body).toContain('<html lang="fr">')
    const english = await read(mailbox, "/?lang=en")
    expect(english.body).toMatch(/href="\/mail\/[^"]+\?lang=en"[^]*second/)
    expect((await read(mailbox, "/?pause=1")).body).not.toContain("http-equiv")
  })

  it("lists them fifty a page", async () => {
    const mailbox = await start()
    const sender = senderTo(mailbox, { pool: true, maxConnections: 1 })
    for (let i = 1; i <= 51; i++) await sender.sendMail({ ...LETTER, attachments: [], subject: `n° ${i}!` })
    const [first, second] = [await read(mailbox, "/"), await read(mailbox, "/?page=2")]
    expect(first.body).toContain("n° 51!")
    expect(first.body).not.toContain("n° 1!")
    expect(second.body).toContain("n° 1!")
    expect((await read(mailbox, "/?page=-7")).body).toContain("n° 51!")
    expect((await read(mailbox, "/?page=99")).body).toContain("n° 1!")
  })

  it("escapes what is hostile, and keeps the HTML of a mail in a frame that may do nothing", async () => {
    const mailbox = await start()
    await senderTo(mailbox).sendMail({
      from: { name: HOSTILE, address: "a@example.fr" },
      to: "b@example.fr",
      subject: HOSTILE,
      text: HOSTILE,
      html: `<!doctype html><html><head><title>x</title></head><body>${HOSTILE}</body></html>`,
      attachments: [{ filename: `${HOSTILE}.html`, content: "<script>alert(3)</script>", contentType: "text/html" }],
    })
    const [{ id }] = await mailbox.messages()
    for (const url of ["/", `/mail/${id}`, `/?x=${encodeURIComponent(HOSTILE)}`, `/mail/${id}?"><script>`]) {
      const { body, headers } = await read(mailbox, url)
      expect(body).not.toMatch(/<script|<img|onerror="|<title>[^<]*<script/)
      expect(body).not.toContain('\u202e"')
      expect(headers["content-security-policy"]).toContain("default-src 'none'")
      expect(headers["content-security-policy"]).not.toMatch(/script-src|unsafe/)
      expect(headers["x-content-type-options"]).toBe("nosniff")
    }
    const mail = await read(mailbox, `/mail/${id}`)
    expect(mail.body).toContain(`src="/mail/${id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"`)
    expect(mail.body).toContain("&#60;script&#62;alert(1)&#60;/script&#62;")

    const frame = await read(mailbox, `/mail/${id}/html`)
    expect(frame.headers["content-security-policy"]).toMatch(/default-src 'none'.*; sandbox allow-popups/)
    expect(frame.body).toContain('<head><base target="_blank">')
    const file = await read(mailbox, `/mail/${id}/attachments/0`)
    expect(file.headers["content-disposition"]).toMatch(/^attachment; filename\*=UTF-8''[\w.%!-]+$/)
  })

  it("gives the source, the files, and nothing else", async () => {
    const mailbox = await start({ directory })
    await senderTo(mailbox).sendMail(LETTER)
    const [{ id, raw }] = await mailbox.messages()
    const source = await read(mailbox, `/mail/${id}/raw`)
    expect(source.headers["content-disposition"]).toContain(`${id}.eml`)
    expect(source.body).toBe(raw.toString())
    const pdf = await read(mailbox, `/mail/${id}/attachments/0`)
    expect([pdf.headers["content-type"], pdf.body]).toEqual(["application/pdf", "%PDF-1.7 é"])
    const missing = [
      `/mail/${id}/attachments/1`,
      "/mail/x",
      "/mail/../../etc/passwd",
      "/mail/..%2f..%2fetc%2fpasswd",
      "//x.fr/",
    ]
    for (const url of missing) {
      const { status, body } = await readPath(mailbox, url)
      expect([url, status]).toEqual([url, 404])
      expect(body).not.toContain('href="//')
    }
    expect((await readPath(mailbox, "/", { host: "evil.example" })).status).toBe(421)
    expect(existsSync(path.join(directory, `${id}.eml`))).toBe(true)
  })

  it("is left out on demand", async () => {
    expect(await start({ httpPort: null })).toMatchObject({ httpPort: null, url: null })
  })
})

/** A path that `new URL` would tidy up. */
function readPath(mailbox: Mailbox, rawPath: string, headers: Record<string, string> = {}): Promise<Page> {
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port: mailbox.httpPort, path: rawPath, headers }, (response) => {
      let body = ""
      response.setEncoding("utf8").on("data", (chunk: string) => (body += chunk))
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    }).on("error", reject)
  })
}
