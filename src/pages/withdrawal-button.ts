import { FUNCTION_LABELS } from "../law"
import type { HamonOptions } from "../modules/hamon/options"

export const BUTTON_FILE = "withdrawal-button.js"

/**
 * `<hamon-withdrawal-button>` as an ES module without dependencies: the withdrawal function on any page, a link with the words
 * of the statute in the reader's language (D221-5). Attributes: `locale` (default: the language of the page) and `href`
 * (default: the hosted page of this shop). Who has no script keeps the link that the page wrote inside the element. The look
 * is changed by `::part(link)`, the words are not.
 */
export function withdrawalButtonScript({ publicUrl, law, defaultLocale }: HamonOptions): string {
  const labels = Object.fromEntries(
    Object.entries(FUNCTION_LABELS).map(([language, { withdraw }]) => [
      language,
      law.u17Labels[language as keyof typeof FUNCTION_LABELS]?.withdraw ?? withdraw,
    ]),
  )
  return `const LABELS = ${JSON.stringify(labels)}
const PAGE = ${JSON.stringify(`${publicUrl}/retractation`)}
const DEFAULT = ${JSON.stringify(defaultLocale)}
const STYLE = ":host{display:inline-block}:host([hidden]){display:none}a{display:inline-block;box-sizing:border-box;min-height:44px;padding:10px 16px;font:inherit;font-weight:600;line-height:24px;color:#0b4f9e;background:#fff;border:2px solid currentColor;border-radius:6px;text-decoration:none}a:hover{text-decoration:underline}a:focus-visible{outline:3px solid #b35900;outline-offset:2px}"

/** Only an address of the web: anything else would run as script, or lead nowhere. */
function page(href, language) {
  try {
    const url = href && new URL(href, document.baseURI)
    if (url && (url.protocol === "https:" || url.protocol === "http:")) return url.href
  } catch {}
  return PAGE + "?lang=" + (language === "fr" ? "fr" : "en")
}

class HamonWithdrawalButton extends HTMLElement {
  static observedAttributes = ["locale", "href"]

  connectedCallback() {
    this.show()
  }

  attributeChangedCallback() {
    if (this.isConnected) this.show()
  }

  show() {
    if (!this.shadowRoot) {
      const root = this.attachShadow({ mode: "open", delegatesFocus: true })
      // Not a style element: pages with a strict policy refuse those.
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(STYLE)
      root.adoptedStyleSheets = [sheet]
      const link = document.createElement("a")
      link.setAttribute("part", "link")
      root.append(link)
    }
    const said = this.getAttribute("locale") || this.closest("[lang]")?.getAttribute("lang") || DEFAULT
    const asked = said.toLowerCase().split(/[-_]/)[0]
    const language = Object.hasOwn(LABELS, asked) ? asked : DEFAULT
    const link = this.shadowRoot.querySelector("a")
    link.textContent = LABELS[language]
    link.lang = language
    link.href = page(this.getAttribute("href"), language)
  }
}

if (!customElements.get("hamon-withdrawal-button")) customElements.define("hamon-withdrawal-button", HamonWithdrawalButton)
`
}
