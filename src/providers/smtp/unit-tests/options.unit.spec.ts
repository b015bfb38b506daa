import { MedusaError } from "@medusajs/framework/utils"
import smtp from ".."
import { isLoopback } from "../loopback"
import { readSmtpOptions } from "../options"
import { SmtpNotificationService } from "../service"

const good = { from: "Shop <shop@shop.example>", host: "smtp.shop.example" }

describe("options of the SMTP provider", () => {
  it("is a notification provider that Medusa knows as hamon-smtp", () => {
    expect(smtp.module).toBe("notification")
    expect(smtp.services).toEqual([SmtpNotificationService])
    expect(SmtpNotificationService.identifier).toBe("hamon-smtp")
  })

  it("needs a sender and a host, and fills in the rest", () => {
    expect(readSmtpOptions(good)).toEqual({
      ...good,
      port: 587,
      secure: false,
      requireTLS: true,
      tls: {},
      timeouts: { connection: 10_000, greeting: 10_000, socket: 30_000 },
      pool: true,
      maxConnections: 3,
    })
  })

  it("speaks TLS from the first byte on port 465, and goes to 465 when told to", () => {
    expect(readSmtpOptions({ ...good, port: 465 })).toMatchObject({ port: 465, secure: true })
    expect(readSmtpOptions({ ...good, secure: true })).toMatchObject({ port: 465, secure: true })
    expect(readSmtpOptions({ ...good, secure: true, port: 2465 })).toMatchObject({ port: 2465, secure: true })
    expect(readSmtpOptions({ ...good, port: 2525 })).toMatchObject({ port: 2525, secure: false })
  })

  it("takes the channels that Medusa adds", () => {
    const given = { ...good, channels: ["email"] }
    expect(() => SmtpNotificationService.validateOptions(given)).not.toThrow()
    expect(readSmtpOptions(given)).toEqual(readSmtpOptions(good))
  })

  it("takes every option", () => {
    const all = {
      ...good,
      replyTo: "help@shop.example",
      port: 2525,
      secure: false,
      auth: { user: "u", pass: "p" },
      requireTLS: false,
      tls: {
        ca: ["-----BEGIN CERTIFICATE-----", Buffer.from("pem")],
        servername: "mx.shop.example",
        rejectUnauthorized: true,
      },
      timeouts: { connection: 1, greeting: 2, socket: 3 },
      pool: false,
      maxConnections: 1,
    }
    expect(readSmtpOptions(all)).toEqual(all)
  })

  const wrong: [option: string, accepted: RegExp, given: Record<string, unknown>][] = [
    ["from", /one address/, { host: "h" }],
    ["from", /one address/, { ...good, from: "a@b.example, c@d.example" }],
    ["from", /one address/, { ...good, from: "shop" }],
    ["from", /one address/, { ...good, from: "Shop <shop>" }],
    ["from", /one address/, { ...good, from: "Shop <shop@>" }],
    ["from", /one address/, { ...good, from: "a@b.example c@d.example" }],
    ["replyTo", /one address/, { ...good, replyTo: "nobody" }],
    ["host", /without scheme and without port/, { from: good.from }],
    ["host", /without scheme and without port/, { ...good, host: "smtp://smtp.shop.example" }],
    ["host", /without scheme and without port/, { ...good, host: "abc.de:587" }],
    ["port", /1 to 65535/, { ...good, port: "587" }],
    ["port", /1 to 65535/, { ...good, port: 0 }],
    ["port", /1 to 65535/, { ...good, port: 65_536 }],
    ["secure", /true or false/, { ...good, secure: "true" }],
    ["auth", /\{ user, pass \}/, { ...good, auth: "user:hush" }],
    ["auth.user", /a user name/, { ...good, auth: { pass: "hush" } }],
    ["auth.pass", /a password/, { ...good, auth: { user: "u", pass: "" } }],
    ["auth.password", /known are user, pass/, { ...good, auth: { user: "u", pass: "hush", password: "hush" } }],
    ["requireTLS", /true or false/, { ...good, requireTLS: 1 }],
    ["tls", /\{ ca, servername, rejectUnauthorized \}/, { ...good, tls: true }],
    ["tls.ca", /PEM/, { ...good, tls: { ca: 1 } }],
    ["tls.ciphers", /known are ca, servername, rejectUnauthorized/, { ...good, tls: { ciphers: "x" } }],
    ["tls.servername", /certificate/, { ...good, tls: { servername: "" } }],
    ["timeouts.socket", /milliseconds/, { ...good, timeouts: { socket: 0 } }],
    ["timeouts.idle", /known are connection, greeting, socket/, { ...good, timeouts: { idle: 1 } }],
    ["pool", /true or false/, { ...good, pool: 5 }],
    ["maxConnections", /1 to 100/, { ...good, maxConnections: 1.5 }],
    ["channels", /list of channels/, { ...good, channels: "email" }],
    ["ignoreTLS", /known are channels, from/, { ...good, ignoreTLS: true }],
  ]

  it.each(wrong)("names %s when it is wrong or missing, and says %s", (option, accepted, given) => {
    const refused = expect(() => SmtpNotificationService.validateOptions(given))
    refused.toThrow(MedusaError)
    refused.toThrow(expect.objectContaining({ type: "invalid_argument" }))
    refused.toThrow(`option "${option}" is wrong or missing`)
    refused.toThrow(accepted)
    refused.toThrow(expect.objectContaining({ message: expect.not.stringContaining("hush") }))
  })

  it("refuses the same options again when the provider is made, where Medusa hands them over unread", () => {
    expect(() => new SmtpNotificationService({}, { ...good, host: "" })).toThrow('option "host"')
  })
})

describe("TLS", () => {
  const local = ["localhost", "LOCALHOST", "127.0.0.1", "127.8.9.10", "::1", "0:0:0:0:0:0:0:1"]
  const remote = [
    "smtp.shop.example",
    "127.0.0.1.shop.example",
    "localhost.shop.example",
    "128.0.0.1",
    "10.0.0.1",
    "::2",
    "0.0.0.0",
  ]

  it.each(local)("is not asked of %s, which is this machine", (host) => {
    expect(isLoopback(host)).toBe(true)
    expect(readSmtpOptions({ ...good, host }).requireTLS).toBe(false)
    expect(readSmtpOptions({ ...good, host, requireTLS: true }).requireTLS).toBe(true)
    expect(readSmtpOptions({ ...good, host, tls: { rejectUnauthorized: false } }).tls.rejectUnauthorized).toBe(false)
  })

  it.each(remote)("is asked of %s, whose certificate must be verified", (host) => {
    expect(isLoopback(host)).toBe(false)
    expect(readSmtpOptions({ ...good, host }).requireTLS).toBe(true)
    expect(readSmtpOptions({ ...good, host, requireTLS: false }).requireTLS).toBe(false)
    expect(() => readSmtpOptions({ ...good, host, tls: { rejectUnauthorized: false } })).toThrow(
      'option "tls.rejectUnauthorized" is wrong or missing: false is accepted only when host is loopback',
    )
  })
})
