import { type Html, html } from "../kit/html"
import type { ShopInformation } from "../information/shop"
import type { PaymentExplanation } from "../payments/explain"
import { definitions, link, type Section } from "./legal-notice-parts"
import { legalNoticeTexts } from "./texts/legal-notice"

/** Every means of payment with its steps, and beside each whom to call when something looks wrong (L221-14). */
export function payments({ locale, payment_methods, security_contact }: ShopInformation): Section {
  const t = legalNoticeTexts(locale).payment
  const { telephone, email } = legalNoticeTexts(locale).seller
  const { hours } = legalNoticeTexts(locale).afterSales
  return {
    id: "payment",
    title: t.title,
    content: html`<p>${payment_methods.length > 0 ? t.intro : t.none}</p>
      ${payment_methods.map((method) => means(method, t))}
      ${
        security_contact &&
        html`<h3>${t.security}</h3>
          <p>${t.securityIntro}</p>
          ${definitions([
            [telephone, security_contact.telephone],
            [email, link(`mailto:${security_contact.email}`, security_contact.email)],
            [hours, security_contact.hours],
          ])}`
      }`,
  }
}

function means(method: PaymentExplanation, t: ReturnType<typeof legalNoticeTexts>["payment"]): Html {
  return html`<article data-provider="${method.provider_id}">
    <h3>${method.name}</h3>
    <p>${method.what}</p>
    <ol>
      ${method.steps.map((step) => html`<li>${step}</li>`)}
    </ol>
    ${definitions([
      [t.taken, method.money_taken],
      [t.leave, method.how_to_leave],
      [t.wrong, method.security_contact.text],
    ])}
  </article>`
}
