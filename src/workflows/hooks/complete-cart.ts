import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { configManager } from "@medusajs/framework/config"
import { requireChosenExtras } from "../checkout/require-chosen-extras"

type Configured = { readonly options?: { readonly extras?: { readonly takeCompleteCartHook?: boolean } } }

/**
 * Whether the shop gave the hook to the plugin. A hook is taken while files are loaded, before any module exists: so the
 * configuration is read itself, in both places where a host may write the options.
 */
function isTaken(): boolean {
  const { modules = {}, plugins = [] } = configManager.config
  const places = [modules.hamon, ...plugins.filter((plugin) => typeof plugin === "object")] as Configured[]
  return places.some((place) => place?.options?.extras?.takeCompleteCartHook === true)
}

if (isTaken()) completeCartWorkflow.hooks.validate(requireChosenExtras as never)
