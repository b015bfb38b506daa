import { clx } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { WITHDRAWAL_VIEWS, type WithdrawalView } from "../../lib/types"

type Props = {
  view: WithdrawalView
  counts: Readonly<Record<WithdrawalView, number>> | undefined
  onView: (view: WithdrawalView) => void
}

/** The work lists of staff, each with its size. Buttons, not tabs: the list below is one, and changes in place. */
export const ViewTabs = ({ view, counts, onView }: Props) => {
  const { t } = useTranslation("hamon")
  return (
    <nav aria-label={t("desk.views")} className="flex flex-wrap gap-2">
      {WITHDRAWAL_VIEWS.map((one) => (
        <button
          key={one}
          type="button"
          aria-current={one === view ? "page" : undefined}
          onClick={() => onView(one)}
          className={clx(
            "txt-compact-small-plus focus-visible:shadow-borders-focus rounded-full px-3 py-1.5 outline-none",
            one === view
              ? "bg-ui-bg-base text-ui-fg-base shadow-elevation-card-rest"
              : "text-ui-fg-subtle hover:bg-ui-bg-base-hover",
          )}
        >
          {t(`desk.view.${one}`)}
          {counts && <span className="text-ui-fg-subtle ml-2 tabular-nums">{counts[one]}</span>}
        </button>
      ))}
    </nav>
  )
}
