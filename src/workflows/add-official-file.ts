import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { fileType } from "../information/file-type"
import { now } from "../kit/clock"
import type { LetterLocale } from "../modules/hamon/types"
import { hamonService } from "./service"

export type AddOfficialFileInput = {
  kind: "harmonised_notice"
  locale: LetterLocale
  /** What the sender says it is; it must be so. */
  content_type?: string
  /** The file in base64. */
  body: string
  actor: string
}

const UNKNOWN =
  "this is none of PNG, JPEG, WebP, PDF, or an SVG that only draws (no script, style sheet, picture or link in it): take the official file as PNG or PDF"

const addOfficialFileStep = createStep(
  "add-official-file",
  async ({ kind, locale, content_type, body, actor }: AddOfficialFileInput, { container }) => {
    const bytes = Buffer.from(body, "base64")
    const contentType = fileType(bytes)
    if (!contentType) throw new MedusaError(MedusaError.Types.INVALID_DATA, UNKNOWN)
    if (content_type !== undefined && content_type !== contentType) {
      const sentence = `the file is ${contentType}, not ${content_type}: send it as what it is`
      throw new MedusaError(MedusaError.Types.INVALID_DATA, sentence)
    }
    const file = await hamonService(container).addOfficialFile({ kind, locale, contentType, bytes }, actor, now())
    // What customers may have seen is replaced by a newer file, never taken back.
    return new StepResponse(file)
  },
)

/**
 * Keeps an official file that customers are shown unchanged, such as the harmonised notice on the legal guarantee.
 *
 * @summary Add an official file.
 */
export const hamonAddOfficialFileWorkflow = createWorkflow(
  "hamon-add-official-file",
  (input: WorkflowData<AddOfficialFileInput>) => new WorkflowResponse(addOfficialFileStep(input)),
)
