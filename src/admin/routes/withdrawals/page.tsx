import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ArrowUturnLeft } from "@medusajs/icons"
import { SweepNotice } from "../../components/sweep-notice"
import { WithdrawalsTable } from "../../components/withdrawals-table"
import { WithdrawalsCrumb } from "../../components/crumbs"

/** Declarations of withdrawal, and whether the machine that serves them runs. */
const WithdrawalsPage = () => (
  <div className="flex flex-col gap-y-3">
    <SweepNotice />
    <WithdrawalsTable />
  </div>
)

export const config = defineRouteConfig({
  label: "menu.withdrawals",
  icon: ArrowUturnLeft,
  rank: 50,
  translationNs: "hamon",
})

export const handle = { breadcrumb: () => <WithdrawalsCrumb /> }

export default WithdrawalsPage
