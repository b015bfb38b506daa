import { fileType } from "../file-type"

const SVG = `<?xml version="1.0" encoding="UTF-8"?>
<!-- avis -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10">
  <title>Garantie légale &amp; avis</title>
  <defs><linearGradient id="a"><stop offset="0" stop-color='#039'/></linearGradient></defs>
  <g fill="url(#a)"><path d="M0 0h10v10z"/><use xlink:href="#a" /></g><text style="fill:#fff">UE</text>
</svg>
`
const svgWith = (part: string) => SVG.replace("<title>", `${part}<title>`)
const svgAttribute = (attribute: string) => SVG.replace("viewBox", `${attribute} viewBox`)

describe("official files are known by what they hold", () => {
  it.each([
    ["image/png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1])],
    ["image/jpeg", Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ["image/webp", Buffer.from("RIFF\u0001\u0001\u0001\u0001WEBPVP8 ", "latin1")],
    ["application/pdf", Buffer.from("%PDF-1.7\n")],
    ["image/svg+xml", Buffer.from(SVG)],
    ["image/svg+xml", Buffer.from(`\ufeff${SVG}`)],
  ])("%s", (type, bytes) => {
    expect(fileType(bytes)).toBe(type)
  })

  it.each([
    ["nothing", ""],
    ["a web page", "<!doctype html><html></html>"],
    ["a file that says it is PNG", "PNG image"],
    ["RIFF that is no WebP", "RIFF0000WAVE"],
    ["text before the drawing", `x${SVG}`],
    ["text after it", `${SVG}x`],
    ["two drawings", SVG + SVG.replace(/<\?xml[^>]*>/, "")],
    ["a drawing that does not end", SVG.replace("</svg>", "")],
    ["elements that cross", svgWith("<g><text></g></text>")],
    ["a script", svgWith("<script>alert(1)</script>")],
    ["a script in capitals", svgWith("<SCRIPT>alert(1)</SCRIPT>")],
    ["a script with a prefix", svgWith('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>')],
    ["foreign content", svgWith("<foreignObject></foreignObject>")],
    ["an animation", svgWith('<set attributeName="href" to="javascript:alert(1)"/>')],
    ["a style sheet", svgWith("<style>@import url(https://evil.example)</style>")],
    ["an image from elsewhere", svgWith('<image href="https://evil.example/x.png"/>')],
    ["a link", svgWith('<a href="https://evil.example"></a>')],
    ["a handler", svgAttribute('onload="alert(1)"')],
    ["a handler in capitals", svgAttribute('ONLOAD="alert(1)"')],
    ["a handler without quotes", svgAttribute("onload=alert(1)")],
    ["a reference to elsewhere", svgWith('<use href="https://evil.example/#a"/>')],
    ["a fill from elsewhere", svgAttribute('fill="url(https://evil.example/#a)"')],
    ["a fill written in escapes", svgAttribute('style="fill:\\75rl(https://evil.example)"')],
    ["a fill behind a reference", svgAttribute('fill="&#117;rl(https://evil.example/#a)"')],
    ["a document type", SVG.replace("<svg", '<!DOCTYPE svg [<!ENTITY a "b">]><svg')],
    ["an entity of its own", svgWith("<desc>&a;</desc>")],
    ["raw text", svgWith("<![CDATA[<script>]]>")],
    ["an instruction", svgWith('<?xml-stylesheet href="https://evil.example"?>')],
    ["bytes that are no text", Buffer.concat([Buffer.from(SVG), Buffer.from([0xff, 0xfe])])],
  ])("%s is not taken", (_, bytes) => {
    expect(fileType(Buffer.from(bytes))).toBeNull()
  })

  it("megabytes that are nearly an SVG are judged in one passage", () => {
    expect(fileType(Buffer.from(`<svg ${'a="b" '.repeat(300_000)}`))).toBeNull()
    expect(fileType(Buffer.from(`<svg>${"<g>".repeat(600_000)}`))).toBeNull()
  })
})
