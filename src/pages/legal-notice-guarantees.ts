import { type Html, html } from "../kit/html"
import type { BoxedText } from "../information/legal-guarantee"
import { NOTICE_PATH } from "../information/harmonised-notice"
import type { ShopInformation } from "../information/shop"
import { link, paragraphs, type Section } from "./legal-notice-parts"
import { legalNoticeTexts } from "./texts/legal-notice"

/** The boxes on the legal guarantees word for word (D211-2, D211-3), and the harmonised notice where it is due. */
export function guarantees(information: ShopInformation): Section {
  const { locale, legal_guarantee } = information
  const t = legalNoticeTexts(locale).guarantee
  return {
    id: "guarantee",
    title: t.title,
    content: html`${notice(information)}
      ${legal_guarantee.goods && box(t.goods, legal_guarantee.goods, t.french)}
      ${legal_guarantee.digital && box(t.digital, legal_guarantee.digital, t.french)}`,
  }
}

function box(title: string, { translated, locale, paragraphs: words }: BoxedText, french: string): Html {
  return html`<h3>${title}</h3>
    ${!translated && html`<p>${french}</p>`}
    <div class="box" ${translated ? "" : html`lang="${locale}"`}>${paragraphs(words)}</div>`
}

/** The official picture, unchanged; a PDF is no picture and is opened. */
function notice({ locale, harmonised_notice: { shown, file, alternative, link: more } }: ShopInformation): Html | null {
  const t = legalNoticeTexts(locale).guarantee
  if (!shown || !file || alternative === null || more === null) return null
  // Of this page's own address: wherever it is reached, the picture comes from there.
  const path = `${NOTICE_PATH}?lang=${file.locale}`
  return html`<h3>${t.noticeTitle}</h3>
    <div class="box">
      ${
        file.content_type === "application/pdf"
          ? html`<p>${alternative}</p>
              <p>${link(path, t.noticeFile, file.locale)}</p>`
          : html`<p><img src="${path}" alt="${alternative}" lang="${locale}" /></p>`
      }
      <p>${link(more, t.noticeMore)}</p>
    </div>`
}
