import type { MedusaContainer } from "@medusajs/framework/types"
import { HAMON_MODULE } from "../modules/hamon"
import type HamonModuleService from "../modules/hamon/service"

/** The Hamon-compliance module, from a container. */
export function hamonService(container: MedusaContainer): HamonModuleService {
  return container.resolve<HamonModuleService>(HAMON_MODULE)
}
