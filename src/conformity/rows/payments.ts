import { kindOf, providerName } from "../../payments/kinds"
import { isManual } from "../../modules/hamon/manual-payment"
import { gatewayOf } from "../../modules/hamon/options"
import type { RegionFacts } from "../../information/facts"
import type { PaymentKind } from "../../modules/hamon/payment-options"
import type { ConformityFacts } from "../facts"
import { admin, type Detail, type Finding, MOST_DETAILS, option, type Row, type Subject } from "../row"

const REGIONS = admin("/settings/regions")

/** How customers pay, and what protects them. */
export const payments: Subject = {
  id: "payments",
  title: { fr: "Paiement", en: "Payment" },
  rows: () => [strongAuthentication, choice, webhooks, otherProviders, giftCards],
}

const strongAuthentication: Row = {
  id: "three_d_secure",
  articles: ["L133-44 CMF"],
  title: { fr: "Authentification forte (3-D Secure)", en: "Strong authentication (3-D Secure)" },
  check: ({
    options: {
      gateways,
      payments: { kinds },
    },
    shop,
  }) => {
    const stripe = gateways.find(({ name }) => name === "stripe")
    if (stripe?.threeDSecure === "any") {
      const sentence = {
        fr: "3-D Secure est demandé pour chaque paiement par carte.",
        en: "3-D Secure is asked for on each payment by card.",
      }
      return { state: "met", sentence, place: option("stripe.threeDSecure") }
    }
    if (stripe) {
      return {
        state: "at_risk",
        sentence: {
          fr: '3-D Secure n\'est demandé que lorsque Stripe ou la banque en voit le besoin : en cas de fraude, la perte peut être pour la boutique. Donnez la valeur "any".',
          en: 'Only where Stripe or the bank sees a need is 3-D Secure asked for: of a fraud, the loss may be the shop\'s. Give the value "any".',
        },
        place: option("stripe.threeDSecure"),
      }
    }
    const cards = providersOf({ shop }).filter((id) => kindOf(id, kinds) === "card")
    return cards.length === 0
      ? {
          state: "met",
          sentence: { fr: "Aucune carte n'est saisie dans la boutique.", en: "No card is typed in the shop." },
          place: REGIONS,
        }
      : {
          state: "not_verified",
          sentence: {
            fr: `Le réglage de ${cards.map(providerName).join(", ")} n'est pas lu par ce module : vérifiez-le chez le prestataire.`,
            en: `The setting of ${cards.map(providerName).join(", ")} is not read by this plugin: check it at the provider.`,
          },
          place: REGIONS,
        }
  },
}

/** No article asks for a choice: it keeps an order possible when a card is refused, or is not to be typed. */
const choice: Row = {
  id: "means_of_payment",
  articles: ["L221-14"],
  title: {
    fr: "Deux moyens de paiement, dont un sans carte saisie dans la boutique",
    en: "Two means of payment, one of them without card details typed in the shop",
  },
  check: ({
    shop: { regions },
    options: {
      payments: { kinds },
    },
  }) => {
    if (regions.length === 0) {
      const sentence = { fr: "Aucune région n'existe : créez-en une.", en: "There is no region: make one." }
      return { state: "missing", sentence, place: REGIONS }
    }
    const poor = regions.filter(({ providers }) => !isChoice(providers, kinds))
    if (poor.length === 0) {
      return {
        state: "met",
        sentence: {
          fr: `Chaque région (${regions.length}) offre un choix, avec un moyen sans carte.`,
          en: `Each region (${regions.length}) offers a choice, with a means without a card.`,
        },
        place: REGIONS,
      }
    }
    const unpayable = poor.some(({ providers }) => providers.length === 0)
    return {
      state: unpayable ? "missing" : "at_risk",
      sentence: unpayable
        ? {
            fr: "Des clients n'ont aucun moyen de paiement : ceux qui sont acceptés sont dits au plus tard au début de la commande.",
            en: "Customers have no means of payment: those accepted are said at the latest when the order begins.",
          }
        : {
            fr: "La loi ne l'exige pas, mais des clients n'ont pas le choix entre deux moyens de paiement dont un sans carte.",
            en: "No law asks for it, but customers lack the choice of two means of payment, one of them without a card.",
          },
      place: admin(`/settings/regions/${poor[0].id}`),
      details: poor.slice(0, MOST_DETAILS).map(regionDetail),
      count: poor.length,
    }
  },
}

function isChoice(providers: readonly string[], kinds: Readonly<Record<string, PaymentKind>>): boolean {
  const withoutCard = providers.some((id) => ["paypal", "bank_transfer"].includes(kindOf(id, kinds)))
  return providers.length >= 2 && withoutCard
}

function regionDetail({ id, name, providers: { length } }: RegionFacts): Detail {
  const text =
    length < 2
      ? {
          fr: `${name} : ${length} moyen de paiement ; ajoutez-en un.`,
          en: `${name}: ${length} means of payment; add one.`,
        }
      : {
          fr: `${name} : aucun moyen sans carte ; ajoutez PayPal ou le virement (option payments.kinds).`,
          en: `${name}: none without a card; add PayPal or bank transfer (option payments.kinds).`,
        }
  return { text, place: admin(`/settings/regions/${id}`) }
}

const webhooks: Row = {
  id: "payment_events",
  articles: ["L221-24"],
  title: { fr: "Événements de paiement reçus et vérifiés", en: "Payment events received and verified" },
  check: (facts) => webhookFinding(facts),
}

/** Without the options neither signatures can be verified nor refunds read back. */
function webhookFinding({ options, shop, events }: ConformityFacts): Finding {
  const blind = providersOf({ shop }).filter((id) => /^pp_hamon-/.test(id) && !gatewayOf(options, id))
  if (blind.length > 0) {
    return {
      state: "missing",
      sentence: {
        fr: `Le module n'a pas les options de ${blind.map(providerName).join(", ")} : les signatures ne sont pas vérifiées, les remboursements ne sont pas relus. Donnez-les à withHamon.`,
        en: `The plugin lacks the options of ${blind.map(providerName).join(", ")}: signatures are not verified, refunds not read back. Give them to withHamon.`,
      },
      place: option(blind[0].includes("paypal") ? "paypal" : "stripe"),
    }
  }
  if (options.gateways.length === 0) {
    return {
      state: "not_verified",
      sentence: {
        fr: "Aucun prestataire de ce module n'est réglé : remboursements et litiges ne sont lus nulle part.",
        en: "No provider of this plugin is set up: refunds and disputes are read nowhere.",
      },
      place: option("stripe"),
    }
  }
  const silent = options.gateways.filter(
    ({ name }) => (events[name]?.asked ?? 0) > 0 && (events[name]?.told ?? 0) === 0,
  )
  if (silent.length > 0) {
    const [{ name }] = silent
    const address = `${options.publicUrl}/hooks/hamon/${name}`
    return {
      state: "at_risk",
      sentence: {
        fr: `En trente jours, ${name} n'a annoncé aucun événement de lui-même ; ils ont été trouvés en demandant. Vérifiez le point d'entrée ${address} et son secret.`,
        en: `In thirty days ${name} has told no event by itself; they were found by asking. Check the endpoint ${address} and its secret.`,
      },
      place: option(name === "stripe" ? "stripe.webhookSecret" : "paypal.webhookId"),
    }
  }
  const names = options.gateways.map(({ name }) => name).join(", ")
  return {
    state: "met",
    sentence: {
      fr: `Le secret de signature est donné pour ${names}.`,
      en: `The signing secret is given for ${names}.`,
    },
    place: option("stripe.webhookSecret"),
  }
}

const otherProviders: Row = {
  id: "other_providers",
  articles: ["L221-24"],
  title: { fr: "Remboursements par d'autres prestataires", en: "Refunds by other providers" },
  fine: "L221-24",
  check: ({ shop, options }) => {
    const others = providersOf({ shop }).filter((id) => !gatewayOf(options, id) && !isManual(id))
    return others.length === 0
      ? {
          state: "met",
          sentence: {
            fr: "Chaque remboursement est relu chez le prestataire, ou payé par la boutique elle-même.",
            en: "Each refund is read back at the provider, or paid by the shop itself.",
          },
          place: REGIONS,
        }
      : {
          state: "at_risk",
          sentence: {
            fr: `Medusa retente un remboursement sous une clé neuve, et des prestataires ignorent le montant demandé : après chaque remboursement par ${others.map(providerName).join(", ")}, vérifiez chez lui ce qui est parti.`,
            en: `Medusa tries a refund again under a new key, and some providers ignore the amount asked for: after each refund by ${others.map(providerName).join(", ")}, look there what was paid.`,
          },
          place: REGIONS,
          details: others.slice(0, MOST_DETAILS).map((id) => ({ text: { fr: id, en: id }, place: REGIONS })),
          count: others.length,
        }
  },
}

const giftCards: Row = {
  id: "gift_cards",
  articles: ["L221-24"],
  title: { fr: "Cartes cadeaux et avoirs", en: "Gift cards and store credit" },
  fine: "L221-24",
  check: ({ giftCards: taken }) =>
    taken
      ? {
          state: "at_risk",
          sentence: {
            fr: "Ce qui a été payé par carte cadeau ou par avoir se rend de la même façon : le registre des remboursements en montre la part, qu'une personne recrédite puis inscrit. Traitez-la dans les quatorze jours.",
            en: "What was paid by gift card or store credit goes back the same way: the refund ledger shows that part, which a person credits again and records. See to it within the fourteen days.",
          },
          place: admin("/withdrawals"),
        }
      : {
          state: "met",
          sentence: {
            fr: "Aucun module de cartes cadeaux ou d'avoirs (« store_credit ») n'est installé : rien n'est payé ni rendu ainsi.",
            en: "No module of gift cards or store credit (“store_credit”) is installed: nothing is paid or given back that way.",
          },
          place: admin("/withdrawals"),
        },
}

function providersOf({ shop }: Pick<ConformityFacts, "shop">): string[] {
  return [...new Set(shop.regions.flatMap(({ providers }) => providers))].sort()
}
