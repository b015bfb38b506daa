import { Button, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { sentenceOf } from "../lib/errors"
import { useFormats } from "../lib/formats"
import { useResendLetter } from "../lib/mutations"
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

const LetterStanding = ({ letter: { id, state, sent_at, last_error } }: { letter: Letter }) => {
  const { t } = useTranslation("hamon")
  const { instant } = useFormats()
  return (
    <div className="flex flex-col items-start gap-y-1">
      <LetterBadge state={state} />
      {sent_at && <span className="txt-small">{t("letters.sentAt", { at: instant(sent_at) })}</span>}
      {last_error && <Technical sentence={last_error} />}
      {state === "failed" && <Resend id={id} />}
    </div>
  )
}

/** The same bytes, to the same address: what the customer is told on paper is not written anew. */
const Resend = ({ id }: { id: string }) => {
  const { t } = useTranslation("hamon")
  const prompt = usePrompt()
  const { mutate, isPending } = useResendLetter()
  const resend = async () => {
    const agreed = await prompt({
      title: t("desk.resendQuestion"),
      description: t("desk.resendLegal"),
      confirmText: t("desk.resend"),
      cancelText: t("actions.cancel"),
      variant: "confirmation",
    })
    if (!agreed) return
    mutate(id, {
      onSuccess: () => toast.success(t("desk.resent")),
      onError: (error) => toast.error(t("failure.notDone"), { description: sentenceOf(error) ?? undefined }),
    })
  }
  return (
    <Button size="small" variant="secondary" isLoading={isPending} onClick={resend}>
      {t("desk.resend")}
    </Button>
  )
}
