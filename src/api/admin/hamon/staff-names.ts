import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** E-mail addresses of members of staff by id; who has left, or is a key of a script, is not in it. */
export async function staffNames(
  container: MedusaContainer,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  // An empty filter would match everybody.
  if (wanted.length === 0) return new Map()
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "user", fields: ["id", "email"], filters: { id: wanted } })
  return new Map(data.map(({ id, email }) => [id, email]))
}
