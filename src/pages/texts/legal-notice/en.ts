import type { LegalNoticeTexts } from "./fr"

/** Words of `/mentions-legales` in English. */
export const en: LegalNoticeTexts = {
  title: "Legal notice and information before the order",
  contents: "On this page",
  unpublished: {
    title: "Legal notice",
    sentence:
      "The seller has not published a legal notice yet. While it is missing, do not order in this shop: you would not know with whom you contract.",
  },
  seller: {
    title: "The seller",
    name: "Name",
    address: "Address",
    headOffice: "Registered office",
    email: "E-mail",
    telephone: "Telephone",
    register: "Registration",
    siren: "SIREN",
    capital: "Share capital",
    vat: "VAT number",
    vatExempt: "VAT not applicable, article 293 B of the French tax code",
    activity: "Activity",
    authority: "Permit and professional rules",
    website: "Website",
  },
  publication: {
    title: "Publication and hosting",
    director: "Publication director",
    host: "Host",
    hostAddress: "Address of the host",
    hostTelephone: "Telephone of the host",
    domain: "Domain name",
    trademark: "Trademark",
    inpi: "{name}, registered at the INPI under no. {number}",
  },
  payment: {
    title: "Means of payment",
    intro: "These are the means of payment that are accepted, and what you will do for each, in order.",
    none: "No means of payment is offered at the moment.",
    taken: "When are you charged?",
    leave: "How do I leave the payment?",
    wrong: "Does a payment look wrong?",
    security: "Security of payments",
    securityIntro: "If a payment looks wrong, contact us at once:",
  },
  delivery: {
    title: "Delivery",
    areas: "Where we deliver",
    restrictions: "Delivery restrictions",
    countries: "Countries we deliver to",
    none: "The shop has not said yet where it delivers.",
  },
  withdrawal: {
    title: "Right of withdrawal",
    functionIntro: "You can exercise your right of withdrawal online, without an account and without giving a reason:",
    formTitle: "Withdrawal form",
    formIntro: "You may also use this model form; it is not obligatory.",
    pdf: "Download the form (PDF)",
    html: "Download the form (page to print)",
  },
  guarantee: {
    title: "Legal guarantees",
    goods: "Legal guarantees of goods",
    digital: "Legal guarantees of digital content and services",
    french: "The law gives this text in French only:",
    noticeTitle: "Harmonised notice of the European Union",
    noticeMore: "More on guarantees in the European Union",
    noticeFile: "Open the official notice",
  },
  afterSales: {
    title: "After-sales service and complaints",
    free: "No surcharge on calls",
    hours: "Opening hours",
    returns: "Return address",
  },
  mediator: {
    title: "Consumer mediator",
    intro:
      "After a complaint in writing that found no solution you can refer to the mediator, free of charge, within a year of that complaint:",
  },
  terms: { title: "Terms of sale", link: "Read the terms of sale (version {version})" },
  form: { fileName: "withdrawal-form", footer: "Page {page} of {pages}" },
  noNotice: {
    title: "Harmonised notice",
    sentence: "The seller has not supplied the harmonised notice on the legal guarantee yet.",
  },
}
