import { MedusaService } from "@medusajs/framework/utils"
import { Ticket } from "./models/ticket"

/** The after-sales ticket module (L121-16, L217-1 and following). */
export default class SavModuleService extends MedusaService({ Ticket }) {}
