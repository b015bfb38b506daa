import { copyFileSync, mkdirSync, readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { medusa, run } from "../support/processes"

const ROOT = path.join(__dirname, "../..")
/** Folders that a clone of the repository does not have, the one of this very run among them. */
const NOT_CLONED = new Set([".git", ".medusa", ".demo", ".run", ".stryker-tmp", "node_modules", "reports"])

export type PluginPackage = {
  readonly tarball: string
  /** Paths inside the package. */
  readonly files: readonly string[]
  /** Folder of the sources from which it was built. */
  readonly sources: string
}

/**
 * Builds the plugin and packs it as `npm publish` would. In a folder of its own: a build empties `.medusa/server`, which
 * may be in use.
 */
export async function packPlugin(folder: string): Promise<PluginPackage> {
  const sources = path.join(folder, "plugin")
  copyClone(ROOT, sources)
  await medusa(["plugin:build"], { cwd: sources })
  await run("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder], { cwd: sources })
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"))
  if (!tarball) throw new Error(`npm pack left no package in ${folder}`)
  const list = await run("tar", ["-tzf", tarball], { cwd: folder })
  const files = list.split("\n").filter((file) => file !== "" && !file.endsWith("/"))
  return {
    tarball: path.join(folder, tarball),
    files: files.map((file) => file.replace("package/", "")).sort(),
    sources,
  }
}

/** Entry by entry: the copy lies below the repository, so that node_modules is found from it. */
function copyClone(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (entry.isFile()) copyFileSync(source, target)
    else if (entry.isDirectory() && !NOT_CLONED.has(entry.name)) copyClone(source, target)
  }
}

/** Every file below a folder, as paths from it. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
}

/** The manifest of a package. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Manifest
}

type Manifest = {
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>
  readonly dependencies: Readonly<Record<string, string>>
  readonly peerDependencies: Readonly<Record<string, string>>
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional?: boolean }>>
}
