import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { LogInAttempts } from "../accounts/log-in-attempts"
import { now } from "../kit/clock"
import { emailKey } from "../modules/hamon/email-key"
import { rateLimits } from "./rate-limits"
import { hamonService } from "./service"

export type AccountUnlock = {
  readonly email: string
  readonly code: string
  /** Of who types the code: it is known from then on. */
  readonly network: string
}

const unlockAccountStep = createStep(
  "unlock-account",
  async ({ email, code, network }: AccountUnlock, { container }) => {
    const service = hamonService(container)
    const unlocked = await service.useUnlockCode({ email, code }, now())
    if (unlocked) {
      const attempts = new LogInAttempts(rateLimits(container), service.getOptions())
      await attempts.unlock({ account: emailKey(email), network })
    }
    return new StepResponse({ unlocked })
  },
)

/**
 * Unlocks an account by the code of the letter: once, and from every network.
 *
 * @summary Unlock an account.
 */
export const hamonUnlockAccountWorkflow = createWorkflow(
  "hamon-unlock-account",
  (input: WorkflowData<AccountUnlock>) => new WorkflowResponse(unlockAccountStep(input)),
)
