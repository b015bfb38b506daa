import type { IAuthModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** Whether an address, letter by letter, is one of an account of these providers. One query, whatever the answer. */
export async function accountExists(
  container: MedusaContainer,
  providers: readonly string[],
  email: string,
): Promise<boolean> {
  const auth = container.resolve<IAuthModuleService>(Modules.AUTH)
  const found = await auth.listProviderIdentities({ entity_id: email }, { select: ["id", "provider"] })
  return found.some(({ provider }) => providers.includes(provider))
}
