import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"

/** Lays a plugin out that holds the reference route alone, for the store that is measured. @returns its folder */
export function layReferencePlugin(directory: string): string {
  const route = path.join(directory, ".medusa/server/src/api/admin/bench/withdrawals")
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(route, { recursive: true })
  writeFileSync(path.join(directory, "package.json"), JSON.stringify({ name: "bench-reference", version: "0.0.0" }))
  copyFileSync(path.join(__dirname, "reference-route.ts"), path.join(route, "route.ts"))
  return directory
}
