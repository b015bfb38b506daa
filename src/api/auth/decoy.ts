import type { AuthenticationInput, IAuthModuleService, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { keyedHash, opaqueToken } from "../../kit/secrets"
import { hamonService } from "../../workflows/service"

/**
 * The address with which core is to try a password: the typed one, or that of a decoy where there is no such account.
 *
 * Core answers at once for an address that it does not know, without the work of comparing a password: who measures
 * learns which accounts exist. With the decoy core goes its one way, same queries and same work, whatever was typed. The
 * decoy is an identity without a person, whose password nobody ever knew.
 */
export async function addressToTry(scope: MedusaContainer, provider: string, typed: string): Promise<string> {
  const { secret } = hamonService(scope).getOptions()
  const decoy = `${keyedHash(secret, "decoy account", provider).slice(0, 24)}@hamon.invalid`
  const auth = scope.resolve<IAuthModuleService>(Modules.AUTH)
  const filters = { provider, entity_id: [typed, decoy] as unknown as string }
  const found = await auth.listProviderIdentities(filters, { select: ["id", "entity_id"] })
  const has = (address: string) => found.some(({ entity_id }) => entity_id === address)
  if (!has(decoy)) await makeDecoy(scope, provider, decoy)
  return has(typed) ? typed : decoy
}

/**
 * Once in the life of a shop. Where it fails core answers as it does without the plugin: logging in matters more than
 * hiding, and the next attempt tries again.
 */
async function makeDecoy(scope: MedusaContainer, provider: string, email: string): Promise<void> {
  const auth = scope.resolve<IAuthModuleService>(Modules.AUTH)
  const body = { email, password: opaqueToken() }
  const { success, error } = await auth.register(provider, { body } as unknown as AuthenticationInput)
  if (success) return
  // Also told when another instance was a moment faster, once.
  scope.resolve(ContainerRegistrationKeys.LOGGER).warn(`hamon: the decoy account was not made: ${error}`)
}
