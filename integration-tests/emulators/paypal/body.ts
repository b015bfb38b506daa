import type { Call } from "../edge/server"
import { Refusal } from "./refusal"

/** The JSON of a call; nothing at all counts as an empty object. */
export function bodyOf<T>({ body }: Call): T {
  try {
    return JSON.parse(body || "{}") as T
  } catch {
    throw new Refusal(400, "MALFORMED_REQUEST_JSON")
  }
}
