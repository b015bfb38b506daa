import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import HamonModule from "../modules/hamon"

/** From an order's case to the order, in queries; the case keeps the id itself, so there is no table to drift. */
export default defineLink(
  { linkable: HamonModule.linkable.hamonOrderCase, field: "order_id" },
  OrderModule.linkable.order,
  {
    readOnly: true,
  },
)
