import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { DutyState, MerchantDuty } from "../../lib/merchant/types"

const COLOURS = { met: "green", missing: "orange", wrong: "red", at_risk: "orange" } as const satisfies Record<
  DutyState,
  string
>

/** How a duty stands; what may be added and is not there is no fault. */
export const DutyBadge = ({ state, weight }: Pick<MerchantDuty, "state" | "weight">) => {
  const { t } = useTranslation("hamon")
  if (state === "missing" && weight === "recommended") {
    return <StatusBadge color="grey">{t("merchant.recommended")}</StatusBadge>
  }
  return <StatusBadge color={COLOURS[state]}>{t(`merchant.state.${state}`)}</StatusBadge>
}
