import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { Duty } from "../../../../modules/hamon/merchant-duties"

/**
 * 400: the profile is not published, with every duty that is not met, its article, and where on the settings page it is
 * mended. Written here, since core's error bodies hold one sentence alone.
 */
export function refusePublishing(res: MedusaResponse, duties: readonly Duty[]): void {
  const missing = duties.map(({ id, articles, state, title, sentence, place }) => ({
    duty: id,
    article: articles.join("\u00a0; "),
    state,
    title,
    sentence,
    place,
  }))
  const [first] = missing
  res.status(400).json({
    type: MedusaError.Types.NOT_ALLOWED,
    code: "profile_incomplete",
    message:
      `the profile is not published: ${missing.length} of its duties are not met, first: ${first?.title.en} (${first?.article}). ${first?.sentence?.en ?? ""}`.trim(),
    missing,
  })
}

/** 409: somebody else saved or published since the editor looked. Core would replace our words by its own. */
export function refuseChanged(res: MedusaResponse, picture: object): void {
  res.status(409).json({
    type: MedusaError.Types.NOT_ALLOWED,
    code: "profile_changed",
    message:
      "somebody else changed the profile since you opened it, and nothing was overwritten: look at what it says now, then save again with its `seen`",
    ...picture,
  })
}
