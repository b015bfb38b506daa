import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import ts from "typescript"

const SRC = path.join(__dirname, "..")
/** Words of the law stand as the law prints them, and its reasons are read beside them; the admin has a spec of its own. */
const NOT_HERE = /^(?:law|admin)\/|unit-tests\/|\.d\.ts$/

/** A double sign with an ordinary space before it, which may be left alone at the start of a line. No English has one. */
const LOOSE = /(?:^|[^\s\u00a0]) (?:[:;?!](?!\w)|»)|«(?!\u00a0)/
/** A statement for the database, whose question marks are places for values, or a script for a browser. */
const CODE = /\bWHERE\b|\bIS DISTINCT FROM\b|::text|\bfunction \w+\(/
/** A double sign that touches its word. */
const TIGHT = /[^\s\u00a0][;?!»]/

describe("French typography", () => {
  it("keeps a double sign on the line of its word, in every text of the server", () => {
    expect(files().flatMap((file) => pieces(file).filter((text) => LOOSE.test(text) && !CODE.test(text)))).toEqual([])
  })

  it("has a space before every double sign, in every file of French texts", () => {
    const french = files().filter((file) => /texts\/(?:.*\/)?fr\.ts$/.test(file))
    expect(french.length).toBeGreaterThanOrEqual(9)
    expect(french.flatMap((file) => pieces(file).filter((text) => TIGHT.test(text)))).toEqual([])
  })
})

function files(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !NOT_HERE.test(file),
  )
}

/** Every literal text of a file: strings, the fixed parts of templates, and what stands between tags. */
function pieces(file: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      found.push(node.text)
    }
    if (ts.isJsxText(node)) found.push(node.text)
    node.forEachChild(visit)
  }
  visit(ts.createSourceFile(file, readFileSync(path.join(SRC, file), "utf8"), ts.ScriptTarget.Latest, true))
  return found
}
