/** The pages of the mailbox, as text. Nothing of a mail gets in without `escape`. */
import type { Mail } from "./mail"
import { moment, WORDS, type Language } from "./words"

const REFRESH_SECONDS = 5

/** What every page knows of the request. */
export interface View {
  readonly language: Language
  /** The address with its query, to be had in the other language too. */
  readonly path: string
  readonly query: URLSearchParams
}

/** Text that cannot become a tag, an attribute or an entity. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** Newest first. `page` counts from 1. */
export function listPage(
  view: View,
  mails: readonly Mail[],
  { page, pages, count, smtpPort }: { page: number; pages: number; count: number; smtpPort: number },
): string {
  const words = WORDS[view.language]
  const paused = view.query.has("pause")
  const items = mails.map(
    (mail) => `<li>
<a href="${link(view, `/mail/${mail.id}`, { pause: null, page: null })}"><bdi>${escape(mail.subject || words.noSubject)}</bdi></a>
<p>${words.toColon} <bdi>${escape(mail.to.join(", "))}</bdi></p>
<p class="soft">${time(mail.receivedAt, view.language)}</p>
</li>`,
  )
  const main = `<h1>${words.inbox}</h1>
<p>${words.count(count)}. <span class="soft">${paused ? words.paused : words.refreshing}</span>
<a href="${link(view, "/", { pause: paused ? null : "1" })}">${paused ? words.resume : words.pause}</a></p>
${items.length > 0 ? `<ol class="mails" aria-label="${escape(words.list)}">${items.join("\n")}</ol>` : `<p>${words.empty(smtpPort)}</p>`}
${pages > 1 ? pager(view, page, pages) : ""}`
  const refresh = paused ? "" : `<meta http-equiv="refresh" content="${REFRESH_SECONDS}">`
  return document(view, `${words.title} (${count})`, main, refresh)
}

/** One message: what it says of itself, its HTML in a frame of its own, its text, its files, its source. */
export function mailPage(view: View, mail: Mail): string {
  const words = WORDS[view.language]
  const at = (suffix: string): string => link(view, `/mail/${mail.id}/${suffix}`)
  const facts: [string, string][] = [
    [words.from, bdi(mail.from)],
    [words.to, bdi(mail.to.join(", "))],
    [words.date, mail.date ? time(mail.date, view.language) : "–"],
    [words.received, time(mail.receivedAt, view.language)],
    ["Message-ID", bdi(mail.messageId ?? "–")],
  ]
  const files = mail.attachments.map(
    ({ filename, contentType, size }, index) =>
      `<li><a href="${at(`attachments/${index}`)}" download>${bdi(filename)}</a> <span class="soft">${escape(contentType)}, ${words.bytes(size)}</span></li>`,
  )
  const frame = `<iframe title="${escape(words.html)}" src="${at("html")}" sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"></iframe>`
  const sections: [id: string, title: string, content: string][] = [
    ["html", words.html, mail.html === null ? `<p>${words.noHtml}</p>` : frame],
    ["text", words.text, mail.text === null ? `<p>${words.noText}</p>` : `<pre dir="auto">${escape(mail.text)}</pre>`],
    [
      "attachments",
      words.attachments,
      files.length > 0 ? `<ul>${files.join("")}</ul>` : `<p>${words.noAttachments}</p>`,
    ],
    ["source", words.source, `<p><a href="${at("raw")}" download>${words.download}</a></p>`],
  ]
  const main = `<h1>${bdi(mail.subject || words.noSubject)}</h1>
<dl aria-label="${escape(words.details)}">${facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join("")}</dl>
<nav aria-label="${escape(words.parts)}"><ul>${sections.map(([id, title]) => `<li><a href="#${id}">${title}</a></li>`).join("")}</ul></nav>
${sections.map(([id, title, content]) => `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${content}</section>`).join("\n")}`
  return document(view, mail.subject || words.noSubject, main)
}

/** The page of an address that leads nowhere, or of a mail that cannot be read. */
export function troublePage(view: View, trouble: "notFound" | "failure"): string {
  const words = WORDS[view.language]
  return document(view, words[trouble], `<h1>${words[trouble]}</h1><p>${words[`${trouble}Text`]}</p>`)
}

/** The HTML of a mail for its frame: the sandbox lets links open in a new tab and nowhere else. */
export function framed(html: string): string {
  const base = '<base target="_blank">'
  const place = /<head[^>]*>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html)
  const end = place ? place.index + place[0].length : 0
  return html.slice(0, end) + base + html.slice(end)
}

function document(view: View, title: string, main: string, head = ""): string {
  const words = WORDS[view.language]
  const other: Language = view.language === "fr" ? "en" : "fr"
  return `<!doctype html>
<html lang="${view.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="stylesheet" href="/style.css">
${head}
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header>
<span class="name">${words.title}</span>
<nav aria-label="${words.title}"><a href="${link(view, "/")}">${words.home}</a></nav>
<nav aria-label="${words.language}"><a href="${link(view, view.path, { lang: other })}" lang="${other}" hreflang="${other}">${other === "fr" ? "Français" : "English"}</a></nav>
</header>
<main id="content" tabindex="-1">
${main}
</main>
</body>
</html>
`
}

function pager(view: View, page: number, pages: number): string {
  const words = WORDS[view.language]
  const newer =
    page > 1 ? `<li><a rel="prev" href="${link(view, "/", { page: String(page - 1) })}">${words.newer}</a></li>` : ""
  const older =
    page < pages
      ? `<li><a rel="next" href="${link(view, "/", { page: String(page + 1) })}">${words.older}</a></li>`
      : ""
  return `<nav aria-label="${words.pages}"><ul>${newer}<li aria-current="page">${page}/${pages}</li>${older}</ul></nav>`
}

/** An address that keeps the query, such as the language, except for what is changed (null: left out). */
function link(view: View, path: string, changes: Record<string, string | null> = {}): string {
  const query = new URLSearchParams(view.query)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name)
    else query.set(name, value)
  }
  return escape(query.size > 0 ? `${path}?${query}` : path)
}

/** A name written from right to left must not turn round what stands beside it. */
function bdi(text: string): string {
  return `<bdi>${escape(text)}</bdi>`
}

function time(date: Date, language: Language): string {
  return `<time datetime="${date.toISOString()}">${escape(moment(date, language))}</time>`
}
