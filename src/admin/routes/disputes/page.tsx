import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CreditCardRefresh } from "@medusajs/icons"
import { DisputesCrumb } from "../../components/crumbs"
import { DisputesTable } from "../../components/disputes-table"
import { SweepNotice } from "../../components/sweep-notice"

/** Disputes of payments, and whether the machine that reads them runs. */
const DisputesPage = () => (
  <div className="flex flex-col gap-y-3">
    <SweepNotice />
    <DisputesTable />
  </div>
)

export const config = defineRouteConfig({
  label: "menu.disputes",
  icon: CreditCardRefresh,
  rank: 51,
  translationNs: "hamon",
})

export const handle = { breadcrumb: () => <DisputesCrumb /> }

export default DisputesPage
