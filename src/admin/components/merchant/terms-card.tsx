import { Button, Tabs, Textarea, toast, usePrompt } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { isConflict } from "../../lib/errors"
import { useFormats } from "../../lib/formats"
import { usePublishTerms, useTerms } from "../../lib/merchant/requests"
import type { CurrentTerms, MerchantDuty, Terms, TermsLocale } from "../../lib/merchant/types"
import { Field } from "../field"
import { Refusal } from "../refusal"
import { Failure, Loading, Section } from "../section"
import { DutyBadge } from "./duty-badge"
import { TermsVersions } from "./terms-versions"

/** Told whether the terms of a language have unpublished words. */
type OnDirty = (locale: TermsLocale, dirty: boolean) => void

/** Terms of sale: what is in force in each language, the next version being written, and every version before. */
export const TermsCard = ({ duties, onDirty }: { duties: readonly MerchantDuty[]; onDirty: OnDirty }) => {
  const { t } = useTranslation("hamon")
  const { reason } = useFormats()
  const { data, error, refetch } = useTerms()
  const own = duties.filter(({ place }) => place === "terms")
  return (
    <Section title={t("merchant.section.terms")}>
      <div id="terms" className="scroll-mt-16">
        <ul className="flex flex-col gap-y-2 px-6 py-4">
          {own.map(({ id, title, state, weight, sentence, articles }) => (
            <li key={id}>
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="txt-compact-small-plus">{reason(title)}</span>
                <DutyBadge state={state} weight={weight} />
                <span className="txt-compact-xsmall text-ui-fg-subtle">{articles.join(" · ")}</span>
              </div>
              {sentence && <p className="txt-small text-ui-fg-subtle text-pretty">{reason(sentence)}</p>}
            </li>
          ))}
        </ul>
        {!data && (error ? <Failure error={error} again={() => void refetch()} /> : <Loading />)}
        {data && <Languages terms={data} onDirty={onDirty} />}
      </div>
      {data && <TermsVersions terms={data.terms} />}
    </Section>
  )
}

const Languages = ({ terms, onDirty }: { terms: Terms; onDirty: OnDirty }) => {
  const { t } = useTranslation("hamon")
  return (
    <Tabs defaultValue="fr">
      <Tabs.List className="px-6">
        <Tabs.Trigger value="fr">{t("merchant.french")}</Tabs.Trigger>
        <Tabs.Trigger value="en">{t("merchant.english")}</Tabs.Trigger>
      </Tabs.List>
      {(["fr", "en"] as const).map((locale) => {
        const current = terms.current.find((one) => one.locale === locale) ?? null
        return (
          // Kept while the other language is looked at: what is typed stays.
          <Tabs.Content key={locale} value={locale} forceMount className="data-[state=inactive]:hidden">
            <TermsForm locale={locale} current={current} onDirty={onDirty} />
          </Tabs.Content>
        )
      })}
    </Tabs>
  )
}

const TermsForm = ({
  locale,
  current,
  onDirty,
}: {
  locale: TermsLocale
  current: CurrentTerms | null
  onDirty: OnDirty
}) => {
  const { t } = useTranslation("hamon")
  const prompt = usePrompt()
  const { mutate, isPending, error } = usePublishTerms()
  const [typed, setTyped] = useState<string | null>(null)
  // What the writer began with: a version that somebody else publishes meanwhile is not silently replaced.
  const [seen, setSeen] = useState(current?.hash ?? null)
  const body = typed ?? current?.body ?? ""
  const dirty = typed !== null && typed.trim() !== (current?.body ?? "")
  const id = `terms-${locale}`
  useEffect(() => onDirty(locale, dirty), [locale, dirty, onDirty])

  const type = (text: string) => {
    if (typed === null) setSeen(current?.hash ?? null)
    setTyped(text)
  }
  const publish = async () => {
    const agreed = await prompt({
      title: t("merchant.termsQuestion"),
      description: t("merchant.termsFinal"),
      confirmText: t("merchant.publish"),
      cancelText: t("actions.cancel"),
      variant: "confirmation",
    })
    if (!agreed) return
    mutate(
      { locale, body, seen },
      {
        onSuccess: ({ terms }) => {
          setTyped(null)
          toast.success(t("merchant.termsDone", { version: terms.version }))
        },
      },
    )
  }
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Field id={id} label={t("merchant.termsBody")} hint={t("merchant.termsHint")}>
        <Textarea
          id={id}
          lang={locale}
          rows={14}
          className="font-mono"
          maxLength={200_000}
          value={body}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => type(target.value)}
        />
      </Field>
      {isConflict(error) ? (
        <p role="alert" className="txt-small text-ui-fg-error">
          {t("merchant.termsConflict")}
        </p>
      ) : (
        <Refusal error={error} />
      )}
      <div className="flex flex-wrap justify-end gap-2">
        {isConflict(error) && current && (
          <Button size="small" variant="secondary" onClick={() => setSeen(current.hash)}>
            {t("merchant.keepMine")}
          </Button>
        )}
        <Button size="small" disabled={!dirty} isLoading={isPending} onClick={() => void publish()}>
          {t("merchant.termsPublish")}
        </Button>
      </div>
    </div>
  )
}
