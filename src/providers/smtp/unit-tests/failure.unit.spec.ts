import { MedusaError, promiseAll } from "@medusajs/framework/utils"
import { classifySmtpFailure, type SmtpFailure, smtpError } from "../failure"

/** An error as nodemailer makes it from a reply to a command. */
function reply(response: string, command: string, code = "EENVELOPE"): Error {
  return Object.assign(new Error(`It failed: ${response}`), {
    code,
    command,
    response,
    responseCode: Number(response.slice(0, 3)),
  })
}

describe("classifySmtpFailure", () => {
  const replies: [response: string, command: string, kind: SmtpFailure["kind"]][] = [
    ["550 5.1.1 unknown user", "RCPT TO", "permanent"],
    ["552 5.3.4 too big", "DATA", "permanent"],
    ["554 5.7.1 spam", "DATA", "permanent"],
    ["450 4.2.1 busy", "RCPT TO", "temporary"],
    ["451 4.7.1 greylisted", "DATA", "temporary"],
    ["421 closing", "DATA", "temporary"],
    ["503 5.5.1 bad sequence", "RCPT TO", "temporary"],
    ["530 5.7.0 authentication required", "RCPT TO", "temporary"],
    ["535 5.7.8 bad credentials", "AUTH PLAIN", "temporary"],
    ["553 5.7.1 sender not owned", "MAIL FROM", "temporary"],
    ["554 5.7.1 go away", "CONN", "temporary"],
    ["502 5.5.1 no STARTTLS", "STARTTLS", "temporary"],
  ]

  it.each(replies)("%s to %s is %s, sent or not", (response, command, kind) => {
    const expected = { kind, code: Number(response.slice(0, 3)), answer: response }
    expect(classifySmtpFailure(reply(response, command))).toEqual(expected)
    expect(classifySmtpFailure(reply(response, command), true)).toEqual(expected)
  })

  it("without a refusal it is temporary before the whole letter was sent, unknown after", () => {
    const lost = Object.assign(new Error("Connection closed unexpectedly"), { code: "ECONNECTION", command: "CONN" })
    expect(classifySmtpFailure(lost)).toEqual({
      kind: "temporary",
      code: null,
      answer: "Connection closed unexpectedly",
    })
    expect(classifySmtpFailure(lost, true)).toEqual({
      kind: "unknown",
      code: null,
      answer: "Connection closed unexpectedly",
    })
    expect(classifySmtpFailure(reply("250 what", "CONN", "EPROTOCOL"), true)).toMatchObject({
      kind: "unknown",
      code: 250,
    })
  })

  it("a recipient that nodemailer cannot use is permanent, a sender is not; addresses are not repeated", () => {
    const own = (message: string) => Object.assign(new Error(message), { code: "EENVELOPE", command: "API" })
    expect(classifySmtpFailure(own('Invalid recipient "claire"'))).toEqual({
      kind: "permanent",
      code: null,
      answer: "the recipient is not one valid address",
    })
    expect(classifySmtpFailure(own("No recipients defined")).kind).toBe("permanent")
    expect(classifySmtpFailure(own('Invalid sender "x"')).kind).toBe("temporary")
  })

  it("anything else is temporary, whatever was thrown", () => {
    expect(classifySmtpFailure("plug pulled")).toEqual({ kind: "temporary", code: null, answer: "plug pulled" })
    expect(classifySmtpFailure(undefined)).toMatchObject({ kind: "temporary", code: null })
    // A failed attempt on two families of addresses has no message of its own.
    expect(classifySmtpFailure(Object.assign(new AggregateError([]), { code: "ESOCKET" })).answer).toBe("ESOCKET")
  })
})

describe("smtpError", () => {
  const failures: SmtpFailure[] = [
    {
      kind: "permanent",
      code: 550,
      answer: "550-5.1.1 no such user\n550 5.1.1 here: SMTP temporary failure, no code: x",
    },
    { kind: "unknown", code: null, answer: "Connection closed unexpectedly" },
  ]

  it.each(failures)("is a MedusaError that says $kind, the code and the exact answer", (failure) => {
    const error = smtpError(failure)
    expect(MedusaError.isMedusaError(error)).toBe(true)
    expect(error.type).toBe("unexpected_state")
    expect(error.smtp).toEqual(failure)
    expect(error.message).toContain(failure.kind)
    expect(error.message).toContain(failure.answer)
    expect(classifySmtpFailure(error)).toEqual(failure)
  })

  it.each(failures)("is still read after the notification module kept only its message ($kind)", async (failure) => {
    // As @medusajs/notification does: rewrap the message, then join the messages of all notifications.
    const wrapped = new MedusaError(
      "unexpected_state",
      `Failed to send notification with id noti_1:\n${smtpError(failure).message}`,
    )
    const error: unknown = await promiseAll([Promise.reject(wrapped)], { aggregateErrors: true }).catch((one) => one)
    expect(error).not.toHaveProperty("smtp")
    expect(classifySmtpFailure(error)).toEqual(failure)
  })
})
