import { completeNotice, type CompletedNotice, type LawOptions, type Locale, functionLabels } from "../law"
import type { HamonOptions } from "../modules/hamon/options"
import type { MerchantContent } from "../modules/hamon/merchant"
import type { LetterLocale } from "../modules/hamon/types"
import { withdrawalUrl } from "../payments/withdrawal-url"
import { returnCostOf, returnCostOfNotice } from "./return-cost"
import { inOneLine } from "./seller"

type Shop = {
  readonly merchant: MerchantContent | null
  readonly on: string
  readonly options: Pick<HamonOptions, "publicUrl"> & { readonly law: LawOptions }
}

/** The right of withdrawal and where it is exercised (L221-5, 7° and 8°; L221-21; D221-5). */
export function withdrawalInformation({ merchant, on, options }: Shop, locale: LetterLocale) {
  const notice = merchant && generalNotice(merchant, { locale, on, publicUrl: options.publicUrl })
  return {
    days: 14,
    /** The model notice filled in (R221-3); null while no merchant has said who he is. */
    notice: notice?.paragraphs ?? null,
    /** Passages of the notice that are not kept word for word in this language: see `return_cost`. */
    missing: notice?.missing ?? [],
    online_function: { url: withdrawalUrl(options, locale), label: functionLabels(locale, options.law).withdraw },
    return_cost: returnCostOf(merchant),
    articles: ["L221-5", "L221-18", "L221-21", "L221-23", "R221-3", "D221-5"],
  }
}

/**
 * The notice for whatever the shop sells: the period runs from the last good, which is later and so safe for the consumer,
 * since nobody knows yet what he will order and in how many parcels it will travel.
 */
function generalNotice(
  merchant: MerchantContent,
  { locale, on, publicUrl }: { locale: Locale & LetterLocale; on: string; publicUrl: string },
): CompletedNotice {
  const { name, address, telephone, email, returnAddress } = merchant
  return completeNotice({
    locale,
    concludedOn: on,
    start: "lastGood",
    trader: [name, inOneLine(address), telephone, email].join(", "),
    onlineFunction: withdrawalUrl({ publicUrl }, locale),
    goods: {
      collectedByTrader: false,
      ...(returnAddress && { returnTo: inOneLine(returnAddress) }),
      cost: returnCostOfNotice(merchant),
    },
  })
}
