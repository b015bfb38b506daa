import { SETTINGS, duty, terms, type Case } from "./breaking"
import { MERCHANT, TERMS_FR } from "./good-shop"

const NOWHERE = { lines: [], postalCode: "", city: "", country: "" }
const FRENCH_ALONE = { fr: "Oui", en: "" }
const ODR = "https://ec.europa.eu/consumers/odr"

/** Members of the profile: each is looked at by a duty of the same name, and mended at its anchor. */
export const MERCHANT_CASES: readonly Case[] = [
  duty("LCEN 19: no name", "name", "name", { name: "" }),
  duty("LCEN 19: no legal form", "legal_form", "legalForm", { legalForm: undefined }),
  duty("L221-5: an address that is none", "address", "address", { address: NOWHERE }),
  duty("L221-5: a malformed e-mail address", "email", "email", { email: "bonjour" }),
  duty("L121-16: a premium telephone", "telephone", "telephone", { telephone: "08 99 00 00 00" }, "missing", "Premium"),
  duty("LCEN 19: a registered office that is nowhere", "head_office", "headOffice", { headOffice: NOWHERE }),
  duty("L111-1: no activity", "activity", "activity", { activity: undefined }),
  duty("LCEN 19: no address of the shop", "website", "website", { website: undefined }, "at_risk"),
  duty("R123-221 C. com.: a SIREN with a wrong key", "siren", "siren", { siren: "732829321" }),
  duty("R123-237 C. com.: a register without its city", "register", "register", { register: "RCS 732 829 320" }),
  duty("L223-1 C. com.: a company without its capital", "capital", "capital", { capital: undefined }),
  duty("286 ter CGI: a VAT number with a wrong key", "vat", "vatNumber", { vatNumber: "FR45732829320" }),
  duty("LCEN 1-1: nobody answers for what is published", "publication_director", "publicationDirector", {
    publicationDirector: undefined,
  }),
  duty("LCEN 1-1: no host", "host", "host", { host: undefined }),
  duty("LCEN 19: a permit in one language", "authority", "authority", { authority: FRENCH_ALONE }),
  duty("L711-1 CPI: a number of no trademark", "trademark", "trademark", {
    trademark: { name: "Lin", inpiNumber: "12" },
  }),
  duty("L121-16: a premium after-sales number of an old profile", "sav", "sav", {
    sav: { ...MERCHANT.sav, telephone: "08 92 00 00 00" },
  }),
  duty("L121-16: a premium number for the security of payments", "security", "security", {
    security: { telephone: "3245", email: "a@b.example" },
  }),
  duty("L221-14: no word of where it delivers", "delivery", "delivery", { delivery: undefined }),
  duty("L221-23: a return address that is none", "return_address", "returnAddress", { returnAddress: NOWHERE }),
  duty("L221-5: a cost of the return that is no amount", "return_cost", "returnCost", {
    returnCost: { paidBy: "customer", atMost: "45" },
  }),
  duty("L616-1: no mediator", "mediator", "mediator", { mediator: undefined }),
  duty("Reg. (UE) 2024/3228: a link to the closed platform", "closed_platform", "mediator", {
    activity: { fr: ODR, en: ODR },
  }),
  [
    "C. civ. 1127-1: no terms of sale",
    "merchant.terms",
    terms(null),
    "missing",
    `${SETTINGS}#terms`,
    "Publish your terms",
  ],
  [
    "L221-5: terms of sale older than the withdrawal function",
    "merchant.terms_withdrawal",
    terms(TERMS_FR, "2026-06-18T10:00:00Z"),
    "at_risk",
    `${SETTINGS}#terms`,
    "19 June 2026",
  ],
  [
    "D211-2: terms without the box on guarantees",
    "merchant.terms_guarantees",
    terms("x"),
    "at_risk",
    `${SETTINGS}#terms`,
    "word for word",
  ],
  [
    "R616-1: terms without the mediator",
    "merchant.terms_mediator",
    terms("x"),
    "at_risk",
    `${SETTINGS}#terms`,
    "mediator",
  ],
  [
    "L111-1: terms of sale in French alone",
    "merchant.terms_english",
    ({ terms: both }) => ({ terms: both.filter(({ locale }) => locale === "fr") }),
    "at_risk",
    `${SETTINGS}#terms`,
    "French terms",
  ],
]
