import sharp from "sharp"
import { fieldIn, type Page } from "../../scripts/shop/client"
import { declared, type Declared, until, withdrawalOf } from "./scenes"
import type { TestStore } from "./store"

/** What tests of the status page do as its customer. */

/** A declaration that has met its order. */
export async function settled(store: TestStore, ...scene: Rest<typeof declared>): Promise<Declared> {
  const declaration = await declared(store, ...scene)
  await until(async () => (await withdrawalOf(store, declaration.id)).status !== "received")
  return declaration
}

type Rest<Scene> = Scene extends (store: TestStore, ...rest: infer Others) => unknown ? Others : never

/** Opens the status page with the code of the acknowledgement. */
export function opened({ shop }: TestStore, { reference, code }: Declared, lang = "fr"): Promise<Page> {
  return shop.page("/retractation/suivi", { lang, reference, code })
}

/** The secret of the newest letter's link whose subject holds these words. */
export async function linkOf({ mailbox }: TestStore, words: string): Promise<string> {
  const { html } = await mailbox.waitFor(({ subject }) => subject.includes(words))
  return /retractation\/suivi\?lang=..#([0-9a-f]{64})"/.exec(String(html))?.[1] as string
}

/** Presses a button of the page. */
export function act(
  { shop }: TestStore,
  page: Page,
  fields: Record<string, string>,
  to: "demande" | "fichier" = "demande",
) {
  return shop.page(`/retractation/suivi/${to}`, { lang: "fr", state: fieldIn(page, "state"), ...fields })
}

export type SentFile = { readonly name: string; readonly bytes: Buffer | string }

/** Sends the proof of dispatch as a browser without script does. */
export async function sendProof(
  { shop }: TestStore,
  page: Page,
  { on, tracking = "", files = [] }: { on: string; tracking?: string; files?: readonly SentFile[] },
): Promise<Page> {
  const form = new FormData()
  const fields = { lang: "fr", state: fieldIn(page, "state"), carrier: "La Poste", tracking, on }
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const { name, bytes } of files) form.append("files", new Blob([new Uint8Array(Buffer.from(bytes))]), name)
  if (files.length === 0) form.append("files", new Blob([]), "")
  const response = await fetch(`${shop.url}/retractation/suivi/preuve`, { method: "POST", body: form })
  return { status: response.status, headers: response.headers, html: await response.text() }
}

/** A photo of so many pixels, which says where it was taken. */
export function photo(width = 60, height = 40): Promise<Buffer> {
  const exif = { IFD0: { Make: "Secret camera" }, IFD3: { GPSLatitude: "48/1 51/1 0/1", GPSLatitudeRef: "N" } }
  const picture = sharp({ create: { width, height, channels: 3, background: "#4a7b2a" } })
  return picture.withExif(exif).jpeg().toBuffer()
}

/** Text of a page as it is read: no tags, plain spaces. */
export function wordsOf({ html }: Page): string {
  return html
    .replace(/<style>[^]*?<\/style>|<script>[^]*?<\/script>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&")
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/\s+/g, " ")
}
