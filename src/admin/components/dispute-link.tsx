import { ArrowUpRightOnBox } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import { disputePage } from "../lib/dispute-page"
import type { Dispute } from "../lib/types"

/** Leads to the provider's page on which staff answer. */
export const DisputeLink = ({ dispute }: { dispute: Dispute }) => {
  const { t } = useTranslation("hamon")
  const { name, url } = disputePage(dispute)
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer"
      onClick={(event) => event.stopPropagation()}
      className="text-ui-fg-base hover:text-ui-fg-interactive-hover underline underline-offset-2 inline-flex items-center gap-1"
    >
      {dispute.status === "open" ? t("disputes.answerAt", { provider: name }) : t("disputes.seeAt", { provider: name })}
      <ArrowUpRightOnBox aria-hidden />
      <span className="sr-only">{t("disputes.newTab", { id: dispute.provider_dispute_id })}</span>
    </a>
  )
}
