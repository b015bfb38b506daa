import { toPlainText } from "@react-email/components"
import { createElement, type ReactElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { MedusaError } from "@medusajs/framework/utils"
import type { LetterKind, RenderedLetter } from "../modules/hamon/operations/letters"
import type { LetterRow } from "../modules/hamon/types"
import { AccountUnlock, accountUnlockSubject } from "./account-unlock"
import type { LetterContext } from "./context"
import { DeductionProposed, deductionProposedSubject } from "./deduction-proposed"
import { KeepGoodsAnswered, keepGoodsAnsweredSubject } from "./keep-goods-answered"
import { OrderConfirmation, orderConfirmationSubject } from "./order-confirmation"
import { OrdersLink, ordersLinkSubject } from "./orders-link"
import { RefundMade, refundMadeSubject } from "./refund-made"
import { StaffDigest, staffDigestSubject } from "./staff-digest"
import { letterTexts } from "./texts"
import { WithdrawalDeclined, withdrawalDeclinedSubject } from "./withdrawal-declined"
import { WithdrawalReopened, withdrawalReopenedSubject } from "./withdrawal-reopened"
import { WithdrawalAcknowledgement, withdrawalAcknowledgementSubject } from "./withdrawal-acknowledgement"
import { WithdrawalHold, withdrawalHoldSubject } from "./withdrawal-hold"

/** Mail programs take their standards mode from it; without one some fall back to the quirks of twenty years ago. */
const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'

/** In the text part a table of data stays a table: cells that run together cannot be read. */
const TEXT = [{ selector: "table.data", format: "dataTable", options: { uppercaseHeaderCells: false } }]

type Template = {
  subject(data: never, context: LetterContext): string
  Body(props: { data: never; context: LetterContext }): ReactElement
}

/** Every kind and version of letter that was ever written: an old letter is rendered by its own version. */
const TEMPLATES: Record<LetterKind, Record<number, Template>> = {
  order_confirmation: { 1: { subject: orderConfirmationSubject, Body: OrderConfirmation } },
  withdrawal_acknowledgement: { 1: { subject: withdrawalAcknowledgementSubject, Body: WithdrawalAcknowledgement } },
  refund_made: { 1: { subject: refundMadeSubject, Body: RefundMade } },
  account_unlock: { 1: { subject: accountUnlockSubject, Body: AccountUnlock } },
  withdrawal_declined: { 1: { subject: withdrawalDeclinedSubject, Body: WithdrawalDeclined } },
  withdrawal_reopened: { 1: { subject: withdrawalReopenedSubject, Body: WithdrawalReopened } },
  deduction_proposed: { 1: { subject: deductionProposedSubject, Body: DeductionProposed } },
  keep_goods_answered: { 1: { subject: keepGoodsAnsweredSubject, Body: KeepGoodsAnswered } },
  staff_digest: { 1: { subject: staffDigestSubject, Body: StaffDigest } },
  orders_link: { 1: { subject: ordersLinkSubject, Body: OrdersLink } },
  withdrawal_hold: { 1: { subject: withdrawalHoldSubject, Body: WithdrawalHold } },
}

/**
 * Renders a letter of the outbox: subject, html, and a text part from the same source.
 * @throws MedusaError unexpected_state for a kind or version that this code does not know
 */
export function renderLetter(
  letter: Pick<LetterRow, "kind" | "template_version" | "locale" | "data">,
  shop: Omit<LetterContext, "locale" | "texts">,
): RenderedLetter {
  const template = TEMPLATES[letter.kind as LetterKind]?.[letter.template_version]
  if (!template) {
    const name = `${letter.kind}, version ${letter.template_version}`
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `no template for the letter ${name}`)
  }
  const context: LetterContext = { ...shop, locale: letter.locale, texts: letterTexts(letter.locale) }
  const data = letter.data as never
  const html = DOCTYPE + renderToStaticMarkup(createElement(template.Body, { data, context }))
  return { subject: template.subject(data, context), html, text: toPlainText(html, { selectors: TEXT }) }
}
