import type { MedusaContainer } from "@medusajs/framework/types"
import { mailers } from "../mailers"
import { hamonService } from "../service"
import type { SetUpStep } from "./step"

/** The sweeper of letters begins every minute; some runs are missed before anybody is alarmed. */
const LATE_MS = 5 * 60_000
const SWEEPER = "letters"

/** What the store's configuration must give: pages over HTTPS, a way for letters, and a process that runs the jobs. */
export async function machineSteps(container: MedusaContainer, now: Date): Promise<SetUpStep[]> {
  return [pages(container), letters(container), await jobs(container, now)]
}

function pages(container: MedusaContainer): SetUpStep {
  const { publicUrl } = hamonService(container).getOptions()
  const inClear = publicUrl.startsWith("http:")
  return {
    id: "https",
    state: !inClear ? "met" : process.env.NODE_ENV === "production" ? "wrong" : "at_risk",
    weight: "required",
    articles: ["RGPD art. 32", "L221-21"],
    title: { fr: "Pages hébergées en HTTPS", en: "Hosted pages over HTTPS" },
    sentence: inClear
      ? {
          fr: `L'option publicUrl est ${publicUrl} : les déclarations des clients passeraient en clair. Donnez une adresse en https.`,
          en: `The option publicUrl is ${publicUrl}: what customers declare would travel in clear. Give an address of https.`,
        }
      : null,
    place: null,
  }
}

function letters(container: MedusaContainer): SetUpStep {
  const sent = mailers(container).some((resolve) => !resolve.includes("notification-local"))
  return {
    id: "letters",
    state: sent ? "met" : "missing",
    weight: "required",
    articles: ["L221-13", "L221-21"],
    title: { fr: "Envoi des courriers", en: "Sending of letters" },
    sentence: sent
      ? null
      : {
          fr: "Aucun service n'envoie d'e-mails : ni confirmation de commande, ni accusé de réception ne partent. Configurez le fournisseur SMTP, ou un autre du canal email.",
          en: "Nothing sends e-mail: neither confirmations of orders nor acknowledgements leave. Configure the SMTP provider, or another of the channel email.",
        },
    place: null,
  }
}

async function jobs(container: MedusaContainer, now: Date): Promise<SetUpStep> {
  const [sweep] = await hamonService(container).listSweepHeartbeats({ id: SWEEPER })
  const recent = sweep !== undefined && now.getTime() - new Date(sweep.started_at).getTime() < LATE_MS
  return {
    id: "jobs",
    state: recent ? "met" : sweep ? "wrong" : "missing",
    weight: "required",
    articles: ["L221-13", "L221-24"],
    title: { fr: "Travail automatique", en: "Automatic work" },
    sentence: recent
      ? null
      : {
          fr: "Le travail automatique ne tourne pas : courriers, délais et remboursements attendent. Démarrez un processus Medusa en mode worker ou shared.",
          en: "The automatic work does not run: letters, deadlines and refunds wait. Start a Medusa process in worker or shared mode.",
        },
    place: "/withdrawals",
  }
}
