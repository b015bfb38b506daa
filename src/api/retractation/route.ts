import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { now } from "../../kit/clock"
import { opaqueToken } from "../../kit/secrets"
import { seal, unseal } from "../../kit/sealed"
import { functionLabels } from "../../law"
import type { HamonOptions } from "../../modules/hamon/options"
import type { Declaration, LetterLocale } from "../../modules/hamon/types"
import {
  declarationIn,
  readDeclaration,
  typedAgain,
  typedDeclaration,
  type TypedDeclaration,
} from "../../pages/declaration"
import { pageLocale } from "../../pages/texts"
import { withdrawalFormPage } from "../../pages/withdrawal-form"
import { acknowledgementFile, withdrawalRecordedPage } from "../../pages/withdrawal-recorded"
import { withdrawalReviewPage } from "../../pages/withdrawal-review"
import { hamonRecordDeclarationWorkflow } from "../../workflows/record-declaration"
import { hamonService } from "../../workflows/service"

const PURPOSE = "withdrawal_form"
/** After this long the summary is shown again before it is sent: the customer may have forgotten what he typed. */
const FRESH = 2 * 60 * 60 * 1000
const EMPTY: TypedDeclaration = { name: "", email: "", order: "", scope: "", articles: [], comment: "" }

type State = {
  readonly declared: Declaration
  readonly key: string
  readonly shownAt: number
  /** When it was confirmed first, where a fault or a long time kept it from being recorded: sending counts (L221-21). */
  readonly confirmedAt: number | null
  readonly whole: boolean
}

/** What a request of this page needs to answer. */
type Visit = { readonly locale: LetterLocale; readonly merchant: string | null; readonly options: HamonOptions }

/** The online withdrawal function (L221-21, D221-5), first step: the form. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const { locale, merchant, options } = await visit(req)
  res.type("html").send(withdrawalFormPage({ locale, merchant, law: options.law, typed: EMPTY, errors: [] }))
}

/** The steps after the form: `review` shows what will be sent, `confirm` sends it, `download` gives the acknowledgement. */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const receivedAt = now()
  const visitor = await visit(req)
  const body = (req.body ?? {}) as Record<string, unknown>
  if (body.step === "review") return review(typedDeclaration(body), visitor, res)

  const state = readState(body.state, visitor.options)
  if (!state) return form(EMPTY, ["unreadable"], visitor, res.status(400))
  if (body.step === "correct") return form(typedAgain(state.declared), [], visitor, res)
  if (body.step === "download") return download(req, state, visitor, res)
  // A page that was open for long, or sealed with another secret: shown again, filled, to confirm again. Never an error.
  if (!state.whole || receivedAt.getTime() - state.shownAt > FRESH) {
    return show(
      { ...state, confirmedAt: state.whole ? firstConfirmed(state, receivedAt) : null },
      "again",
      visitor,
      res,
    )
  }
  return confirm(req, state, receivedAt, visitor, res)
}

function review(typed: TypedDeclaration, visitor: Visit, res: MedusaResponse) {
  const read = readDeclaration(typed)
  if ("errors" in read) {
    const { locale, merchant, options } = visitor
    const page = withdrawalFormPage({ locale, merchant, law: options.law, typed, errors: read.errors })
    return res.status(422).type("html").send(page)
  }
  return show({ declared: read.declared, key: opaqueToken(), confirmedAt: null }, "first", visitor, res)
}

function form(typed: TypedDeclaration, errors: "unreadable"[], visitor: Visit, res: MedusaResponse) {
  const { locale, merchant, options } = visitor
  const shown = errors.map((field) => ({ field, id: "name" }))
  return res.type("html").send(withdrawalFormPage({ locale, merchant, law: options.law, typed, errors: shown }))
}

function show(
  { declared, key, confirmedAt }: Pick<State, "declared" | "key" | "confirmedAt">,
  because: "first" | "again" | "failed",
  { locale, merchant, options }: Visit,
  res: MedusaResponse,
) {
  const sealed = seal(options.secret, PURPOSE, { declared, key, confirmedAt, shownAt: now().getTime() })
  return res.type("html").send(withdrawalReviewPage({ locale, merchant, law: options.law, declared, sealed, because }))
}

async function confirm(req: MedusaRequest, state: State, receivedAt: Date, visitor: Visit, res: MedusaResponse) {
  try {
    const recorded = await record(req, state, visitor, new Date(firstConfirmed(state, receivedAt)))
    const sealed = String((req.body as Record<string, unknown>).state)
    return res.type("html").send(withdrawalRecordedPage({ ...recorded, merchant: visitor.merchant, sealed }))
  } catch (error) {
    // The customer keeps what he typed and may confirm again: the form's key makes it one declaration.
    const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`hamon: a declaration of withdrawal could not be recorded: ${String(error)}`)
    return show({ ...state, confirmedAt: firstConfirmed(state, receivedAt) }, "failed", visitor, res.status(503))
  }
}

/** The acknowledgement as a file: the same declaration is recorded once, so that asking for it never makes a second one. */
async function download(req: MedusaRequest, state: State, visitor: Visit, res: MedusaResponse) {
  if (!state.whole) return show(state, "again", visitor, res)
  const recorded = await record(req, state, visitor, now())
  const { name, text } = acknowledgementFile(recorded)
  return res.type("text/plain; charset=utf-8").attachment(name).send(text)
}

function firstConfirmed({ confirmedAt }: State, receivedAt: Date): number {
  return confirmedAt ?? receivedAt.getTime()
}

async function record(req: MedusaRequest, { declared, key }: State, { locale, options }: Visit, sentAt: Date) {
  // The words that were on the two controls (D221-5), as evidence of what was shown.
  const { withdraw, confirm: confirmLabel } = functionLabels(locale, options.law)
  const { result } = await hamonRecordDeclarationWorkflow(req.scope).run({
    input: {
      declarationKey: key,
      declared,
      locale,
      channel: "hosted_page",
      sentAt,
      context: { withdraw, confirm: confirmLabel },
    },
  })
  return result
}

function readState(sealed: unknown, { secret }: HamonOptions): State | null {
  const opened = typeof sealed === "string" ? unseal(secret, PURPOSE, sealed) : null
  const content = opened?.content as Partial<State> | null | undefined
  const declared = declarationIn(content?.declared)
  if (!opened || !declared) return null
  const { key, shownAt, confirmedAt } = content as Partial<State>
  // Without a whole seal nothing but what the customer reads and confirms himself is believed.
  const whole = opened.whole && typeof key === "string" && typeof shownAt === "number"
  return whole
    ? { declared, key: key as string, shownAt: shownAt as number, confirmedAt: confirmedAt ?? null, whole }
    : { declared, key: opaqueToken(), shownAt: 0, confirmedAt: null, whole }
}

async function visit(req: MedusaRequest): Promise<Visit> {
  const service = hamonService(req.scope)
  const options = service.getOptions()
  const chosen = (req.body as Record<string, unknown> | undefined)?.lang ?? req.query.lang
  const locale = pageLocale(chosen, req.headers["accept-language"], options.defaultLocale)
  // The page stands without the profile: a database that fails must not take the form away.
  const profile = await service.publishedProfile(null).catch(() => null)
  return { locale, merchant: profile?.content.name ?? null, options }
}
