import type { ShopInformation } from "../information/shop"
import { fill } from "../kit/fill"
import { type Html, html } from "../kit/html"
import type { LetterLocale } from "../modules/hamon/types"
import { page } from "./layout"
import { guarantees } from "./legal-notice-guarantees"
import { payments } from "./legal-notice-payments"
import { addressLines, countries, definitions, link, paragraphs, type Section, section } from "./legal-notice-parts"
import { publication, seller } from "./legal-notice-seller"
import { legalNoticeTexts } from "./texts/legal-notice"

const LEGAL_NOTICE_PATH = "/mentions-legales"

/** Everything that a shop says before the order, on a page (LCEN art. 19 and 1-1; L111-1, L221-5, L221-14). */
export function legalNoticePage(information: ShopInformation): string {
  const { locale, merchant } = information
  if (!merchant) return unpublishedPage(locale)
  const t = legalNoticeTexts(locale)
  const sections = [
    seller(merchant, locale),
    publication(merchant, locale),
    payments(information),
    delivery(information),
    withdrawal(information),
    guarantees(information),
    afterSales(information),
    mediator(information),
    terms(information),
  ].filter((one): one is Section => one !== null)
  return page(
    { locale, title: t.title, path: LEGAL_NOTICE_PATH, merchant: merchant.name, listed: true },
    html`<nav aria-label="${t.contents}">
        <ul>
          ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
        </ul>
      </nav>
      ${sections.map(section)}`,
  )
}

/** While nobody has said who sells. */
export function unpublishedPage(locale: LetterLocale): string {
  const { title, sentence } = legalNoticeTexts(locale).unpublished
  return page(
    { locale, title, path: LEGAL_NOTICE_PATH, merchant: null },
    html`<p class="errors" role="status">${sentence}</p>`,
  )
}

function delivery({ locale, delivery: said }: ShopInformation): Section {
  const t = legalNoticeTexts(locale).delivery
  const known = said.areas ?? (said.countries.length > 0 ? "" : null)
  return {
    id: "delivery",
    title: t.title,
    content:
      known === null
        ? html`<p>${t.none}</p>`
        : definitions([
            [t.areas, said.areas],
            [t.restrictions, said.restrictions],
            [t.countries, countries(said.countries, locale)],
          ]),
  }
}

/** The notice as the law words it; its first paragraphs are titles, which stand as such here already. */
function withdrawal({ locale, withdrawal: right, model_form }: ShopInformation): Section {
  const t = legalNoticeTexts(locale).withdrawal
  const { url, label } = right.online_function
  return {
    id: "withdrawal",
    title: t.title,
    content: html`<p>${t.functionIntro} ${link(url, label)}</p>
      <div class="box">${paragraphs(right.notice ?? [])}</div>
      ${
        model_form &&
        html`<h3>${t.formTitle}</h3>
          <p>${t.formIntro}</p>
          <ul>
            <li>${link(model_form.pdf_url, t.pdf)}</li>
            <li>${link(model_form.html_url, t.html)}</li>
          </ul>
          <div class="box">${paragraphs(model_form.paragraphs)}</div>`
      }`,
  }
}

function afterSales({ locale, after_sales: sav }: ShopInformation): Section | null {
  if (!sav) return null
  const texts = legalNoticeTexts(locale)
  const t = texts.afterSales
  return {
    id: "after-sales",
    title: t.title,
    content: definitions([
      [texts.seller.telephone, `${sav.telephone} (${t.free})`],
      [texts.seller.email, link(`mailto:${sav.email}`, sav.email)],
      [t.hours, sav.hours],
      [t.returns, addressLines(sav.return_address, locale)],
    ]),
  }
}

function mediator({ locale, mediator: person }: ShopInformation): Section | null {
  if (!person) return null
  const texts = legalNoticeTexts(locale)
  return {
    id: "mediator",
    title: texts.mediator.title,
    content: html`<p>${texts.mediator.intro}</p>
      ${definitions([
        [texts.seller.name, person.name],
        [texts.seller.address, person.address],
        [texts.seller.website, link(person.website, person.website)],
      ])}`,
  }
}

function terms({ locale, terms: text }: ShopInformation): Section | null {
  if (!text) return null
  const t = legalNoticeTexts(locale).terms
  const content: Html = html`<p>${link(text.url, fill(t.link, { version: text.version }), text.locale)}</p>`
  return { id: "terms", title: t.title, content }
}
