import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Withdrawal } from "../lib/types"
import { OrderSearch } from "./order-search"
import { Section, Sentence } from "./section"
import { UnitsForm } from "./units-form"

/** Staff say to which order a declaration belongs, then which of its units it means. */
export const MatchWithdrawal = ({ withdrawal }: { withdrawal: Withdrawal }) => {
  const { t } = useTranslation("hamon")
  const [chosen, setChosen] = useState<string | null>(null)
  const orderId = withdrawal.order_id ?? chosen
  return (
    <Section title={withdrawal.order_id ? t("match.unitsTitle") : t("match.title")}>
      <Sentence>{withdrawal.order_id ? t("match.unitsIntro") : t("match.intro")}</Sentence>
      {!withdrawal.order_id && <OrderSearch chosen={chosen} onChoose={setChosen} />}
      {orderId && <UnitsForm key={orderId} withdrawal={withdrawal} orderId={orderId} />}
    </Section>
  )
}
