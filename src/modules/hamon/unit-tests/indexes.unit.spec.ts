import { Migration20261123193000_HamonReview } from "../migrations/Migration20261123193000_HamonReview"
import snapshot from "../migrations/.snapshot-medusa-hamon.json"
import { TO_REVIEW } from "../operations/withdrawal-views"

/** Tables whose rows staff may delete; what reads them asks for those that are left. */
const DELETED_FROM = ["hamon_catalogue_rule"]

const plain = (words: string) => words.replace(/\s+/g, " ").trim()

type Index = { readonly keyName: string; readonly expression?: string }

describe("indexes", () => {
  it("hold every row: SQL that does not ask whether a row was deleted is served by no other", () => {
    const part = snapshot.tables
      .filter(({ name }) => !DELETED_FROM.includes(name))
      .flatMap(({ indexes }) => indexes as Index[])
      // DML's own, of each table.
      .filter(({ keyName }) => !keyName.endsWith("_deleted_at"))
      .filter(({ expression }) => / WHERE deleted_at IS NULL$/.test(expression ?? ""))
    expect(part.map(({ keyName }) => keyName)).toEqual([])
  })

  it("of the list to review: its condition is the list's own, or no query would use it", async () => {
    const migration = new Migration20261123193000_HamonReview({} as never, {} as never)
    await migration.up()
    const [, made] = migration.getQueries()
    expect(plain(String(made))).toContain(`WHERE ${plain(TO_REVIEW)}`)
  })
})
