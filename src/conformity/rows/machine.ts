import { type Bilingual, LEGAL_INTEREST_RATES } from "../../law"
import type { ConformityFacts, StuckKind, SweepSeen } from "../facts"
import { admin, type Finding, MOST_DETAILS, type Row, type Subject } from "../row"

const WITHDRAWALS = admin("/withdrawals")

/** The work that runs by itself, and what of it waits for a person. */
export const machine: Subject = {
  id: "machine",
  title: { fr: "Suivi des commandes", en: "Care of the orders" },
  rows: () => [sweepers, email, letters, unknownRefunds, failedRefunds, deadlines, surcharges, rates],
}

/** Sweepers begin every minute, those that ask payment providers every ten: a few are missed before anybody is alarmed. */
const MINUTE = 60_000
const SWEEPERS: Readonly<Record<string, { readonly patience: number; readonly name: Bilingual }>> = {
  letters: { patience: 5 * MINUTE, name: { fr: "envoi des courriers", en: "sending of letters" } },
  withdrawals: { patience: 5 * MINUTE, name: { fr: "avancement des rétractations", en: "advance of withdrawals" } },
  refunds: { patience: 5 * MINUTE, name: { fr: "envoi des remboursements", en: "sending of refunds" } },
  deadlines: { patience: 5 * MINUTE, name: { fr: "calcul des délais", en: "computation of deadlines" } },
  reconcile: { patience: 5 * MINUTE, name: { fr: "lecture des commandes", en: "reading of orders" } },
}
const PROVIDERS_SWEEPERS: typeof SWEEPERS = {
  "provider-events": { patience: 5 * MINUTE, name: { fr: "événements de paiement", en: "payment events" } },
  "ask-providers": {
    patience: 25 * MINUTE,
    name: { fr: "recherche d'événements perdus", en: "search for lost events" },
  },
}

const sweepers: Row = {
  id: "sweepers",
  articles: ["L221-24", "L221-13"],
  title: { fr: "Tâches automatiques en marche", en: "Automatic work running" },
  fine: "L221-24",
  check: ({ sweeps, at, options }) => {
    const expected = { ...SWEEPERS, ...(options.gateways.length > 0 ? PROVIDERS_SWEEPERS : {}) }
    const details = Object.entries(expected).flatMap(([id, { patience, name }]) => {
      const trouble = troubleOf(
        sweeps.find((one) => one.id === id),
        at,
        patience,
      )
      if (!trouble) return []
      return [{ text: { fr: `${name.fr} : ${trouble.fr}`, en: `${name.en}: ${trouble.en}` }, place: WITHDRAWALS }]
    })
    return details.length === 0
      ? {
          state: "met",
          sentence: {
            fr: "Courriers, remboursements et délais sont traités chaque minute.",
            en: "Letters, refunds and deadlines are seen to every minute.",
          },
          place: WITHDRAWALS,
        }
      : {
          state: "missing",
          sentence: {
            fr: "Des tâches automatiques sont arrêtées ou en échec : vérifiez qu'un processus de Medusa tourne en mode « worker » ou « shared ».",
            en: "Automatic work has stopped or fails: see that a process of Medusa runs in the mode “worker” or “shared”.",
          },
          place: WITHDRAWALS,
          details: details.slice(0, MOST_DETAILS),
          count: details.length,
        }
  },
}

function troubleOf(sweep: SweepSeen | undefined, at: Date, patience: number): Bilingual | null {
  if (!sweep) return { fr: "jamais lancée.", en: "never run." }
  if (at.getTime() - sweep.startedAt.getTime() > patience) {
    const since = sweep.startedAt.toISOString().slice(0, 16).replace("T", " ")
    return { fr: `dernier passage le ${since} (UTC).`, en: `last run on ${since} (UTC).` }
  }
  // The words of the failure are technical and may be long; they stand on the page of withdrawals.
  return sweep.lastError === null ? null : { fr: "dernier passage en échec.", en: "the last run failed." }
}

const email: Row = {
  id: "email_provider",
  articles: ["L221-13", "L221-21"],
  title: { fr: "Envoi des courriers sur support durable", en: "Sending on a durable medium" },
  fine: "L221-13",
  check: ({ emailProviders }) => {
    const place = { kind: "option", option: "smtp" } as const
    if (emailProviders.length === 0) {
      return {
        state: "missing",
        sentence: {
          fr: "Aucun prestataire d'e-mail n'est réglé : les confirmations et accusés de réception ne partent pas. Donnez l'option smtp, ou votre prestataire.",
          en: "No e-mail provider is set up: confirmations and acknowledgements do not leave. Give the option smtp, or a provider of your own.",
        },
        place,
      }
    }
    if (emailProviders.some((id) => /notification-local/.test(id))) {
      return {
        state: "at_risk",
        sentence: {
          fr: "Les e-mails sont écrits dans le journal du serveur (prestataire local de Medusa), personne ne les reçoit : donnez l'option smtp, ou votre prestataire.",
          en: "E-mails are written to the server's log (Medusa's local provider), nobody gets them: give the option smtp, or a provider of your own.",
        },
        place,
      }
    }
    const names = emailProviders.join(", ")
    return { state: "met", sentence: { fr: `Prestataire : ${names}.`, en: `Provider: ${names}.` }, place }
  },
}

const letters = waitingRow("letters_failed", "lettersFailed", {
  articles: ["L221-13", "L221-21"],
  fine: "L221-13",
  title: { fr: "Courriers partis", en: "Letters sent" },
  none: { fr: "Aucun courrier n'est en échec.", en: "No letter has failed." },
  some: (count) => ({
    fr: `${count} courriers n'ont pas pu partir : corrigez l'adresse ou le prestataire, puis renvoyez-les.`,
    en: `${count} letters could not leave: correct the address or the provider, then send them again.`,
  }),
})

const unknownRefunds = waitingRow("refunds_unknown", "refundsUnknown", {
  articles: ["L221-24", "L242-4"],
  fine: "L221-24",
  title: { fr: "Remboursements au sort certain", en: "Refunds whose outcome is known" },
  none: { fr: "Le sort de chaque remboursement est connu.", en: "The outcome of each refund is known." },
  some: (count) => ({
    fr: `De ${count} remboursements, personne ne sait s'ils sont partis : regardez chez le prestataire, puis consignez ou renvoyez.`,
    en: `Of ${count} refunds nobody knows whether they left: look at the provider, then record or send again.`,
  }),
})

const failedRefunds = waitingRow("refunds_failed", "refundsFailed", {
  articles: ["L221-24", "L242-4"],
  fine: "L221-24",
  title: { fr: "Remboursements sans échec", en: "Refunds without failure" },
  none: { fr: "Aucun remboursement n'est en échec.", en: "No refund has failed." },
  some: (count) => ({
    fr: `${count} remboursements dus n'ont pas été payés : faites ce qui est demandé, puis renvoyez-les.`,
    en: `${count} refunds that are owed were not paid: do what is asked, then send them again.`,
  }),
})

const deadlines = waitingRow("deadlines_passed", "deadlinesPassed", {
  articles: ["L221-24", "L216-1", "L242-4"],
  fine: "L221-24",
  title: { fr: "Délais tenus", en: "Deadlines kept" },
  none: { fr: "Aucun délai n'est dépassé.", en: "No deadline has passed." },
  some: (count) => ({
    fr: `${count} délais de remboursement ou de livraison sont dépassés : traitez ces commandes d'abord.`,
    en: `${count} deadlines for refund or delivery have passed: see to these orders first.`,
  }),
})

const surcharges = waitingRow("surcharges_unpaid", "surchargesUnpaid", {
  articles: ["L242-4"],
  fine: "L221-24",
  title: { fr: "Majorations de retard payées", en: "Surcharges for delay paid" },
  none: {
    fr: "Aucune majoration de retard n'attend son paiement.",
    en: "No surcharge for a late refund waits to be paid.",
  },
  some: (count) => ({
    fr: `${count} majorations sont dues pour des remboursements tardifs : payez-les hors de Medusa, puis consignez-en la preuve.`,
    en: `${count} surcharges are owed for late refunds: pay them outside Medusa, then record the proof.`,
  }),
})

const rates: Row = {
  id: "interest_rates",
  articles: ["L242-4", "L313-2 CMF"],
  title: { fr: "Taux d'intérêt légal du semestre", en: "Legal interest rate of the semester" },
  fine: "L221-24",
  check: ({ at, options }) => {
    const day = at.toISOString().slice(0, 10)
    const place = { kind: "option", option: "law.u3LegalInterestRates" } as const
    const semester = `${day.slice(0, 4)}-S${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`
    const known = [...options.law.u3LegalInterestRates, ...LEGAL_INTEREST_RATES].some(
      (one) => one.semester === semester,
    )
    return known
      ? {
          state: "met",
          sentence: { fr: `Le taux de ${semester} est connu.`, en: `The rate of ${semester} is known.` },
          place,
        }
      : {
          state: "at_risk",
          sentence: {
            fr: `Le taux de ${semester} n'est pas chargé : la majoration des remboursements en retard de dix jours au plus ne se calcule pas. Ajoutez celui de l'arrêté.`,
            en: `The rate of ${semester} is not loaded: the surcharge of refunds that are late by ten days at most cannot be computed. Add the one of the arrêté.`,
          },
          place,
        }
  },
}

/** A row that is met when nothing of a kind waits for a person. */
function waitingRow(
  id: string,
  kind: StuckKind,
  words: Pick<Row, "articles" | "fine" | "title"> & { none: Bilingual; some: (count: number) => Bilingual },
): Row {
  const { articles, fine, title, none, some } = words
  return { id, articles, title, fine, check: ({ stuck }) => waiting(stuck[kind], none, some) }
}

function waiting(
  { count, first }: ConformityFacts["stuck"][StuckKind],
  none: Bilingual,
  some: (count: number) => Bilingual,
): Finding {
  if (count === 0) return { state: "met", sentence: none, place: WITHDRAWALS }
  return {
    state: "missing",
    sentence: some(count),
    place: admin(first[0]?.path ?? "/withdrawals"),
    details: first.map(({ text, path }) => ({ text, place: admin(path) })),
    count,
  }
}
