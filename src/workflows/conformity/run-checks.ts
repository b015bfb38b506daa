import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { Outcome } from "../../conformity/checks/outcome"
import { checkStorefront } from "../../conformity/checks/storefront"
import { checkTransport } from "../../conformity/checks/transport"
import { now } from "../../kit/clock"
import { hamonService } from "../service"

let running: Promise<void> | null = null

/** Asks the web what the report says of it. Two members of staff who ask at once wait for the same answers. */
function runChecks(container: MedusaContainer): Promise<void> {
  running ??= checkAll(container).finally(() => (running = null))
  return running
}

async function checkAll(container: MedusaContainer): Promise<void> {
  const service = hamonService(container)
  const { publicUrl, storefrontUrl, report, law } = service.getOptions()
  const rules = { allowPrivate: report.allowPrivateAddresses }
  const chromium = process.env.CHROMIUM_PATH || undefined
  const transport = (id: "https_api" | "https_storefront", url: string) =>
    checkTransport(id, url, { rules, now: now() })
  const outcomes: Outcome[][] = await Promise.all([
    transport("https_api", publicUrl).then((one) => [one]),
    storefrontUrl ? transport("https_storefront", storefrontUrl).then((one) => [one]) : [],
    storefrontUrl ? checkStorefront(storefrontUrl, { rules, chromium, law }) : [],
  ])
  await service.storeChecks(outcomes.flat(), now())
}

const runConformityChecksStep = createStep("run-conformity-checks", async (_: void, { container }) => {
  await runChecks(container)
  return new StepResponse(undefined)
})

/**
 * Looks at the shop from outside: certificates, and the links that every page of the storefront owes (L221-21, D221-5).
 *
 * @summary Run the checks of the conformity report that ask the web.
 */
export const hamonRunConformityChecksWorkflow = createWorkflow("hamon-run-conformity-checks", () => {
  return new WorkflowResponse(runConformityChecksStep())
})
