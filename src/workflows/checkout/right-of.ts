import type { MedusaContainer } from "@medusajs/framework/types"
import { rightOf } from "../../checkout/rules"
import type { CartRule } from "../../modules/hamon/types"
import { hamonService } from "../service"
import { groupsOf } from "./read-cart"

/**
 * Whether somebody has this law's right of withdrawal, before there is a cart: by the groups of the account, and the
 * country, which is null while it is not known.
 * @param country ISO 3166-1 alpha-2, small letters
 */
export async function rightOfCustomer(
  container: MedusaContainer,
  { customerId, country }: { customerId: string | null; country: string | null },
): Promise<ReturnType<typeof rightOf>> {
  const customerGroups = await groupsOf(container, customerId)
  const targets = [...customerGroups, ...(country ? [country] : [])]
  if (targets.length === 0) return rightOf([], { customerGroups, country })
  const rules = await hamonService(container).listCatalogueRules({ kind: "outside_right", target_id: targets })
  return rightOf(rules as unknown as CartRule[], { customerGroups, country })
}
