import type { ReportTexts } from "."

export const en: ReportTexts = {
  title: "Conformity report",
  ofShop: "Shop: {shop}",
  unnamed: "no name published",
  madeAt: "Drawn up on {at}",
  counts: "To correct: {missing} · At risk: {at_risk} · Not verified: {not_verified} · Met: {met}",
  scope:
    "This report says what the software sees of the shop on this day. It does not replace a lawyer's advice: what it does not look at is not in it.",
  page: "Page {page} of {pages}",
  columns: { duty: "Duty", articles: "Text", state: "State", proof: "Proof, or what to do" },
  states: { missing: "To correct", at_risk: "At risk", not_verified: "Not verified", met: "Met" },
  place: { admin: "Admin: {path}", option: "Option: {option}", url: "Address: {url}" },
  checkedAt: "Checked on {at}",
  others: "… and {count} others",
}
