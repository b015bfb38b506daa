import type { ExecArgs } from "@medusajs/framework/types"
import { reportTable } from "../conformity/table"
import { merchantZone } from "../modules/hamon/options"
import { currentReport } from "../workflows/conformity/report"
import { hamonRunConformityChecksWorkflow } from "../workflows/conformity/run-checks"
import { hamonService } from "../workflows/service"

/**
 * The conformity report for a terminal or a deployment: `npx medusa exec
 * ./node_modules/medusa-plugin-hamon/.medusa/server/src/scripts/conformity.js [json] [lang=en] [check]`.
 * It ends with code 1 when a duty is missing. `json`: the report as the API tells it; `check`: asks the web first.
 * Words without dashes, since `medusa exec` keeps those for itself; with dashes behind `--` they are understood too.
 */
export default async function conformity({ container, args }: ExecArgs) {
  const words = args.map((word) => word.replace(/^--/, ""))
  const options = hamonService(container).getOptions()
  if (words.includes("check")) await hamonRunConformityChecksWorkflow(container).run()
  const report = await currentReport(container)
  const locale = languageOf(words) ?? options.defaultLocale
  const said = words.includes("json")
    ? JSON.stringify(report, null, 2)
    : reportTable(report, locale, merchantZone(options))
  process.stdout.write(`${said}\n`)
  // `medusa exec` ends the process with it.
  if (report.counts.missing > 0) process.exitCode = 1
}

function languageOf(words: readonly string[]): "fr" | "en" | null {
  if (words.includes("lang=fr")) return "fr"
  return words.includes("lang=en") ? "en" : null
}
