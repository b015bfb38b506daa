import { code128 } from "../barcode"

describe("Code 128 (ISO/IEC 15417)", () => {
  const widths = code128("2345-6789-ABCD-EFGH")

  it("begins with a start character and ends with the stop that scanners look for", () => {
    expect(["211412", "211214", "211232"]).toContain(widths.slice(0, 6).join(""))
    expect(widths.slice(-7).join("")).toBe("2331112")
  })

  it("each character takes eleven modules, of bars and spaces of one to four; another text is another code", () => {
    const characters = widths.slice(0, -7)
    expect(characters.length % 6).toBe(0)
    for (let at = 0; at < characters.length; at += 6) {
      expect(characters.slice(at, at + 6).reduce((sum, width) => sum + width, 0)).toBe(11)
    }
    expect(widths.every((width) => width >= 1 && width <= 4)).toBe(true)
    expect(code128("2345-6789-ABCD-EFGJ")).not.toEqual(widths)
  })
})
