import { Html, html } from "../../src/kit/html"
import { functionLabels, type Locale } from "../../src/law"
import { shopTexts } from "./texts"

const SHOP_NAME = "Maison Lin"

export type ShopDocument = {
  readonly locale: Locale
  readonly storeUrl: string
  readonly publishableKey: string
  readonly regionId: string
  /** Where cards are confirmed, and the key with which a browser may; absent in a shop without cards. */
  readonly stripe?: { readonly url: string; readonly publishableKey: string }
}

/** The page around the views: what is the same everywhere, and there before any script runs. */
export function shopDocument({ locale, storeUrl, publishableKey, regionId, stripe }: ShopDocument): string {
  const t = shopTexts(locale)
  const other = locale === "fr" ? "en" : "fr"
  const settings = { locale, storeUrl, publishableKey, regionId, stripe, shopName: SHOP_NAME, texts: t }
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${t.shop.title} – ${SHOP_NAME}</title>
        <link rel="icon" href="/pictures/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/base.css" />
        <link rel="stylesheet" href="/layout.css" />
        <link rel="stylesheet" href="/views.css" />
        <link rel="stylesheet" href="/order.css" />
        <link rel="stylesheet" href="/payment.css" />
        <script type="application/json" id="settings">
          ${json(settings)}
        </script>
        <script type="module" src="/main.js"></script>
      </head>
      <body>
        <a class="skip" href="#content">${t.frame.skip}</a>
        <header class="top">
          <a class="brand" href="#shop">
            <img src="/pictures/mark.svg" alt="" width="36" height="36" />
            <span>${SHOP_NAME}</span>
          </a>
          <nav aria-label="${t.frame.nav}">
            <a href="#shop">${t.frame.shop}</a>
            <a href="#cart">${t.frame.cart} <span id="cart-count" hidden></span></a>
            <a id="other-language" href="/?lang=${other}" hreflang="${other}" lang="${other}"
              >${t.frame.otherLanguage}</a
            >
          </nav>
        </header>
        <main id="content" tabindex="-1">
          <noscript><p>${t.frame.noScript}</p></noscript>
        </main>
        <div class="dock">
          <div id="notice" class="notice" role="status"></div>
          <footer>
            <a class="withdraw" href="${storeUrl}/retractation?lang=${locale}">${functionLabels(locale).withdraw}</a>
            <span>${t.frame.withdrawHint}</span>
            <a class="notices" href="${storeUrl}/mentions-legales?lang=${locale}">${t.frame.legalNotice}</a>
          </footer>
        </div>
      </body>
    </html>`.text
}

/** Data for the script. Not code, so the policy against inline scripts lets it be; no text of it can end the element. */
function json(value: unknown): Html {
  return new Html(JSON.stringify(value).replace(/</g, "\\u003c"))
}
