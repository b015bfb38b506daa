import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"

const SOURCES = path.join(__dirname, "../..")

function sources(folder: string): { file: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(tsx?|json)$/.test(file) && !file.includes("unit-tests"))
    .map((file) => ({ file, text: readFileSync(path.join(folder, file), "utf8") }))
}

/** Medusa writes environment variables of these prefixes into the JavaScript that the admin serves to everybody. */
const SERVED = /\b(?:PLUGIN|VITE|MEDUSA_ADMIN)_[A-Z]/

describe("secrets and the admin's JavaScript", () => {
  it("no source of the plugin names a variable that Medusa would write into it", () => {
    const named = sources(SOURCES).filter(({ text }) => SERVED.test(text))
    expect(named.map(({ file }) => file)).toEqual([])
  })

  it("the admin's sources read no environment and none of the server's rooms", () => {
    const reading = sources(path.join(SOURCES, "admin")).filter(({ text }) =>
      /process\.env|from "(?:\.\.\/)+(?:modules|workflows|providers|gateways|kit|accounts|api)\//.test(text),
    )
    expect(reading.map(({ file }) => file)).toEqual([])
  })
})
