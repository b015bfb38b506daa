import { readOptions } from "../../modules/hamon/options"
import { statutoryText } from "../../law"
import type { MerchantContent } from "../../modules/hamon/merchant"
import { CHECK_IDS, type StoredCheck } from "../checks/outcome"
import type { ConformityFacts } from "../facts"

const AT = new Date("2026-11-20T10:00:00Z")
export const SHOP_URL = "https://www.shop.example"
export const API_URL = "https://api.shop.example"
const NOTICE = { kind: "harmonised_notice", content_type: "image/png", uploaded_by: "user_1", uploaded_at: AT } as const

export const MERCHANT: MerchantContent = {
  name: "Maison Lin",
  legalForm: "SARL",
  address: { lines: ["12 rue de la République"], postalCode: "69002", city: "Lyon", country: "FR" },
  email: "bonjour@maison-lin.example",
  telephone: "04 72 00 00 12",
  siren: "732829320",
  register: "RCS Lyon 732 829 320",
  capital: "10 000 €",
  vatNumber: "FR44732829320",
  activity: { fr: "Vente d'arts de la table", en: "Sale of tableware" },
  publicationDirector: "Claire Lin",
  host: { name: "Hébergeur", address: "2 rue des Serveurs, 59100 Roubaix", telephone: "03 20 00 00 10" },
  website: "https://www.maison-lin.example",
  sav: {
    telephone: "04 72 00 00 13",
    email: "sav@maison-lin.example",
    hours: { fr: "de 9 h à 18 h", en: "9:00 to 18:00" },
  },
  mediator: { name: "Médiateur (exemple)", address: "1 place de la Médiation", website: "https://mediateur.example" },
  delivery: { areas: { fr: "France métropolitaine", en: "Metropolitan France" } },
}

const box = statutoryText("guaranteeBoxGoods", "fr", "2026-06-19").paragraphs?.join("\n\n")
export const TERMS_FR = `Droit de rétractation : /retractation. Médiateur : https://mediateur.example.\n\n${box}`

const OPTIONS = readOptions({
  secret: "a secret of thirty-two characters or more",
  publicUrl: API_URL,
  storefrontUrl: SHOP_URL,
  stripe: { apiKey: "sk_test_1", webhookSecret: "whsec_1" },
  paypal: {
    clientId: "client",
    clientSecret: "secret",
    webhookId: "WH-1",
    environment: "sandbox",
    returnUrl: SHOP_URL,
    cancelUrl: SHOP_URL,
  },
})

const none = { count: 0, first: [] }

/** A shop in which every duty is met; tests break one thing of it. */
export function goodShop(): ConformityFacts {
  return {
    at: AT,
    options: OPTIONS,
    shop: {
      on: "2026-11-20",
      merchant: { version: 3, publishedAt: AT, content: MERCHANT },
      regions: [
        {
          id: "reg_fr",
          name: "France",
          countries: ["fr"],
          providers: ["pp_hamon-paypal_default", "pp_hamon-stripe_default"],
        },
      ],
      notices: {
        fr: { ...NOTICE, id: "hamof_1", locale: "fr", hash: "a".repeat(64) },
        en: { ...NOTICE, id: "hamof_2", locale: "en", hash: "b".repeat(64) },
      },
      terms: { fr: { id: "hamtx_1", version: 2, hash: "c" }, en: null },
      options: OPTIONS,
    },
    terms: [
      { locale: "fr", body: TERMS_FR, created_at: new Date("2026-07-01T10:00:00Z") },
      { locale: "en", body: "Terms of sale", created_at: new Date("2026-07-01T10:00:00Z") },
    ],
    products: { count: 6, all: true, excepted: 2, uninformed: none, wronglyExcepted: none },
    emailProviders: ["medusa-plugin-hamon/providers/smtp"],
    giftCards: false,
    sweeps: ["letters", "withdrawals", "refunds", "deadlines", "reconcile", "provider-events", "ask-providers"].map(
      (id) => ({
        id,
        startedAt: new Date("2026-11-20T09:59:00Z"),
        lastError: null,
      }),
    ),
    stuck: {
      lettersFailed: none,
      refundsUnknown: none,
      refundsFailed: none,
      deadlinesPassed: none,
      unchosenExtras: none,
      surchargesUnpaid: none,
    },
    events: { stripe: { told: 12, asked: 1 } },
    checkouts: [
      { orderId: "order_1", locale: "fr", buttonLabel: "Commande avec obligation de paiement", exceptionsUnsaid: [] },
    ],
    checks: Object.fromEntries(CHECK_IDS.map((id) => [id, goodCheck(id)])),
  }
}

function goodCheck(id: string): StoredCheck {
  const checkedAt = new Date("2026-11-20T03:41:00Z")
  if (id.startsWith("https")) {
    const url = id === "https_api" ? API_URL : SHOP_URL
    return { state: "met", checkedAt, proof: { seen: "encrypted", url, until: "2027-01-31T00:00:00.000Z", days: 71 } }
  }
  const [label, path] =
    id === "legal_notice_link" ? ["Mentions légales", "mentions-legales"] : ["Renoncer au contrat ici", "retractation"]
  return { state: "met", checkedAt, proof: { seen: "link_found", url: SHOP_URL, label, href: `${API_URL}/${path}` } }
}
