import { Alert } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useFormats } from "../lib/formats"
import type { Declared, Withdrawal } from "../lib/types"
import { FlagBadge } from "./badges"
import { Fact, Facts } from "./section"
import { Trouble } from "./trouble"

/** What was declared, by whom as far as anybody knows, and what a person should look at. */
export const DeclarationFacts = ({ withdrawal }: { withdrawal: Withdrawal }) => {
  const { t } = useTranslation("hamon")
  const { instant, day } = useFormats()
  const { declared, flags, phase, goods_back_on, last_error, trouble } = withdrawal
  return (
    <>
      {last_error && (
        <div className="px-6 py-4">
          <Alert variant="warning">
            <p className="mb-1">{t("declaration.stepFailed")}</p>
            <Trouble trouble={trouble} sentence={last_error} />
          </Alert>
        </div>
      )}
      <Facts>
        {flags.length > 0 && (
          <Fact label={t("declaration.flags")}>
            <ul className="flex flex-col gap-y-3">
              {flags.map((flag) => (
                <li key={flag} className="flex flex-col gap-y-1">
                  <FlagBadge flag={flag} />
                  <span className="txt-small text-pretty">{t(`flagHelp.${flag}`)}</span>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        <Fact label={t("declaration.sentAt")}>
          {t("declaration.sent", {
            at: withdrawal.sent_on ? day(withdrawal.sent_on) : instant(withdrawal.sent_at),
            channel: t(`channel.${withdrawal.channel}`),
          })}
        </Fact>
        <Fact label={t("declaration.by")}>
          <div>{declared.name}</div>
          <div>{declared.email}</div>
          <div className="txt-small mt-1">{t(`assurance.${withdrawal.assurance}`)}</div>
        </Fact>
        <Fact label={t("declaration.declared")}>
          <Said declared={declared} />
        </Fact>
        {phase && <Fact label={t("declaration.phase")}>{t(`phase.${phase}`)}</Fact>}
        {goods_back_on && <Fact label={t("declaration.goodsBackOn")}>{day(goods_back_on)}</Fact>}
      </Facts>
    </>
  )
}

/** The customer's own words. */
const Said = ({ declared }: { declared: Declared }) => {
  const { t } = useTranslation("hamon")
  const { scope, orderNumber, articles, comment } = declared
  return (
    <>
      <div>{t(`scope.${scope}`)}</div>
      <div>{t("declaration.orderTyped", { typed: orderNumber })}</div>
      {scope === "part" && (
        <ul>
          {articles.map(({ article, quantity }, index) => (
            <li key={index}>{t("units", { quantity, title: article })}</li>
          ))}
        </ul>
      )}
      {comment && <p className="mt-1 whitespace-pre-line">{t("declaration.comment", { comment })}</p>}
    </>
  )
}
