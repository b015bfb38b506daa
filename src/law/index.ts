/**
 * The statute as code: what the Code de la consommation and its neighbours say of an order, with the articles each answer
 * rests on. Pure: civil dates, decimal amounts and facts go in, results come out; "now" is an argument.
 * The rest of the plugin imports the law from here.
 */
export { type ArticleId, ARTICLES, articleOn } from "./articles"
export { type CivilDate } from "./foundations/civil-date"
export { type Instant } from "./foundations/instant"
export { LawError } from "./foundations/law-error"
export { type Amount, currency, type Currency, type Minor } from "./foundations/money"
export { type Bilingual, type Locale, Reason } from "./foundations/reason"
export { civilDateIn, endOfDayIn, instantIn, startOfDayIn } from "./foundations/conversions"

export { DEFAULT_OPTIONS, type LawOptions, lawOptions } from "./options"
export { UNCERTAIN_POINTS, type UncertainPoint } from "./uncertain-points"

export { type Place, zoneOf } from "./calendars/place"
export { type TerritoryCode, territoryOf } from "./calendars/calendar"
export { holidaysIn, isWorkingDay } from "./calendars/holidays"

export {
  type EventTime,
  type RunningPeriod,
  type WithdrawalFacts,
  type WithdrawalPeriod,
  withdrawalPeriod,
} from "./withdrawal/period.L221-18"
export { type WithdrawalInformation, informationOnWithdrawal } from "./withdrawal/information.L221-5"
export { type ExtendedPeriod, extendForMissingInformation } from "./withdrawal/extension.L221-20"
export { type OnlineFunction, onlineFunction } from "./withdrawal/online-function.D221-5"
export { type Timeliness, timeliness } from "./withdrawal/timeliness.L221-21"
export { type GoodsFacts, returnCost, type ReturnDeadline, returnDeadline } from "./withdrawal/return.L221-23"
export { type RefundDeadline, type RefundFacts, refundDeadline } from "./withdrawal/refund-deadline.L221-24"
export { type RefundAmount, refundAmount, type RefundAmountFacts } from "./withdrawal/refund-amount.L221-24"
export {
  type DigitalContentFacts,
  digitalContentBegun,
  serviceBegun,
  type ServiceFacts,
  type ServiceRefund,
} from "./withdrawal/service-begun.L221-25"
export { takingBack } from "./withdrawal/taking-back"
export {
  type ExceptionCondition,
  type ExceptionFacts,
  exceptionVerdict,
  WITHDRAWAL_EXCEPTIONS,
} from "./withdrawal/exceptions.L221-28"

export { type ExtraConsent, type ExtraPayment, extraPayment } from "./extras/consent.L121-17"

export { type Creditor, legalInterest } from "./late-payment/legal-interest"
export { LEGAL_INTEREST_RATES, type LegalInterestRate } from "./late-payment/legal-interest-rates"
export { interestAfterCap, type LateRefund, lateRefund, type LateRefundFacts } from "./late-payment/late-refund.L242-4"
export { type SteppedArticle, type SteppedIncrease, steppedIncrease } from "./late-payment/stepped-increase.L241-4"

export { type AnnouncedDelay, latestDelivery, promisedDelivery, type PromiseFacts } from "./delivery/promise.L216-1"
export {
  type LateDeliveryFacts,
  type LateDeliveryRights,
  lateDeliveryRights,
  rescissionEffect,
} from "./delivery/rescission.L216-6"
export { refundAfterRescission } from "./delivery/refund-after-rescission.L216-7"
export { interestOnAdvance } from "./delivery/interest-on-advance.L214-2"

export { conformityGuarantee, type Guarantee, type GuaranteeFacts } from "./guarantee/conformity.L217-3"
export { type GuaranteeEvent } from "./guarantee/events"
export {
  conformityRefundDeadline,
  cureDeadline,
  mediatorDeadline,
  shippingCostDeadline,
} from "./guarantee/remedies.L217-10"
export { type SecondRank, type SecondRankFacts, secondRankRemedies } from "./guarantee/second-rank.L217-14"

export { type ArchiveFacts, type ArchiveTerm, archiveTerm } from "./archive/contract.L213-1"
export { type SavNumber, savNumber } from "./merchant/sav-number.L121-16"
export { checkSiren, checkSiret, checkVatNumber } from "./merchant/registrations"
export {
  CNIL_BITS,
  entropyBits,
  passphraseBits,
  passwordBits,
  type PasswordVerdict,
  passwordVerdict,
  type CnilCase,
} from "./passwords/entropy.cnil-2022-100"
export { type Fine, fineFor } from "./sanctions"

export { functionLabels, FUNCTION_LABELS } from "./texts/labels.D221-5"
export { statutoryText } from "./texts/library"
export { type MissingText, type StatutoryText, type StatutoryTextId } from "./texts/statutory-text"
export { type CompletedNotice, completeNotice, type NoticeChoices, noticeStart } from "./texts/complete-notice"
export { ORDER_BUTTON, orderButton } from "./texts/order-button.L221-14"
export { harmonisedNotice } from "./texts/harmonised-notice"
