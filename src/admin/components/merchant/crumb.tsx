import { useTranslation } from "react-i18next"

export const MerchantCrumb = () => {
  const { t } = useTranslation("hamon")
  return <>{t("merchant.menu")}</>
}
