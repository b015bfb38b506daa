import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ShieldCheck } from "@medusajs/icons"
import { Container } from "@medusajs/ui"
import { ConformityReport } from "../../components/conformity-report"
import { ConformityCrumb } from "../../components/crumbs"
import { Failure, Loading } from "../../components/section"
import { useReport } from "../../lib/conformity"

/** Every duty of the shop with its article, its state, and the proof or the fix. */
const ConformityPage = () => {
  const { data: report, error, refetch } = useReport()
  if (report) return <ConformityReport report={report} />
  return (
    <Container className="p-0">
      {error ? <Failure error={error} again={() => void refetch()} /> : <Loading />}
    </Container>
  )
}

export const config = defineRouteConfig({
  label: "conformity.menu",
  icon: ShieldCheck,
  rank: 52,
  translationNs: "hamon",
})

export const handle = { breadcrumb: () => <ConformityCrumb /> }

export default ConformityPage
