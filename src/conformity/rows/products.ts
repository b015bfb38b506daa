import { noticeInformation } from "../../information/harmonised-notice"
import type { ConformityFacts, ProductsSeen } from "../facts"
import { admin, type Detail, type Finding, type Row, SETTINGS, type Subject } from "../row"

/** What is said of each product, and of its guarantee, before the order. */
export const products: Subject = {
  id: "products",
  title: { fr: "Produits et garanties", en: "Products and guarantees" },
  rows: () => [informed, exceptions, notice],
}

const informed: Row = {
  id: "products_informed",
  articles: ["L111-1", "L221-5", "L221-14"],
  title: { fr: "Informations dues sur chaque produit", en: "Information due on each product" },
  fine: "L221-5",
  check: ({ products: { count, all, uninformed } }) => {
    if (uninformed.count > 0) {
      return {
        state: "missing",
        sentence: {
          fr: `${uninformed.count} produits publiés sur ${count} ne disent pas ce qui est dû avant la commande : complétez leur fiche.`,
          en: `${uninformed.count} of ${count} published products do not say what is due before the order: complete them.`,
        },
        place: admin("/products"),
        details: uninformed.first.map(productDetail),
        count: uninformed.count,
      }
    }
    return { ...seen(count, all), place: admin("/products") }
  },
}

const exceptions: Row = {
  id: "products_excepted",
  articles: ["L221-28", "L221-5"],
  title: { fr: "Exceptions au droit de rétractation annoncées", en: "Exceptions to the right of withdrawal announced" },
  fine: "L221-5",
  check: ({ products: { wronglyExcepted, excepted }, checkouts }) => {
    const unsaid = checkouts.filter(({ exceptionsUnsaid }) => exceptionsUnsaid.length > 0)
    if (unsaid.length > 0) {
      return {
        state: "missing",
        sentence: {
          fr: "Des articles exceptés ont été commandés sans que le client ait lu la mention de l'exception : elle est due avant la commande, faute de quoi elle ne joue pas et le droit de rétractation existe (L221-5, 10°).",
          en: "Excepted articles were ordered without the customer having read the mention of the exception: it is due before the order, or it does not hold and the right of withdrawal exists (L221-5, 10°).",
        },
        place: admin(`/orders/${unsaid[0].orderId}`),
        details: unsaid.slice(0, 10).map(({ orderId, exceptionsUnsaid }) => ({
          text: { fr: exceptionsUnsaid.join(", "), en: exceptionsUnsaid.join(", ") },
          place: admin(`/orders/${orderId}`),
        })),
        count: unsaid.length,
      }
    }
    if (wronglyExcepted.count > 0) {
      return {
        state: "missing",
        sentence: {
          fr: `L'exception annoncée ne convient pas à ${wronglyExcepted.count} produits : corrigez-la, ou le droit de rétractation existe.`,
          en: `The exception announced does not fit ${wronglyExcepted.count} products: correct it, or the right of withdrawal exists.`,
        },
        place: admin("/products"),
        details: wronglyExcepted.first.map(productDetail),
        count: wronglyExcepted.count,
      }
    }
    return {
      state: "met",
      sentence:
        excepted === 0
          ? { fr: "Aucun produit publié n'est excepté.", en: "No published product is excepted." }
          : {
              fr: `${excepted} produits sont exceptés, chacun avec sa mention.`,
              en: `${excepted} products are excepted, each with its mention.`,
            },
      place: admin("/products"),
    }
  },
}

const notice: Row = {
  id: "harmonised_notice",
  articles: ["Dir. 2024/825"],
  title: { fr: "Avis harmonisé sur la garantie légale", en: "Harmonised notice on the legal guarantee" },
  check: ({ shop }) => noticeFinding(shop),
}

function noticeFinding(shop: ConformityFacts["shop"]): Finding {
  const place = admin(SETTINGS)
  if (!noticeInformation(shop, "fr").shown) {
    const sentence = { fr: "Il n'est pas dû dans les pays desservis.", en: "It is not due in the countries served." }
    return { state: "met", sentence, place }
  }
  const { fr, en } = shop.notices
  if (!fr) {
    return {
      state: "missing",
      sentence: {
        fr: "Le fichier officiel français manque : téléchargez-le auprès de la Commission européenne et déposez-le sans le modifier.",
        en: "The official French file is missing: take it from the European Commission and add it unchanged.",
      },
      place,
    }
  }
  if (!en) {
    return {
      state: "at_risk",
      sentence: {
        fr: "Le fichier officiel anglais manque : les clients qui lisent la boutique en anglais voient l'avis en français.",
        en: "The official English file is missing: customers who read the shop in English see the French notice.",
      },
      place,
    }
  }
  const hashes = `${fr.hash.slice(0, 12)} (fr), ${en.hash.slice(0, 12)} (en)`
  return {
    state: "met",
    sentence: { fr: `Fichiers officiels montrés : ${hashes}.`, en: `Official files shown: ${hashes}.` },
    place,
  }
}

function seen(count: number, all: boolean): Pick<Finding, "state" | "sentence"> {
  if (count === 0) {
    return {
      state: "not_verified",
      sentence: { fr: "Aucun produit n'est publié.", en: "No product is published." },
    }
  }
  if (!all) {
    return {
      state: "not_verified",
      sentence: {
        fr: `Les ${count} premiers produits publiés sont complets ; les suivants n'ont pas été regardés.`,
        en: `The first ${count} published products are complete; those after them were not looked at.`,
      },
    }
  }
  return {
    state: "met",
    sentence: { fr: `${count} produits publiés, tous complets.`, en: `${count} published products, all complete.` },
  }
}

function productDetail({ id, title, sentences }: ProductsSeen["uninformed"]["first"][number]): Detail {
  const say = (language: "fr" | "en") => `${title} — ${sentences.map((one) => one[language]).join(" ")}`
  return { text: { fr: say("fr"), en: say("en") }, place: admin(`/products/${id}`) }
}
