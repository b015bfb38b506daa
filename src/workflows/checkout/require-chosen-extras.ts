import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { configManager } from "@medusajs/framework/config"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { cartRefusal } from "./guard"

type Validated = { readonly cart?: { readonly id?: string }; readonly input?: { readonly id?: string } }

/**
 * A handler for core's `completeCart.validate` hook: no cart with a paid extra that was not chosen becomes an order,
 * whatever code completes it (L121-17). A host with a handler of its own calls this one inside it.
 * @throws MedusaError not_allowed with the sentence for the customer
 */
export async function requireChosenExtras(
  { cart, input }: Validated,
  { container }: { readonly container: MedusaContainer },
): Promise<void> {
  const id = cart?.id ?? input?.id
  const refusal = id ? await cartRefusal(container, id, null) : null
  if (refusal) throw new MedusaError(MedusaError.Types.NOT_ALLOWED, refusal.message)
}

type Configured = { readonly options?: { readonly extras?: { readonly takeCompleteCartHook?: boolean } } }

/**
 * Whether the shop gave the hook to the plugin. A hook is taken while files are loaded, before any module exists: so the
 * configuration is read itself, in both places where a host may write the options.
 */
function takesHook(): boolean {
  const { modules = {}, plugins = [] } = configManager.config
  const places = [modules.hamon, ...plugins.filter((plugin) => typeof plugin === "object")] as Configured[]
  return places.some((place) => place?.options?.extras?.takeCompleteCartHook === true)
}

if (takesHook()) completeCartWorkflow.hooks.validate(requireChosenExtras as never)
