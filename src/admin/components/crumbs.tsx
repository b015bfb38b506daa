import { useTranslation } from "react-i18next"
import { useWithdrawal } from "../lib/queries"

export const WithdrawalsCrumb = () => {
  const { t } = useTranslation("hamon")
  return <>{t("menu.withdrawals")}</>
}

export const DisputesCrumb = () => {
  const { t } = useTranslation("hamon")
  return <>{t("menu.disputes")}</>
}

export const WithdrawalCrumb = ({ id }: { id: string }) => {
  const { data } = useWithdrawal(id)
  return <>{data?.reference ?? "…"}</>
}

export const ConformityCrumb = () => {
  const { t } = useTranslation("hamon")
  return <>{t("conformity.menu")}</>
}
