import { useTranslation } from "react-i18next"
import { useFormats } from "../lib/formats"
import type { BeforeOrder as Told, HamonOrder } from "../lib/types"
import { Fact, Facts, Section, Sentence } from "./section"

/** What the customer was shown above the order button, and the paid extras that he chose (L221-14, L121-17). */
export const BeforeOrder = ({ order }: { order: HamonOrder }) => {
  const { t } = useTranslation("hamon")
  return (
    <Section title={t("checkout.title")}>
      {order.checkout ? <Shown told={order.checkout} /> : <Sentence>{t("checkout.noRecord")}</Sentence>}
    </Section>
  )
}

const Shown = ({ told: { record, acknowledgement, extras, currency } }: { told: Told }) => {
  const { t } = useTranslation("hamon")
  const { amount, instant } = useFormats()
  return (
    <Facts>
      <Fact label={t("checkout.recorded")}>{instant(record.recorded_at)}</Fact>
      {acknowledgement ? (
        <>
          <Fact label={t("checkout.seen")}>{instant(acknowledgement.acknowledged_at)}</Fact>
          <Fact label={t("checkout.button")}>
            <span lang={acknowledgement.locale}>{acknowledgement.button_label}</span>
          </Fact>
          <Fact label={t("checkout.terms")}>
            {acknowledgement.terms
              ? t("checkout.version", { version: acknowledgement.terms.version })
              : t("checkout.noTerms")}
          </Fact>
          <Fact label={t("checkout.hash")}>
            <code className="break-all">{acknowledgement.summary_hash}</code>
          </Fact>
        </>
      ) : (
        <Fact label={t("checkout.seen")}>{t("checkout.notSeen")}</Fact>
      )}
      {extras.length > 0 && (
        <Fact label={t("checkout.extras")}>
          <ul className="flex flex-col gap-y-1">
            {extras.map(({ key, name, amount: sum, choice, standing }) => (
              <li key={key}>
                {name}, {amount(sum, currency)}.{" "}
                {standing === "chosen" && choice
                  ? t("checkout.chosen", { at: instant(choice.chosen_at), words: choice.text })
                  : t("checkout.notChosen")}
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </Facts>
  )
}
