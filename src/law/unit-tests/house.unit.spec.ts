import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { ARTICLES } from ".."
import { checkConformity, readRows } from "../../../scripts/conformity"

const LAW = path.join(__dirname, "..")
const sources = readdirSync(LAW, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.startsWith("unit-tests"))
  .map((name) => ({ name, text: readFileSync(path.join(LAW, name), "utf8") }))

describe("the floor of the law", () => {
  it("imports nothing from outside: no Medusa, no library, no other room", () => {
    const foreign = sources.flatMap(({ name, text }) =>
      [...text.matchAll(/from "([^"]+)"|import\("([^"]+)"\)|require\(/g)]
        .map(([whole, from]) => from ?? whole)
        .filter((from) => !from.startsWith(".") || !path.join(LAW, path.dirname(name), from).startsWith(LAW))
        .map((from) => `${name}: ${from}`),
    )
    expect(foreign).toEqual([])
  })

  it("has no clock, no input and output, no chance: now is an argument", () => {
    const impure = sources.flatMap(({ name, text }) =>
      [
        ...text.matchAll(
          /\bnew Date\b|\bDate\.|\bperformance\.now|\bprocess\.|\bMath\.random\b|\bfetch\(|\bconsole\./g,
        ),
      ].map(([found]) => `${name}: ${found}`),
    )
    expect(impure).toEqual([])
  })

  it("quotes the articles word for word", () => {
    const plain = (text: string): string => text.replace(/\s+/g, " ").trim()
    const official = plain(
      ["code-consommation.md", "official-texts.md"]
        .map((name) => readFileSync(path.join(__dirname, "fixtures", name), "utf8"))
        .join("\n"),
    )
    // L121-16 and L121-17 in the copy of the code are older articles of those numbers; their present words are in the legal
    // reference.
    const elsewhere = [
      "Le numéro de téléphone destiné à recueillir l'appel d'un consommateur en vue d'obtenir la bonne exécution d'un contrat conclu avec un professionnel ou le traitement d'une réclamation ne peut pas être surtaxé",
      "le professionnel s'assure du consentement exprès du consommateur pour tout paiement supplémentaire venant s'ajouter au prix de l'objet principal du contrat",
      "par défaut, c'est-à-dire en l'absence d'opposition expresse",
      "peut prétendre au remboursement des sommes versées au titre de ce paiement supplémentaire",
      "dans un délai raisonnable",
      "chômés",
      "Le droit de rétractation ne peut être exercé pour les contrats :",
    ]
    let count = 0
    const wrong = sources.flatMap(({ name, text }) => {
      const comments = [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].map(([comment]) =>
        plain(comment.replace(/^\s*\* ?/gm, " ")),
      )
      return comments.flatMap((comment) =>
        [...comment.matchAll(/«\s(.+?)\s»/g)].flatMap(([, quote]) => {
          count++
          return quote
            .split("[…]")
            .map(plain)
            .filter((part) => !official.includes(part) && !elsewhere.includes(part))
            .map((part) => `${name}: ${part}`)
        }),
      )
    })
    expect(wrong).toEqual([])
    expect(count).toBeGreaterThan(25)
  })

  it("every public function is documented, and says what it throws where it throws", () => {
    const undocumented = sources
      .filter(({ name }) => name !== "index.ts")
      .flatMap(({ name, text }) =>
        [...text.matchAll(/(\*\/\n)?export (?:abstract )?(?:async )?(?:function|class) (\w+)/g)]
          .filter(([, comment]) => comment === undefined)
          .map(([, , exported]) => `${name}: ${exported}`)
          .filter((one) => !/: (daysInMonth|least|most|sum)$/.test(one)),
      )
    expect(undocumented).toEqual([])
  })
})

describe("articles cited", () => {
  it("every article that a result may cite is in the register, and every one of the register is cited", () => {
    const cited = new Set(
      sources
        .filter(({ name }) => name !== "articles.ts")
        .flatMap(({ text }) => [
          ...text.matchAll(/"([LRD]\d{3}-\d+(?:-\d+)*|(?:Reg\.|Dir\.|CNIL|286) [\w./ -]+|[\w-]+ (?:CMF|C\. com\.))"/g),
        ])
        .map(([, id]) => id)
        .filter((id) => !/^L13(?:1-1|2-22)/.test(id) && !/^L24[12]-(?:8|10|11|13)$/.test(id)),
    )
    expect([...cited].filter((id) => !(id in ARTICLES))).toEqual([])
    expect(Object.keys(ARTICLES).filter((id) => !cited.has(id))).toEqual([])
  })
})

describe("the conformity table", () => {
  const results = {
    numPassedTests: 1,
    numFailedTests: 1,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      {
        name: "/root/src/x.spec.ts",
        assertionResults: [
          { title: "holds", status: "passed" },
          { title: "breaks", status: "failed" },
        ],
      },
    ],
  }
  const table = (...tests: string[]) => `| a | b | c |\n|---|---|---|\n| L1 | thing | ${tests.join("<br>")} |`

  it("each test named must have run and passed", () => {
    expect(checkConformity(table("src/x.spec.ts › holds"), results, "/root")).toEqual([])
    expect(checkConformity(table("src/x.spec.ts › holds", "src/x.spec.ts › breaks"), results, "/root")).toEqual([
      "L1: « src/x.spec.ts › breaks » was failed",
    ])
    expect(checkConformity(table("src/x.spec.ts › gone"), results, "/root")).toEqual([
      "L1: « src/x.spec.ts › gone » did not run",
    ])
    expect(checkConformity("no table", results, "/root")).toEqual(["there is no row; each clause has one"])
  })

  it("reads the rows of the project's own table", () => {
    const rows = readRows(readFileSync(path.join(LAW, "../../docs/conformity.md"), "utf8"))
    expect(rows.length).toBeGreaterThan(30)
    for (const { clause, feature, tests } of rows) {
      expect([clause, feature, ...tests].every((cell) => cell.length > 0)).toBe(true)
    }
  })
})
