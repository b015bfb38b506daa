import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { SetUpStep } from "./step"

type Region = {
  readonly name: string
  readonly payment_providers?: readonly ({ readonly is_enabled: boolean } | null)[]
}

/** Every region in which the shop sells has a way to pay, which the customer is told at the latest when he begins to order. */
export async function paymentStep(container: MedusaContainer): Promise<SetUpStep> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "region",
    fields: ["name", "payment_providers.id", "payment_providers.is_enabled"],
  })
  const regions = data as readonly Region[]
  const without = regions
    .filter(({ payment_providers = [] }) => !payment_providers.some((provider) => provider?.is_enabled))
    .map(({ name }) => name)
  const names = without.join(", ")
  return {
    id: "payment",
    state: regions.length > 0 && without.length === 0 ? "met" : "missing",
    weight: "required",
    articles: ["L221-14, al. 3"],
    title: { fr: "Un moyen de paiement par région", en: "A way to pay in each region" },
    sentence:
      regions.length === 0
        ? { fr: "Créez la région où vous vendez.", en: "Make the region in which you sell." }
        : without.length > 0
          ? {
              fr: `Choisissez un moyen de paiement dans : ${names}.`,
              en: `Choose a way to pay in: ${names}.`,
            }
          : null,
    place: "/settings/regions",
  }
}
