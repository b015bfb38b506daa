import { useCallback, useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useLocation } from "react-router-dom"
import { MERCHANT_PLACES, MERCHANT_SECTIONS } from "../../lib/merchant/fields"
import { jumpTo } from "../../lib/merchant/jump"
import type { MerchantPicture, TermsLocale } from "../../lib/merchant/types"
import { useMerchantForm } from "../../lib/merchant/use-merchant-form"
import { Section } from "../section"
import { LeaveGuard } from "./leave-guard"
import { Place } from "./place"
import { SaveBar } from "./save-bar"
import { TermsCard } from "./terms-card"
import { VersionsCard } from "./versions-card"

/** The merchant's profile, section by section, and the bar that saves and publishes it. */
export const ProfileForm = ({ picture }: { picture: MerchantPicture }) => {
  const { t } = useTranslation("hamon")
  const { hash } = useLocation()
  const form = useMerchantForm(picture)
  const [terms, setTerms] = useState<Partial<Record<TermsLocale, boolean>>>({})
  const onDirty = useCallback((locale: TermsLocale, dirty: boolean) => {
    setTerms((before) => ({ ...before, [locale]: dirty }))
  }, [])
  useEffect(() => {
    if (hash) jumpTo(decodeURIComponent(hash.slice(1)))
  }, [hash])
  return (
    <>
      <LeaveGuard when={form.dirty || Object.values(terms).includes(true)} />
      {MERCHANT_SECTIONS.map((section) => (
        <Section key={section} title={t(`merchant.section.${section}`)}>
          {MERCHANT_PLACES[section].map((place) => (
            <Place key={place.place} place={place} form={form} />
          ))}
        </Section>
      ))}
      <TermsCard duties={picture.duties} onDirty={onDirty} />
      <VersionsCard />
      <SaveBar form={form} />
    </>
  )
}
