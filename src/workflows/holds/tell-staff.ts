import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { WithdrawalRow } from "../../modules/hamon/types"

/** The bell has one language for the whole staff: French, the shop's, with the English word beside it. */
const NOTICES: Readonly<Record<string, { readonly title: string; readonly act: string }>> = {
  objected: {
    title: "Le client dit ne pas s'être rétracté (objection)",
    act: "La retenue est levée ; demandez-lui, puis retenez de nouveau ou laissez partir.",
  },
  shipped_despite_hold: {
    title: "Parti malgré la retenue (shipped despite hold)",
    act: "Le client peut refuser le colis ; la rétractation continue, un retour est ouvert.",
  },
}

/** Rings the bell once for each thing about a hold that a person must know. Medusa sends a key once, so asking twice is safe. */
export async function tellStaffOfHold(container: MedusaContainer, withdrawal: WithdrawalRow): Promise<void> {
  const { id, reference, display_id: number, flags } = withdrawal
  for (const flag of flags.filter((one) => one in NOTICES)) {
    const { title, act } = NOTICES[flag]
    await container.resolve(Modules.NOTIFICATION).createNotifications({
      to: "",
      channel: "feed",
      template: "admin-ui",
      idempotency_key: `hamon-${flag}-${id}`,
      data: { title, description: `Rétractation ${reference}, commande n° ${number ?? "?"}. ${act}` },
    })
  }
}
