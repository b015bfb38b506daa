import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { now } from "../kit/clock"
import { hourIn } from "../kit/hour"
import { longDate } from "../letters/format"
import { merchantZone } from "../modules/hamon/options"
import type { StaffDigestData } from "../modules/hamon/operations/staff-digest"
import { hamonService } from "./service"

const tellStaffDailyStep = createStep("tell-staff-daily", async (_: void, { container }) => {
  const service = hamonService(container)
  const options = service.getOptions()
  const { digest, defaultLocale, publicUrl } = options
  const at = now()
  if (!digest.enabled || hourIn(at, merchantZone(options)) < digest.hour) return new StepResponse(false)
  const profile = await service.publishedProfile(null)
  const to = digest.to ?? profile?.content.email ?? null
  const told = await service.writeStaffDigest(
    { to, locale: defaultLocale, adminUrl: `${publicUrl}${adminPath(container)}/withdrawals` },
    at,
  )
  if (told) await ringBell(container, told)
  return new StepResponse(told !== null)
})

function adminPath(container: MedusaContainer): string {
  const { admin } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  return (admin?.path ?? "/app").replace(/\/+$/, "")
}

/** The bell has one language for the whole staff: French, the shop's, with the English word beside it. */
async function ringBell(container: MedusaContainer, { day, parts }: StaffDigestData): Promise<void> {
  const words = {
    overdue: "en retard (overdue)",
    due_soon: "dus dans les trois jours (due soon)",
    unmatched: "sans commande depuis deux jours (unmatched)",
    unknown: "remboursements à vérifier (unknown)",
    letters: "lettres non parties (letters)",
    sweepers: "tâches arrêtées (sweepers)",
  }
  const told = Object.entries(words).flatMap(([part, word]) => {
    const { count } = parts[part as keyof typeof words]
    return count > 0 ? [`${count} ${word}`] : []
  })
  await container.resolve(Modules.NOTIFICATION).createNotifications({
    to: "",
    channel: "feed",
    template: "admin-ui",
    // Medusa sends a key once, which is what is wanted of a bell.
    idempotency_key: `hamon-digest-${day}`,
    data: { title: `Rétractations (withdrawals), ${longDate(day, "fr")}`, description: `${told.join(" ; ")}.` },
  })
}

/**
 * Tells staff once a day, from the hour that the merchant chose on his own clock, what waits for them; nothing when nothing
 * does.
 *
 * @summary Write the digest of the day.
 */
export const hamonTellStaffDailyWorkflow = createWorkflow("hamon-tell-staff-daily", () => {
  return new WorkflowResponse(tellStaffDailyStep())
})
