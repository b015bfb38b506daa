import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

type Provider = { readonly resolve?: unknown; readonly options?: { readonly channels?: readonly string[] } }

/** What carries letters: modules of the providers that the store's configuration gives the channel `email`. Core shows them nowhere else. */
export function mailers(container: MedusaContainer): string[] {
  const { modules } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const notification = modules?.[Modules.NOTIFICATION] as
    { options?: { providers?: readonly Provider[]; cloud?: { api_key?: unknown } } } | undefined
  const own = (notification?.options?.providers ?? []).filter(({ options }) => options?.channels?.includes("email"))
  if (own.length > 0) return own.map(({ resolve }) => String(resolve)).sort()
  // On Medusa's own cloud core adds one.
  return notification?.options?.cloud?.api_key ? ["Medusa Cloud"] : []
}
