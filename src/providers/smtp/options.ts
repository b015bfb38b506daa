import { isIP } from "node:net"
import { MedusaError } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { oneAddress } from "./address"
import { isLoopback } from "./loopback"

const SUBMISSION_PORT = 587
const IMPLICIT_TLS_PORT = 465
const MOST_CONNECTIONS = 100

const ADDRESS = 'one address, such as shop@shop.example or "Shop <shop@shop.example>"'
const address = z.string(ADDRESS).refine((text) => oneAddress(text) !== null, ADDRESS)

const HOST = "the name or the IP address of the SMTP server, without scheme and without port"
const yesOrNo = z.boolean("true or false")
const text = (accepted: string) => z.string(accepted).min(1, accepted)
const whole = (accepted: string, most: number) => z.int(accepted).min(1, accepted).max(most, accepted)
const milliseconds = whole("a whole number of milliseconds, 1 or more", 2 ** 31 - 1)

const CERTIFICATE = "a certificate in PEM (string or Buffer), or a list of them"
const certificate = z.union([z.string().min(1), z.custom<Buffer>(Buffer.isBuffer)], CERTIFICATE)

const schema = z.strictObject(
  {
    /** Medusa's own: the channels of the notification module that this provider serves. */
    channels: z.array(z.string(), 'a list of channels, such as ["email"]').optional(),
    /** Sender of letters that name none: an address, or "Name <address>". */
    from: address,
    /** Where answers go. Default: to the sender. */
    replyTo: address.optional(),
    /** Name or IP address of the SMTP server. */
    host: z.string(HOST).refine((host) => isIP(host) !== 0 || /^[^\s/:@]+$/.test(host), HOST),
    /** Default 587, and 465 when `secure` is true. */
    port: whole("a whole number from 1 to 65535", 65_535).optional(),
    /** TLS from the first byte. Default false, and true on port 465; otherwise the connection is upgraded by STARTTLS. */
    secure: yesOrNo.optional(),
    /** Credentials. Default: none are given. */
    auth: z
      .strictObject({ user: text("a user name"), pass: text("a password") }, "{ user, pass }, or nothing")
      .optional(),
    /** Whether nothing is said to a server that offers no TLS. Default true, and false when the host is loopback. */
    requireTLS: yesOrNo.optional(),
    tls: z
      .strictObject(
        {
          /** Certificate authorities trusted instead of those of Node. */
          ca: z.union([certificate, z.array(certificate)], CERTIFICATE).optional(),
          /** Name that the certificate must carry. Default: the host. */
          servername: text("the name in the server's certificate").optional(),
          /** Whether a certificate that cannot be verified is refused. Default true; false only on loopback. */
          rejectUnauthorized: yesOrNo.optional(),
        },
        "{ ca, servername, rejectUnauthorized }, or nothing",
      )
      .default({}),
    /** Milliseconds until a silent server is given up: until connected, until its greeting, between two answers. */
    timeouts: z
      .strictObject(
        {
          connection: milliseconds.default(10_000),
          greeting: milliseconds.default(10_000),
          socket: milliseconds.default(30_000),
        },
        "{ connection, greeting, socket } in milliseconds, or nothing",
      )
      .prefault({}),
    /** Whether connections are kept for the next letter. Default true. */
    pool: yesOrNo.default(true),
    /** Connections open at a time, with `pool`. Default 3. */
    maxConnections: whole(`a whole number from 1 to ${MOST_CONNECTIONS}`, MOST_CONNECTIONS).default(3),
  },
  "an object with at least from and host",
)

export type SmtpOptionsInput = z.input<typeof schema>

export type SmtpOptions = Omit<z.output<typeof schema>, "port" | "secure" | "requireTLS" | "channels"> & {
  readonly port: number
  readonly secure: boolean
  readonly requireTLS: boolean
}

/**
 * Reads the provider's options and fills in the defaults; the store does not boot on a wrong one.
 * @throws MedusaError invalid_argument naming the option and what it accepts; never the value given, it may be a secret
 */
export function readSmtpOptions(input: unknown): SmtpOptions {
  const read = schema.safeParse(input ?? {})
  if (!read.success) throw refused(read.error.issues)
  const { channels: _channels, ...given } = read.data
  const loopback = isLoopback(given.host)
  if (given.tls.rejectUnauthorized === false && !loopback) {
    throw wrong(
      "tls.rejectUnauthorized",
      "false is accepted only when host is loopback; elsewhere give the server's authority in tls.ca",
    )
  }
  const secure = given.secure ?? given.port === IMPLICIT_TLS_PORT
  return {
    ...given,
    secure,
    port: given.port ?? (secure ? IMPLICIT_TLS_PORT : SUBMISSION_PORT),
    requireTLS: given.requireTLS ?? !loopback,
  }
}

function refused(issues: readonly z.core.$ZodIssue[]): MedusaError {
  const [issue] = issues
  const path = issue.path.join(".")
  if (issue.code !== "unrecognized_keys") return wrong(path || "(all)", issue.message)
  return wrong(
    [path, issue.keys.join(", ")].filter(Boolean).join("."),
    `there is no such option; known are ${known(path)}`,
  )
}

function known(path: string): string {
  if (path === "auth") return "user, pass"
  if (path === "tls") return "ca, servername, rejectUnauthorized"
  if (path === "timeouts") return "connection, greeting, socket"
  return Object.keys(schema.shape).join(", ")
}

function wrong(option: string, sentence: string): MedusaError {
  return new MedusaError(
    MedusaError.Types.INVALID_ARGUMENT,
    `hamon-smtp: option "${option}" is wrong or missing: ${sentence}`,
  )
}
