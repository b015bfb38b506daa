import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { now } from "../../kit/clock"
import { longDate, money } from "../../letters/format"
import type { DisputeRow } from "../../modules/hamon/types"
import { hamonService } from "../service"

/** Rings the bell of the admin for each dispute that nobody was told of. Rung twice is better than never: the mark comes after. */
export async function tellStaffOfDisputes(container: MedusaContainer): Promise<void> {
  const service = hamonService(container)
  for (const dispute of await service.untoldDisputes(50)) {
    await container.resolve(Modules.NOTIFICATION).createNotifications({
      to: "",
      channel: "feed",
      template: "admin-ui",
      data: notice(dispute),
    })
    await service.staffTold(dispute.id, now())
  }
}

/** The bell has one language for the whole staff: French, the shop's, with the English word beside it. */
function notice({ display_id, amount, currency, respond_by, provider_dispute_id }: DisputeRow) {
  const until = respond_by ? ` Répondez avant le ${longDate(respond_by.toISOString().slice(0, 10), "fr")}.` : ""
  return {
    title: `Contestation de paiement (dispute), commande n° ${display_id}`,
    description: `${money(amount, currency, "fr")} – ${provider_dispute_id}.${until} Ne remboursez pas deux fois.`,
  }
}

/** Rings it for each extra that was found in an order without the customer's choice (L121-17). */
export async function tellStaffOfExtras(container: MedusaContainer): Promise<void> {
  const service = hamonService(container)
  for (const { id, display_id, title, amount, currency } of await service.untoldExtras(50)) {
    await container.resolve(Modules.NOTIFICATION).createNotifications({
      to: "",
      channel: "feed",
      template: "admin-ui",
      data: {
        title: `Supplément sans choix du client (unchosen extra), commande n° ${display_id}`,
        description: `« ${title} », ${money(amount, currency, "fr")} : remboursez-le (L121-17), ou notez l'accord du client, sur la page de la commande.`,
      },
    })
    await service.toldOfExtra(id, now())
  }
}

/** Rings it once for a cart whose payment was made at the provider while an extra of it was not chosen: no order came of it. */
export async function tellStaffOfHeldOrder(container: MedusaContainer, cartId: string, why: string): Promise<void> {
  await container.resolve(Modules.NOTIFICATION).createNotifications({
    to: "",
    channel: "feed",
    template: "admin-ui",
    // Medusa sends a key once, which is what is wanted of a bell.
    idempotency_key: `hamon-held-${cartId}`,
    data: {
      title: "Paiement reçu, commande retenue (order held)",
      description: `Panier ${cartId}. ${why} Le client peut choisir et terminer sa commande ; sinon annulez son paiement.`,
    },
  })
}
