import type { MedusaContainer } from "@medusajs/framework/types"
import type { Duty } from "../../modules/hamon/merchant-duties"
import { hamonService } from "../service"
import { machineSteps } from "./machine"
import { paymentStep } from "./payment"
import type { SetUpStep } from "./step"

export type { SetUpStep } from "./step"

/** Page of the admin on which the profile is written. */
const SETTINGS = "/settings/hamon"

export type SetUp = {
  /** Required steps that are met, of how many. */
  readonly done: number
  readonly of: number
  /** In the order in which they are done: what the merchant says, that it is published, how he is paid, the machine. */
  readonly steps: readonly SetUpStep[]
}

/** The way from install to "legal to open", and how far the shop has come on it. */
export async function readSetUp(container: MedusaContainer, now: Date): Promise<SetUp> {
  const service = hamonService(container)
  const { published, draft, duties } = await service.merchantPicture()
  const steps = [
    ...duties.map(ofDuty),
    publication(published !== null, draft !== null),
    await paymentStep(container),
    ...(await machineSteps(container, now)),
  ]
  const required = steps.filter(({ weight }) => weight === "required")
  return { done: required.filter(({ state }) => state === "met").length, of: required.length, steps }
}

function ofDuty({ id, state, weight, articles, title, sentence, place }: Duty): SetUpStep {
  return { id, state, weight, articles, title, sentence, place: `${SETTINGS}#${place}` }
}

function publication(published: boolean, draft: boolean): SetUpStep {
  return {
    id: "profile_published",
    state: published ? "met" : "missing",
    weight: "required",
    articles: ["LCEN art. 19", "L111-1", "L221-5"],
    title: { fr: "Profil publié", en: "Profile published" },
    sentence: published
      ? draft
        ? {
            fr: "Votre brouillon n'est pas publié : les clients lisent encore la version précédente.",
            en: "Your draft is not published: customers still read the version before.",
          }
        : null
      : {
          fr: "Publiez le profil : avant cela, ni les pages ni les courriers ne disent qui vend.",
          en: "Publish the profile: before that neither pages nor letters say who sells.",
        },
    place: `${SETTINGS}#publish`,
  }
}
