import { useTranslation } from "react-i18next"
import { useFormats } from "../lib/formats"
import type { Letter } from "../lib/types"
import { LetterBadge } from "./badges"
import { Section, Sentence } from "./section"
import { Sheet, SheetCell, SheetRow } from "./sheet"
import { Technical } from "./trouble"

/** Letters to the customer, with what became of each. */
export const Letters = ({ letters }: { letters: readonly Letter[] }) => {
  const { t } = useTranslation("hamon")
  return (
    <Section title={t("letters.title")}>
      {letters.length === 0 ? (
        <Sentence>{t("letters.none")}</Sentence>
      ) : (
        <Sheet label={t("letters.title")} head={[{ title: t("letters.kind") }, { title: t("letters.state") }]}>
          {letters.map((letter) => (
            <SheetRow key={letter.id}>
              <SheetCell>
                <div>{t(`letterKind.${letter.kind}`)}</div>
                <div className="txt-small break-all">{letter.recipient}</div>
              </SheetCell>
              <SheetCell>
                <LetterStanding letter={letter} />
              </SheetCell>
            </SheetRow>
          ))}
        </Sheet>
      )}
    </Section>
  )
}

const LetterStanding = ({ letter: { state, sent_at, last_error } }: { letter: Letter }) => {
  const { t } = useTranslation("hamon")
  const { instant } = useFormats()
  return (
    <div className="flex flex-col items-start gap-y-1">
      <LetterBadge state={state} />
      {sent_at && <span className="txt-small">{t("letters.sentAt", { at: instant(sent_at) })}</span>}
      {last_error && <Technical sentence={last_error} />}
    </div>
  )
}
