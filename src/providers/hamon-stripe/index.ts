import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { HamonStripeService } from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [HamonStripeService] })
