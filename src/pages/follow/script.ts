import { createHash } from "node:crypto"
import { Html } from "../../kit/html"
import { PAGE_HEADERS } from "../layout"

/**
 * Takes the secret of a letter's link out of the address, into the form that sends it. It submits nothing by itself:
 * programs that open every link of a letter, scripts included, prove nobody's address.
 */
const SCRIPT = `
const secret = location.hash.slice(1);
if (/^[0-9a-f]{64}$/.test(secret)) {
  document.getElementById("link").value = secret;
  document.getElementById("by-link").hidden = false;
  document.getElementById("by-code").hidden = true;
  history.replaceState(null, "", location.pathname + location.search);
}
`

/** The element whole, since its hash is over every character between the tags. */
export const SCRIPT_ELEMENT = new Html(`<script>${SCRIPT}</script>`)

/** As every hosted page, and this one script. */
export const FOLLOW_PAGE_HEADERS: Readonly<Record<string, string>> = {
  ...PAGE_HEADERS,
  "Content-Security-Policy": `${PAGE_HEADERS["Content-Security-Policy"]}; script-src 'sha256-${createHash("sha256").update(SCRIPT).digest("base64")}'`,
}
