import addressparser from "nodemailer/lib/addressparser"

export type Address = { readonly name: string; readonly address: string }

/**
 * Reads exactly one e-mail address: `a@b.example`, or `Name <a@b.example>`. A list or a group is none: an address that
 * a visitor typed must not add recipients, and a list of which some are refused has no single outcome.
 * @returns null when it is not exactly one
 */
export function oneAddress(text: unknown): Address | null {
  if (typeof text !== "string") return null
  const [found, ...others] = addressparser(text)
  if (found?.address === undefined || others.length > 0) return null
  // Without brackets nodemailer takes one word for the address and the others for a name, whichever was meant.
  if (found.name !== "" && !text.includes("<")) return null
  return /^[^\s<>]+@[^\s<>@]+$/.test(found.address) ? { name: found.name, address: found.address } : null
}
