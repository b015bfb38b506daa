import snapshot from "../migrations/.snapshot-medusa-hamon.json"

/** Tables whose rows staff may delete; what reads them asks for those that are left. */
const DELETED_FROM = ["hamon_catalogue_rule"]

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
})
