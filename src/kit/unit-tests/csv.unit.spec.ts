import { csvRow } from "../csv"

describe("a row of a table for spreadsheet programs", () => {
  it.each(["=1+1", "+33", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"])("%j is not run as a formula", (typed) => {
    expect(csvRow([typed], ";").replace(/^"/, "")).toMatch(/^'/)
  })

  it("keeps quotes, separators and line breaks in their cell", () => {
    expect(csvRow(['a "b"', "c;d", "e\nf", "g,h"], ";")).toBe('"a ""b""";"c;d";"e\nf";g,h\r\n')
    expect(csvRow(["c;d", "g,h"], ",")).toBe('c;d,"g,h"\r\n')
  })

  it("writes numbers as they are, a negative one too, and nothing for nothing", () => {
    expect(csvRow([-3, null, ""], ";")).toBe("-3;;\r\n")
  })
})
