import { declaringTexts } from "../../../../declaring/texts"
import { fill } from "../../../../kit/fill"
import { functionLabels } from "../../../../law"
import type { HamonOptions } from "../../../../modules/hamon/options"
import type { LetterLocale } from "../../../../modules/hamon/types"
import { summaryLines } from "../../../../pages/withdrawal-review"
import { withdrawalUrl } from "../../../../payments/withdrawal-url"
import { type Draft, sealDraft } from "../../../declaring/draft"

/** A draft as a shop page shows it: the summary, the words of the two controls (D221-5), and how it is sent. */
export function shownDraft(draft: Draft, locale: LetterLocale, options: HamonOptions) {
  const { withdraw, confirm } = functionLabels(locale, options.law)
  return {
    draft: sealDraft(draft, options),
    summary: summaryLines(draft.declared, locale).map(([name, value]) => ({ name, value })),
    labels: { withdraw, confirm },
    message: fill(declaringTexts(locale).api.confirm, { label: confirm }),
    confirm: { method: "POST", path: "/store/hamon/withdrawals/confirm", member: "draft" },
  }
}

/** The withdrawal function of this shop: its address, and the words that lead to it. */
export function functionOf(locale: LetterLocale, options: HamonOptions) {
  return { url: withdrawalUrl(options, locale), label: functionLabels(locale, options.law).withdraw }
}
