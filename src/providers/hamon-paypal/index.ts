import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { PaypalPaymentService } from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [PaypalPaymentService] })
