import { useTranslation } from "react-i18next"
import { useFormats } from "../lib/formats"
import type { Dispute } from "../lib/types"
import { DisputeBadge } from "./badges"
import { DisputeLink } from "./dispute-link"
import { DisputeWords } from "./dispute-words"
import { Section, Sentence } from "./section"
import { Sheet, SheetCell, SheetRow } from "./sheet"

/** Disputes of an order's payments: what is claimed, why, and until when the merchant may answer. */
export const Disputes = ({ disputes }: { disputes: readonly Dispute[] }) => {
  const { t } = useTranslation("hamon")
  const { amount } = useFormats()
  const held = disputes.some(({ status }) => status !== "won")
  return (
    <Section title={t("menu.disputes")}>
      {held && <Sentence>{t("disputes.held")}</Sentence>}
      <Sheet
        label={t("menu.disputes")}
        head={[
          { title: t("disputes.dispute") },
          { title: t("disputes.status") },
          { title: t("disputes.amount"), right: true },
        ]}
      >
        {disputes.map((dispute) => (
          <SheetRow key={dispute.id}>
            <SheetCell>
              <DisputeLink dispute={dispute} />
              <DisputeWords dispute={dispute} />
            </SheetCell>
            <SheetCell>
              <DisputeStanding dispute={dispute} />
            </SheetCell>
            <SheetCell right>{amount(dispute.amount, dispute.currency)}</SheetCell>
          </SheetRow>
        ))}
      </Sheet>
    </Section>
  )
}

const DisputeStanding = ({ dispute: { status, respond_by, opened_at, closed_at } }: { dispute: Dispute }) => {
  const { t } = useTranslation("hamon")
  const { instant } = useFormats()
  return (
    <div className="txt-small flex flex-col items-start gap-y-1">
      <DisputeBadge status={status} />
      {status === "open" && respond_by && (
        <span className="text-ui-fg-base">{t("disputes.answerBefore", { at: instant(respond_by) })}</span>
      )}
      <span>{t("disputes.openedAt", { at: instant(opened_at) })}</span>
      {closed_at && <span>{t("disputes.closedAt", { at: instant(closed_at) })}</span>}
    </div>
  )
}
