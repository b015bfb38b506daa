/** How a field is typed. `lines`: several lines of an address; `pair`: French and English side by side. */
export type FieldKind = "line" | "lines" | "pair" | "longPair" | "yes" | "payer"

/** A field of the form: the path of its member in the profile, by dots. */
export type MerchantField = { readonly path: string; readonly kind: FieldKind; readonly type?: "email" | "tel" | "url" }

/** Fields that a duty looks at together; `place` is the duty's, and the anchor. */
export type MerchantPlace = { readonly place: string; readonly fields: readonly MerchantField[] }

const line = (path: string, type?: MerchantField["type"]): MerchantField => ({ path, kind: "line", type })
const alone = (place: string, type?: MerchantField["type"]): MerchantPlace => ({ place, fields: [line(place, type)] })
const address = (place: string): MerchantPlace => ({
  place,
  fields: [
    { path: `${place}.lines`, kind: "lines" },
    line(`${place}.postalCode`),
    line(`${place}.city`),
    line(`${place}.country`),
  ],
})
const contact = (place: string): MerchantPlace => ({
  place,
  fields: [
    line(`${place}.telephone`, "tel"),
    line(`${place}.email`, "email"),
    { path: `${place}.hours`, kind: "pair" },
  ],
})

export const MERCHANT_SECTIONS = [
  "identity",
  "registrations",
  "publication",
  "contacts",
  "returns",
  "optional",
] as const
export type MerchantSection = (typeof MERCHANT_SECTIONS)[number]

/** The form, in the order of the duties. */
export const MERCHANT_PLACES: Readonly<Record<MerchantSection, readonly MerchantPlace[]>> = {
  identity: [
    alone("name"),
    alone("legalForm"),
    address("address"),
    alone("email", "email"),
    alone("telephone", "tel"),
    address("headOffice"),
    { place: "activity", fields: [{ path: "activity", kind: "longPair" }] },
    alone("website", "url"),
  ],
  registrations: [
    alone("siren"),
    alone("register"),
    alone("capital"),
    { place: "vatNumber", fields: [line("vatNumber"), { path: "vatExempt", kind: "yes" }] },
  ],
  publication: [
    alone("publicationDirector"),
    { place: "host", fields: [line("host.name"), line("host.address"), line("host.telephone", "tel")] },
  ],
  contacts: [contact("sav"), contact("security")],
  returns: [
    {
      place: "delivery",
      fields: [
        { path: "delivery.areas", kind: "longPair" },
        { path: "delivery.restrictions", kind: "longPair" },
      ],
    },
    address("returnAddress"),
    { place: "returnCost", fields: [{ path: "returnCost.paidBy", kind: "payer" }, line("returnCost.atMost")] },
    {
      place: "mediator",
      fields: [line("mediator.name"), line("mediator.address"), line("mediator.website", "url")],
    },
  ],
  optional: [
    { place: "authority", fields: [{ path: "authority", kind: "longPair" }] },
    { place: "trademark", fields: [line("trademark.name"), line("trademark.inpiNumber")] },
    alone("domain"),
  ],
}

/** The word of a field: the last member of its path. */
export function partOf({ path }: MerchantField): string {
  return path.slice(path.lastIndexOf(".") + 1)
}

/** Parts whose fields have a hint below them. */
export const HINTED_PARTS: readonly string[] = ["legalForm", "country", "register", "capital", "atMost", "inpiNumber"]
