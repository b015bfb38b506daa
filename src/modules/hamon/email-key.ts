/** An address in one spelling, to compare addresses with: Unicode composed, no outer spaces, small letters. */
export function emailKey(email: string): string {
  return email.normalize("NFKC").trim().toLowerCase()
}
