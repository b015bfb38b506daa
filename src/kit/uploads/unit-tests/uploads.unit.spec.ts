import { deflateSync } from "node:zlib"
import sharp from "sharp"
import { cleanFile, LARGEST_FILE } from "../clean"
import { neutralName } from "../names"

const PDF = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")

function photo(width = 40, height = 30) {
  return sharp({ create: { width, height, channels: 3, background: "#8a4b2a" } })
}

async function cleaned(bytes: Buffer, name = "receipt.jpg") {
  const file = await cleanFile({ name, bytes })
  if ("fault" in file) throw new Error(file.fault)
  return file
}

describe("private files that people send", () => {
  it("a photo loses its place, its camera and its profile, and is turned upright", async () => {
    const exif = { IFD0: { Make: "Hidden camera" }, IFD3: { GPSLatitude: "48/1 51/1 0/1", GPSLatitudeRef: "N" } }
    const bytes = await photo().withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(bytes.includes("Hidden camera")).toBe(true)
    const file = await cleaned(bytes)
    expect(file.contentType).toBe("image/jpeg")
    expect(file.bytes.includes("Hidden camera")).toBe(false)
    const { exif: left, icc, xmp, orientation, width, height } = await sharp(file.bytes).metadata()
    expect({ left, icc, xmp, orientation }).toEqual({})
    expect([width, height]).toEqual([30, 40])
  })

  it("a photo is made no longer than 2400 pixels, and is not blown up", async () => {
    const large = await sharp((await cleaned(await photo(5000, 100).png().toBuffer())).bytes).metadata()
    expect([large.width, large.format]).toEqual([2400, "png"])
    const small = await sharp((await cleaned(await photo().webp().toBuffer())).bytes).metadata()
    expect([small.width, small.format]).toEqual([40, "webp"])
  })

  it("what is hidden behind an image is gone: an archive, a page, a program", async () => {
    const behind = Buffer.from("PK\u0003\u0004<script>alert(1)</script>MZ")
    const file = await cleaned(Buffer.concat([await photo().jpeg().toBuffer(), behind]))
    expect(file.bytes.includes("<script>")).toBe(false)
    expect(file.bytes.includes("PK\u0003\u0004")).toBe(false)
  })

  it.each([
    ["an SVG", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"],
    ["a page", "<!doctype html><script>alert(1)</script>"],
    ["a program", "MZ\u0090\u0000\u0003"],
    ["an archive", "PK\u0003\u0004\u0014\u0000"],
    ["a GIF", "GIF89a"],
    ["a PDF that does not begin as one", `<!--${PDF.toString()}-->`],
  ])("%s is not taken, whatever it is called", async (_, text) => {
    expect(await cleanFile({ name: "photo.jpg", bytes: Buffer.from(text, "latin1") })).toEqual({ fault: "wrong_type" })
  })

  it("a HEIC photo is told apart, so that its sender learns what to do", async () => {
    const bytes = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic0000mif1heic")])
    expect(await cleanFile({ name: "IMG.HEIC", bytes })).toEqual({ fault: "heic" })
  })

  it("nothing, too much, a torn image and a torn PDF are told apart", async () => {
    expect(await cleanFile({ name: "a", bytes: Buffer.alloc(0) })).toEqual({ fault: "empty" })
    const large = Buffer.concat([PDF, Buffer.alloc(LARGEST_FILE)])
    expect(await cleanFile({ name: "a.pdf", bytes: large })).toEqual({ fault: "too_large" })
    const torn = (await photo(400, 400).png().toBuffer()).subarray(0, 60)
    expect(await cleanFile({ name: "a.png", bytes: torn })).toEqual({ fault: "unreadable" })
    expect(await cleanFile({ name: "a.pdf", bytes: PDF.subarray(0, 20) })).toEqual({ fault: "unreadable" })
  })

  it("a whole image of some kilobytes that unfolds to more pixels than anybody photographs is refused", async () => {
    expect(await cleanFile({ name: "bomb.png", bytes: pngBomb(9_000, 9_000) })).toEqual({ fault: "unreadable" })
  })

  it("a PDF is kept byte for byte, with the hash of what is kept", async () => {
    const file = await cleaned(PDF, "bordereau.PDF")
    expect(file.bytes.equals(PDF)).toBe(true)
    expect(file).toMatchObject({ name: "bordereau.pdf", contentType: "application/pdf", size: PDF.length })
    expect(file.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each([
    ["../../etc/passwd", "passwd.jpg"],
    ["C:\\Users\\claire\\reçu n° 3.png", "reçu n° 3.jpg"],
    ["evil\u202egpj.exe", "evilgpj.jpg"],
    ['"><img src=x>.jpg', "img src=x.jpg"],
    ["....", "file.jpg"],
    ["\u0000\r\nContent-Type: text/html", "html.jpg"],
    ["a".repeat(500), `${"a".repeat(60)}.jpg`],
  ])("the name %j is kept as %j", (typed, kept) => {
    expect(neutralName(typed, "jpg")).toBe(kept)
  })
})

/** A PNG of one colour of so many pixels, whole, in some kilobytes. */
function pngBomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    const sum = Buffer.alloc(4)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const data = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))])
}

function crc32(bytes: Buffer): number {
  let sum = ~0
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}
