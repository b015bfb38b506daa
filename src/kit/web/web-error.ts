/** Why an address of the web was not read. */
export type WebTrouble =
  /** Not http(s), a port of no web server, credentials in it. */
  | "address"
  /** It leads into a network that is not the open internet. */
  | "internal"
  | "unknown_host"
  /** Nobody answers there, or the certificate is refused. */
  | "unreachable"
  | "too_slow"
  | "too_large"
  | "too_many_redirects"
  /** It answered something else than what was asked for. */
  | "type"

export class WebError extends Error {
  /** @param sentence technical words in English, for logs and readers of the API */
  constructor(
    readonly trouble: WebTrouble,
    sentence: string,
  ) {
    super(sentence)
    this.name = "WebError"
  }
}
