import { orderButton } from "../../law"
import { admin, type Detail, MOST_DETAILS, option, type Row, type Subject } from "../row"

/** The moment of the order: the button, and what is paid without having been chosen. */
export const order: Subject = {
  id: "order",
  title: { fr: "Commande", en: "The order" },
  rows: () => [button, enforcement, unchosen],
}

const button: Row = {
  id: "order_button",
  articles: ["L221-14", "L242-2"],
  title: { fr: "Mention du bouton de commande", en: "Words of the order button" },
  fine: "L221-14",
  check: ({ checkouts }) => {
    if (checkouts.length === 0) {
      return {
        state: "not_verified",
        sentence: { fr: "Aucune commande n'a encore été passée.", en: "No order has been placed yet." },
        place: admin("/orders"),
      }
    }
    const judged = checkouts.map((seen) => ({
      ...seen,
      verdict: seen.buttonLabel === null ? "unsaid" : orderButton(seen.buttonLabel, seen.locale).verdict,
    }))
    // Each label once, on the newest order that was placed under it.
    const detailsOf = (verdicts: readonly string[]): Detail[] =>
      judged
        .filter(({ verdict }) => verdicts.includes(verdict))
        .filter(({ buttonLabel }, index, all) => all.findIndex((one) => one.buttonLabel === buttonLabel) === index)
        .map(({ orderId, buttonLabel }) => ({
          text: { fr: `« ${buttonLabel ?? "—"} »`, en: `“${buttonLabel ?? "—"}”` },
          place: admin(`/orders/${orderId}`),
        }))
    const refused = detailsOf(["refused"])
    if (refused.length > 0) {
      return {
        state: "missing",
        sentence: {
          fr: "Le bouton de commande ne dit pas que la commande oblige à payer : ces contrats encourent la nullité. Écrivez « Commande avec obligation de paiement ».",
          en: "The order button does not say that the order obliges to pay: these contracts risk being void. Write « Commande avec obligation de paiement ».",
        },
        place: refused[0].place,
        details: refused.slice(0, MOST_DETAILS),
        count: refused.length,
      }
    }
    const doubtful = detailsOf(["toCheck", "unsaid"])
    if (doubtful.length > 0) {
      return {
        state: "at_risk",
        sentence: {
          fr: "La mention du bouton est à faire vérifier, ou la boutique ne l'a pas dite : affichez et transmettez la mention que donne le récapitulatif.",
          en: "The words of the button are to be checked, or the storefront did not say them: show and send back those that the summary gives.",
        },
        place: doubtful[0].place,
        details: doubtful.slice(0, MOST_DETAILS),
        count: doubtful.length,
      }
    }
    return {
      state: "met",
      sentence: {
        fr: `Les ${checkouts.length} dernières commandes ont été passées sous « ${checkouts[0].buttonLabel} » ou une mention équivalente.`,
        en: `The last ${checkouts.length} orders were placed under “${checkouts[0].buttonLabel}” or an equivalent.`,
      },
      place: admin("/orders"),
    }
  },
}

const enforcement: Row = {
  id: "extras_enforced",
  articles: ["L121-17"],
  title: { fr: "Options payantes tenues au choix du client", en: "Paid extras held to the customer's choice" },
  fine: "L121-17",
  check: ({ options: { extras } }) =>
    extras.enforce
      ? {
          state: "met",
          sentence: {
            fr: "Un panier dont une option payante n'a pas été choisie ne peut être ni payé ni commandé.",
            en: "A cart with a paid extra that was not chosen can be neither paid nor ordered.",
          },
          place: option("extras.enforce"),
        }
      : {
          state: "at_risk",
          sentence: {
            fr: "La boutique répond seule de ses options payantes : retirez extras.enforce pour que le serveur les tienne.",
            en: "The shop alone answers for its paid extras: take extras.enforce out for the server to hold them.",
          },
          place: option("extras.enforce"),
        },
}

const unchosen: Row = {
  id: "extras_unchosen",
  articles: ["L121-17"],
  title: { fr: "Options payantes facturées sans choix", en: "Paid extras charged without a choice" },
  fine: "L121-17",
  check: ({ stuck: { unchosenExtras } }) =>
    unchosenExtras.count === 0
      ? {
          state: "met",
          sentence: { fr: "Aucune n'attend de décision.", en: "None waits for a decision." },
          place: admin("/orders"),
        }
      : {
          state: "missing",
          sentence: {
            fr: `${unchosenExtras.count} options ont été facturées sans le choix exprès du client, qui peut en demander le remboursement : remboursez-les, ou consignez le consentement que vous pouvez montrer.`,
            en: `${unchosenExtras.count} extras were charged without the customer's express choice, who may have them refunded: refund them, or record the consent that you can show.`,
          },
          place: admin(unchosenExtras.first[0]?.path ?? "/orders"),
          details: unchosenExtras.first.map(({ text, path }) => ({ text, place: admin(path) })),
          count: unchosenExtras.count,
        },
}
