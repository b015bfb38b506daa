import type { MerchantContent } from "../modules/hamon/merchant"
import type { LetterLocale } from "../modules/hamon/types"

export type PublicAddress = {
  readonly lines: readonly string[]
  readonly postal_code: string
  readonly city: string
  readonly country: string
}

/** Who sells, as customers read it (LCEN art. 19 and 1-1; L111-1, 4°; L221-5, 4°). What the merchant did not say is null. */
export type Seller = ReturnType<typeof sellerOf>

export function sellerOf(version: number, content: MerchantContent, locale: LetterLocale) {
  const { trademark } = content
  return {
    version,
    name: content.name,
    legal_form: content.legalForm ?? null,
    address: addressOf(content.address),
    /** Registered office; the address where the merchant names no other. */
    head_office: addressOf(content.headOffice ?? content.address),
    email: content.email,
    telephone: content.telephone,
    register: content.register ?? null,
    siren: content.siren ?? null,
    capital: content.capital ?? null,
    vat_number: content.vatNumber ?? null,
    /** Without VAT (art. 293 B CGI). */
    vat_exempt: content.vatExempt ?? false,
    activity: content.activity?.[locale] ?? null,
    /** Authority of a permit, rules of a regulated profession. */
    authority: content.authority?.[locale] ?? null,
    website: content.website ?? null,
    domain: content.domain ?? null,
    publication_director: content.publicationDirector ?? null,
    host: content.host ?? null,
    trademark: trademark ? { name: trademark.name, inpi_number: trademark.inpiNumber ?? null } : null,
    articles: ["LCEN art. 19", "LCEN art. 1-1", "L111-1", "L221-5"],
  }
}

function addressOf({ lines, postalCode, city, country }: MerchantContent["address"]): PublicAddress {
  return { lines, postal_code: postalCode, city, country }
}

/** An address as one line, without the country. */
export function inOneLine({ lines, postalCode, city }: MerchantContent["address"]): string {
  return [...lines, `${postalCode} ${city}`].join(", ")
}
