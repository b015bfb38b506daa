import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import HamonModule from "../modules/hamon"

/** From a declaration to its order, in queries. */
export default defineLink(
  { linkable: HamonModule.linkable.hamonWithdrawal, field: "order_id" },
  OrderModule.linkable.order,
  { readOnly: true },
)
