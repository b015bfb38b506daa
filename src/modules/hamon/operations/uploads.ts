import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { refuse } from "../follow-refusals"
import type { UploadRow } from "../types"

/** Files that a customer may give for one declaration. */
export const MOST_FILES = 5
/** Files that staff may add to one: proofs of a trade dispute take more than those of a parcel. */
const MOST_OF_STAFF = 40

/** A file after `cleanFile`, as it travels to the tables. */
export type NewUpload = Pick<UploadRow, "name" | "content_type" | "size" | "hash" | "content">

/**
 * Keeps files of a declaration that the caller has locked; one that is there already (a form sent again) is kept once.
 * @param by `customer`, or the id of the member of staff
 * @returns hashes of what was added, for the evidence
 */
export async function addUploads(
  sql: Knex,
  withdrawalId: string,
  { purpose, by, files }: { purpose: UploadRow["purpose"]; by: string; files: readonly NewUpload[] },
): Promise<string[]> {
  const known = await sql<UploadRow>("hamon_upload")
    .where({ withdrawal_id: withdrawalId, deleted_at: null } as object)
    .select("hash", "uploaded_by")
  const theirs = known.filter(({ uploaded_by }) => (uploaded_by === "customer") === (by === "customer"))
  const fresh = files.filter(
    ({ hash }, index) =>
      !theirs.some((one) => one.hash === hash) && files.findIndex((one) => one.hash === hash) === index,
  )
  if (theirs.length + fresh.length > (by === "customer" ? MOST_FILES : MOST_OF_STAFF)) refuse("too_many_files")
  for (const file of fresh) {
    await sql("hamon_upload").insert({
      id: generateEntityId(undefined, "hamup"),
      withdrawal_id: withdrawalId,
      purpose,
      uploaded_by: by,
      ...file,
    })
  }
  return fresh.map(({ hash }) => hash)
}
