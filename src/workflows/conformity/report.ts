import type { MedusaContainer } from "@medusajs/framework/types"
import { type ConformityReport, conformityReport } from "../../conformity/report"
import { now } from "../../kit/clock"
import { readFacts } from "./read-facts"

/** The report as of now; what the web was asked, as of its last check. */
export async function currentReport(container: MedusaContainer): Promise<ConformityReport> {
  return conformityReport(await readFacts(container, now()))
}
