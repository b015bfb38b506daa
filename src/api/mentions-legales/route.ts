import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { shopInformation } from "../../information/shop"
import { legalNoticePage } from "../../pages/legal-notice"
import { visitOf } from "./visit"

/** Legal notice and everything that is said before the order, in French or English; 503 while no merchant has said who he is. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const { locale, facts } = await visitOf(req)
  res
    .status(facts.merchant ? 200 : 503)
    .type("html")
    .send(legalNoticePage(shopInformation(facts, locale)))
}
