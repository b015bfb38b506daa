import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useTranslation } from "react-i18next"
import { MerchantCrumb } from "../../../components/merchant/crumb"
import { ProfileForm } from "../../../components/merchant/profile-form"
import { SetUpCard } from "../../../components/merchant/set-up-card"
import { Failure, Loading, Section } from "../../../components/section"
import { useMerchant } from "../../../lib/merchant/requests"

/** Who sells: the way to "legal to open", the profile, and the terms of sale. */
const HamonSettingsPage = () => {
  const { t } = useTranslation("hamon")
  const { data, error, refetch } = useMerchant()
  return (
    <div className="flex flex-col gap-y-3">
      <SetUpCard />
      {data ? (
        <ProfileForm picture={data} />
      ) : (
        <Section title={t("merchant.section.identity")}>
          {error ? <Failure error={error} again={() => void refetch()} /> : <Loading />}
        </Section>
      )}
    </div>
  )
}

export const config = defineRouteConfig({ label: "merchant.menu", translationNs: "hamon" })

export const handle = { breadcrumb: () => <MerchantCrumb /> }

export default HamonSettingsPage
