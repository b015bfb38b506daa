import type { Bilingual } from "../../law"
import { ownLabels } from "../checks/labels"
import type { CheckId, Proof, StoredCheck } from "../checks/outcome"
import type { ConformityFacts } from "../facts"
import { type Finding, MOST_DETAILS, option, type Place, type Row, type Subject } from "../row"

/** What customers reach over the web: encrypted, and with the links that every page owes. */
export const website: Subject = {
  id: "website",
  title: { fr: "Site de la boutique", en: "The shop's website" },
  rows: () => [
    https("https_api", "publicUrl", {
      fr: "Pages hébergées et API chiffrées (HTTPS)",
      en: "Hosted pages and API encrypted (HTTPS)",
    }),
    https("https_storefront", "storefrontUrl", { fr: "Boutique chiffrée (HTTPS)", en: "Storefront encrypted (HTTPS)" }),
    withdrawalLink("withdrawal_link_html", {
      fr: "Lien « Renoncer au contrat ici » sur la boutique",
      en: "Link « Renoncer au contrat ici » on the storefront",
    }),
    withdrawalLink("withdrawal_link_desktop", {
      fr: "Le même lien, visible sur un grand écran",
      en: "The same link, visible on a wide screen",
    }),
    withdrawalLink("withdrawal_link_phone", {
      fr: "Le même lien, visible sur un téléphone",
      en: "The same link, visible on a phone",
    }),
    labelsRow,
    noticesLink,
  ],
}

function https(id: CheckId, name: "publicUrl" | "storefrontUrl", title: Bilingual): Row {
  return {
    id,
    articles: ["RGPD art. 32"],
    title,
    check: (facts) => {
      const url = facts.options[name] ?? null
      // Its scheme is known without asking the web, as the guided set-up knows it.
      if (url?.startsWith("http:")) return { state: "missing", sentence: notHttps(url), place: option(name) }
      return fromCheck(facts, id, url, option(name))
    },
  }
}

function notHttps(url: string): Bilingual {
  return {
    fr: `${url} n'est pas chiffré : servez cette adresse en https et corrigez l'option.`,
    en: `${url} is not encrypted: serve this address over https and correct the option.`,
  }
}

function withdrawalLink(id: CheckId, title: Bilingual): Row {
  return {
    id,
    articles: ["L221-21", "D221-5"],
    title,
    fine: "D221-5",
    check: (facts) => fromCheck(facts, id, facts.options.storefrontUrl ?? null, storefrontPlace(facts)),
  }
}

/** The statute's words, or « une formule analogue dénuée d'ambiguïté »: whether others are one, a person judges. */
const labelsRow: Row = {
  id: "function_labels",
  articles: ["D221-5", "L221-21"],
  title: { fr: "Mentions de la fonctionnalité de rétractation", en: "Words of the withdrawal function" },
  fine: "D221-5",
  check: ({ options: { law } }) => {
    const own = ownLabels(law)
    const place = option("law.u17Labels")
    if (own.length === 0) {
      return {
        state: "met",
        sentence: {
          fr: "Les deux boutons portent les mots de la loi, dans chaque langue.",
          en: "Both controls have the words of the statute, in each language.",
        },
        place,
      }
    }
    const unclear = own.some(({ clear }) => !clear)
    return {
      state: unclear ? "missing" : "at_risk",
      sentence: unclear
        ? {
            fr: "Des mots choisis par la boutique remplacent ceux de la loi et ne nomment pas la rétractation : retirez-les de l'option.",
            en: "Words of the shop's own replace those of the statute and do not name the withdrawal: take them out of the option.",
          }
        : {
            fr: "Des mots choisis par la boutique remplacent ceux de la loi : faites vérifier qu'ils sont une formule analogue dénuée d'ambiguïté, ou retirez-les de l'option.",
            en: "Words of the shop's own replace those of the statute: have it checked that they are an unambiguous equivalent, or take them out of the option.",
          },
      place,
      details: own.slice(0, MOST_DETAILS).map(({ language, words, statutory }) => ({
        text: {
          fr: `${language} : « ${words} » au lieu de « ${statutory} »`,
          en: `${language}: “${words}” instead of “${statutory}”`,
        },
        place,
      })),
      count: own.length,
    }
  },
}

const noticesLink: Row = {
  id: "legal_notice_link",
  articles: ["LCEN art. 19"],
  title: { fr: "Lien vers les mentions légales sur la boutique", en: "Link to the legal notices on the storefront" },
  check: (facts) => fromCheck(facts, "legal_notice_link", facts.options.storefrontUrl ?? null, storefrontPlace(facts)),
}

/** The page where the link is missing, or the option that would say which page. */
function storefrontPlace({ options: { storefrontUrl } }: ConformityFacts): Place {
  return storefrontUrl ? { kind: "url", url: storefrontUrl } : option("storefrontUrl")
}

/** An outcome of last week says nothing of today. The checks run once a day. */
const GOOD_FOR = 3 * 24 * 60 * 60 * 1000

function fromCheck({ checks, at, options }: ConformityFacts, id: CheckId, url: string | null, place: Place): Finding {
  if (url === null) {
    return {
      state: "not_verified",
      sentence: {
        fr: "L'adresse de la boutique n'est pas connue : donnez l'option storefrontUrl.",
        en: "The address of the storefront is not known: give the option storefrontUrl.",
      },
      place,
    }
  }
  const check = checks[id]
  if (!check || check.proof.url !== url) {
    return {
      state: "not_verified",
      sentence: {
        fr: "Pas encore vérifié : la vérification a lieu chaque jour, ou maintenant par le bouton « Vérifier maintenant ».",
        en: "Not checked yet: the check runs every day, or now by the button “Check now”.",
      },
      place,
    }
  }
  if (at.getTime() - check.checkedAt.getTime() > GOOD_FOR) {
    const sentence = {
      fr: "La dernière vérification est trop ancienne : vérifiez que les tâches planifiées tournent.",
      en: "The last check is too old: see whether the scheduled jobs run.",
    }
    return { state: "not_verified", sentence, place, checkedAt: check.checkedAt }
  }
  return { state: check.state, sentence: sentenceOf(check, options.publicUrl, id), place, checkedAt: check.checkedAt }
}

function sentenceOf({ proof }: StoredCheck, publicUrl: string, id: CheckId): Bilingual {
  return SENTENCES[proof.seen](proof, { publicUrl, notices: id === "legal_notice_link" })
}

type Shop = { readonly publicUrl: string; readonly notices: boolean }

const SENTENCES: Readonly<Record<Proof["seen"], (proof: Proof, shop: Shop) => Bilingual>> = {
  not_https: ({ url }) => notHttps(url),
  not_asked: ({ url, why }) => ({
    fr: `${url} n'a pas été interrogé, car cette adresse n'est pas celle d'un site public (${why}).`,
    en: `${url} was not asked, since this is not the address of a public website (${why}).`,
  }),
  unreachable: ({ url, why }) => ({
    fr: `${url} n'a pas pu être lu (${why}). Vérifiez l'adresse, puis vérifiez de nouveau.`,
    en: `${url} could not be read (${why}). See whether the address is right, then check again.`,
  }),
  certificate_refused: ({ url, why }) => ({
    fr: `Les navigateurs refusent le certificat de ${url} (${why}) : installez-en un valide.`,
    en: `Browsers refuse the certificate of ${url} (${why}): install a valid one.`,
  }),
  certificate_expires: ({ url, days, until }) => ({
    fr: `Le certificat de ${url} expire dans ${days} jours, le ${until?.slice(0, 10)} : renouvelez-le.`,
    en: `The certificate of ${url} expires in ${days} days, on ${until?.slice(0, 10)}: renew it.`,
  }),
  plain_http_answers: ({ url }) => ({
    fr: `La même adresse répond aussi en http sans renvoyer vers ${url} : ajoutez la redirection.`,
    en: `The same address answers over http too without sending callers to ${url}: add the redirect.`,
  }),
  encrypted: ({ until, days }) => ({
    fr: `Certificat valide jusqu'au ${until?.slice(0, 10)} (${days} jours) ; http ne répond pas ou renvoie vers https.`,
    en: `Certificate valid until ${until?.slice(0, 10)} (${days} days); http does not answer or sends callers to https.`,
  }),
  link_found: ({ label, href }) => ({
    fr: `Trouvé : « ${label} », vers ${href}.`,
    en: `Found: “${label}”, to ${href}.`,
  }),
  link_drawn: ({ label, href }) => ({
    fr: `Absent du HTML, mais affiché par la page : « ${label} », vers ${href}.`,
    en: `Not in the HTML, but drawn by the page: “${label}”, to ${href}.`,
  }),
  link_unclear: ({ label, href }) => ({
    fr: `Un lien mène à ${href}, mais ses mots (« ${label} ») ne disent pas clairement qu'il sert à se rétracter. Écrivez « Renoncer au contrat ici ».`,
    en: `A link leads to ${href}, but its words (“${label}”) do not say clearly that it serves to withdraw. Write « Renoncer au contrat ici ».`,
  }),
  link_hidden: ({ label, href }) => ({
    fr: `Le lien vers ${href} (« ${label} ») existe, mais personne ne le voit sans ouvrir autre chose : affichez-le directement et de façon bien visible.`,
    en: `The link to ${href} (“${label}”) exists, but nobody sees it without opening something first: show it directly and prominently.`,
  }),
  link_absent: ({ url }, { publicUrl, notices }) =>
    notices
      ? {
          fr: `Aucun lien vers les mentions légales sur ${url} : ajoutez-en un vers ${publicUrl}/mentions-legales au pied de chaque page.`,
          en: `No link to the legal notices on ${url}: add one to ${publicUrl}/mentions-legales at the foot of each page.`,
        }
      : {
          fr: `Aucun lien vers la fonctionnalité de rétractation sur ${url} : ajoutez sur chaque page « Renoncer au contrat ici », vers ${publicUrl}/retractation.`,
          en: `No link to the withdrawal function on ${url}: add « Renoncer au contrat ici » to each page, to ${publicUrl}/retractation.`,
        },
  no_browser: ({ why }) => ({
    fr: `La page n'a pas été affichée : installez playwright-core et Chromium, puis donnez le chemin de celui-ci dans la variable CHROMIUM_PATH (${why}).`,
    en: `The page was not drawn: install playwright-core and Chromium, then give the path of the latter in the variable CHROMIUM_PATH (${why}).`,
  }),
}
