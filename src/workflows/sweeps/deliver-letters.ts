import type { INotificationModuleService, MedusaContainer } from "@medusajs/framework/types"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { now } from "../../kit/clock"
import { renderLetter } from "../../letters/render"
import type { LetterRow } from "../../modules/hamon/types"
import { classifySmtpFailure } from "../../providers/smtp/failure"
import { accountExists } from "../account-exists"
import { hamonService } from "../service"
import { drain, runSweep, sentenceOf } from "./run-sweep"

/**
 * Renders a letter once, freezes it, and sends it through Medusa's notification module, so that any provider the merchant
 * prefers carries it. A crash after sending sends again, with the same Message-ID: at least once, never none.
 */
async function deliver(container: MedusaContainer, claimed: LetterRow): Promise<void> {
  const service = hamonService(container)
  try {
    if (await isForNobody(container, claimed)) return await service.dropLetter(claimed.id)
    const letter = claimed.hash ? claimed : await freeze(container, claimed)
    await send(container, letter)
    await service.letterSent(letter.id, now())
  } catch (error) {
    // A failure that hides whether the letter arrived is tried again: at least once.
    const permanent = classifySmtpFailure(error).kind === "permanent"
    await service.letterFailed(claimed, { permanent, sentence: sentenceOf(error) }, now())
  }
}

/** Anybody may type any address when he asks to unlock an account, or for his orders; only who has some gets a letter. */
async function isForNobody(container: MedusaContainer, { kind, recipient }: LetterRow): Promise<boolean> {
  if (kind === "orders_link") return !(await hamonService(container).hasOrdered(recipient))
  if (kind !== "account_unlock") return false
  const { providers } = hamonService(container).getOptions().accounts
  return !(await accountExists(container, providers, recipient))
}

async function freeze(container: MedusaContainer, claimed: LetterRow): Promise<LetterRow> {
  const service = hamonService(container)
  const profile = await service.publishedProfile(null)
  if (!profile && claimed.kind === "order_confirmation") {
    const sentence =
      "publish the merchant profile first: a confirmation that names no seller confirms nothing (L221-13)"
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, sentence)
  }
  const { publicUrl, law } = service.getOptions()
  const rendered = renderLetter(claimed, { merchant: profile?.content ?? null, publicUrl, law })
  return service.freezeLetter(claimed.id, rendered, profile?.version ?? null, now())
}

async function send(container: MedusaContainer, letter: LetterRow): Promise<void> {
  const notifications = container.resolve<INotificationModuleService>(Modules.NOTIFICATION)
  await notifications.createNotifications({
    to: letter.recipient,
    channel: "email",
    template: letter.kind,
    // Core keeps `data` for ever: nothing personal goes there.
    data: { letter: letter.id },
    content: { subject: letter.subject as string, html: letter.html as string, text: letter.text as string },
    provider_data: { message_id: `${letter.id}.${letter.hash?.slice(0, 16)}@hamon` },
    trigger_type: `hamon.${letter.kind}`,
    resource_id: letter.id,
    resource_type: "hamon_letter",
    // A key per attempt: core takes a pending one for sent, and would stay silent after a crash.
    idempotency_key: `hamon:${letter.id}:${letter.attempts}`,
  })
}

const deliverLettersStep = createStep("deliver-letters", async (_: void, { container }) => {
  const service = hamonService(container)
  const result = await runSweep(container, "letters", () =>
    drain(
      (limit) => service.claimLetters(now(), limit),
      (letter) => deliver(container, letter),
    ),
  )
  return new StepResponse(result.handled)
})

/**
 * Sends the letters that are due.
 *
 * @summary Deliver the outbox.
 */
export const hamonDeliverLettersWorkflow = createWorkflow("hamon-deliver-letters", () => {
  return new WorkflowResponse(deliverLettersStep())
})
