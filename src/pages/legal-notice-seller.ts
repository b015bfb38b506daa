import { fill } from "../kit/fill"
import { html } from "../kit/html"
import type { Seller } from "../information/seller"
import type { LetterLocale } from "../modules/hamon/types"
import { addressLines, definitions, link, type Section } from "./legal-notice-parts"
import { legalNoticeTexts } from "./texts/legal-notice"

/** Who sells (LCEN art. 19). */
export function seller(merchant: Seller, locale: LetterLocale): Section {
  const t = legalNoticeTexts(locale).seller
  const { name, legal_form } = merchant
  return {
    id: "seller",
    title: t.title,
    content: definitions([
      [t.name, legal_form ? `${name} (${legal_form})` : name],
      [t.address, addressLines(merchant.address, locale)],
      [t.headOffice, addressLines(merchant.head_office, locale)],
      [t.telephone, merchant.telephone],
      [t.email, link(`mailto:${merchant.email}`, merchant.email)],
      [t.register, merchant.register],
      [t.siren, merchant.siren],
      [t.capital, merchant.capital],
      [t.vat, merchant.vat_number ?? (merchant.vat_exempt ? t.vatExempt : null)],
      [t.activity, merchant.activity],
      [t.authority, merchant.authority],
      [t.website, merchant.website && link(merchant.website, merchant.website)],
    ]),
  }
}

/** Who answers for the site and where it is hosted (LCEN art. 1-1); the trademark is voluntary. */
export function publication({ publication_director, host, domain, trademark }: Seller, locale: LetterLocale) {
  const t = legalNoticeTexts(locale).publication
  if (!publication_director && !host && !domain && !trademark) return null
  const mark = trademark?.inpi_number
    ? fill(t.inpi, { name: trademark.name, number: trademark.inpi_number })
    : (trademark?.name ?? null)
  return {
    id: "publication",
    title: t.title,
    content: html`${definitions([
      [t.director, publication_director],
      [t.host, host?.name ?? null],
      [t.hostAddress, host?.address ?? null],
      [t.hostTelephone, host?.telephone ?? null],
      [t.domain, domain],
      [t.trademark, mark],
    ])}`,
  }
}
