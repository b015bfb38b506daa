import dns from "node:dns/promises"
import http from "node:http"
import type { AddressInfo } from "node:net"
import { isPublicAddress } from "../addresses"
import { fetchPage, type FetchRules } from "../fetch-page"
import { targetOf } from "../target"
import type { WebError } from "../web-error"

const GUARDED = { allowPrivate: false }
const RULES: FetchRules = { allowPrivate: true, most: 10_000, patience: 2_000, types: /^text\/html/ }

describe("which addresses are of the open internet", () => {
  it.each(["8.8.8.8", "151.101.1.195", "172.32.0.1", "100.128.0.1", "2606:4700:4700::1111", "2a00:1450:4007::200e"])(
    "%s is",
    (address) => expect(isPublicAddress(address)).toBe(true),
  )

  it.each([
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "100.64.0.1",
    "100.127.255.255",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.8",
    "192.168.1.1",
    "198.18.0.1",
    "203.0.113.7",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:a9fe:a9fe",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2001::1",
    "2001:db8::1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "",
    "localhost",
    "1.2.3",
    "[::1]",
  ])("%s is not", (address) => expect(isPublicAddress(address)).toBe(false))
})

describe("which addresses of the web are asked", () => {
  it.each([
    ["http://127.0.0.1/", "internal"],
    ["http://127.1/", "internal"],
    ["http://2130706433/", "internal"],
    ["http://0x7f.0.0.1/", "internal"],
    ["http://0177.0.0.1/", "internal"],
    ["http://①②⑦.0.0.1/", "internal"],
    ["http://[::1]/", "internal"],
    ["http://[::ffff:127.0.0.1]/", "internal"],
    ["http://localhost/", "internal"],
    ["http://169.254.169.254/latest/meta-data/", "internal"],
    ["http://0/", "internal"],
    ["http://127.0.0.1:80/", "internal"],
    ["https://8.8.8.8:8443/", "address"],
    ["http://8.8.8.8:22/", "address"],
    ["http://user:word@8.8.8.8/", "address"],
    ["file:///etc/passwd", "address"],
    ["ftp://8.8.8.8/", "address"],
    ["gopher://8.8.8.8/", "address"],
    ["data:text/html,x", "address"],
    ["not an address", "address"],
    ["http://no-such-host.invalid/", "unknown_host"],
  ])("%s is not: %s", async (address, trouble) => {
    await expect(targetOf(address, GUARDED)).rejects.toMatchObject({ trouble })
  })

  it("a host of which one address is internal is not asked, whatever the others are", async () => {
    const answers = [
      { address: "8.8.8.8", family: 4 },
      { address: "10.0.0.5", family: 4 },
    ]
    const lookup = jest.spyOn(dns, "lookup").mockResolvedValue(answers as never)
    await expect(targetOf("https://shop.example/", GUARDED)).rejects.toMatchObject({ trouble: "internal" })
    lookup.mockResolvedValue([answers[0]] as never)
    await expect(targetOf("https://shop.example/", GUARDED)).resolves.toMatchObject({ ip: "8.8.8.8" })
    lookup.mockRestore()
  })
})

describe("how a page is read", () => {
  let server: http.Server
  let url: string
  let asked: http.IncomingMessage[]
  let answer: http.RequestListener

  beforeAll(async () => {
    server = http.createServer((req, res) => {
      asked.push(req)
      answer(req, res)
    })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  beforeEach(() => (asked = []))

  const trouble = async (address: string, rules: Partial<FetchRules> = {}) => {
    const error: WebError = await fetchPage(address, { ...RULES, ...rules }).then(
      () => null as never,
      (one) => one,
    )
    return error.trouble
  }

  it("a page comes with its address, its status and its bytes; redirects are followed", async () => {
    answer = ({ url: path }, res) =>
      path === "/"
        ? res.writeHead(302, { location: "fr?a=1" }).end()
        : res.setHeader("content-type", "text/html").end("<p>é")
    const page = await fetchPage(url, RULES)
    expect({ ...page, body: page.body.toString() }).toMatchObject({ url: `${url}/fr?a=1`, status: 200, body: "<p>é" })
  })

  it("nothing that identifies anybody is sent, whatever is given", async () => {
    answer = (_, res) => res.setHeader("content-type", "text/html").end("x")
    const headers = {
      Cookie: "a=1",
      Authorization: "Bearer x",
      "Proxy-Authorization": "x",
      Host: "evil.example",
      accept: "*/*",
    }
    await fetchPage(url, { ...RULES, headers })
    expect(asked[0].method).toBe("GET")
    expect(Object.keys(asked[0].headers).sort()).toEqual([
      "accept",
      "accept-encoding",
      "connection",
      "host",
      "user-agent",
    ])
    expect(asked[0].headers.host).toBe(new URL(url).host)
  })

  it("a connection goes to the address that was checked, though the name leads elsewhere a moment later", async () => {
    answer = (_, res) => res.setHeader("content-type", "text/html").end("x")
    const lookup = jest
      .spyOn(dns, "lookup")
      .mockResolvedValueOnce([{ address: "127.0.0.1", family: 4 }] as never)
      .mockRejectedValue(new Error("asked twice"))
    const page = await fetchPage(url.replace("127.0.0.1", "shop.example"), RULES)
    expect(page.status).toBe(200)
    expect(asked[0].headers.host).toMatch(/^shop\.example:/)
    expect(lookup).toHaveBeenCalledTimes(1)
    lookup.mockRestore()
  })

  it.each([
    ["http://169.254.169.254/latest/meta-data/", "internal"],
    ["http://[::1]/", "internal"],
    ["//127.0.0.1/", "internal"],
    ["http://8.8.8.8:6379/", "address"],
  ])("a public page that redirects to %s is not followed", async (location, expected) => {
    answer = (_, res) => res.writeHead(302, { location }).end()
    // The first hop is public: this machine answers in its place.
    const real = http.request
    const request = jest.spyOn(http, "request")
    request.mockImplementationOnce(((_: URL, options: http.RequestOptions) => real(url, options)) as never)
    expect(await trouble("http://8.8.8.8/", { allowPrivate: false })).toBe(expected)
    expect(request).toHaveBeenCalledTimes(1)
    request.mockRestore()
  })

  it.each<[string, http.RequestListener, Partial<FetchRules>, string]>([
    ["redirects without end", (_, res) => res.writeHead(301, { location: "/" }).end(), {}, "too_many_redirects"],
    [
      "a redirect to another scheme",
      (_, res) => res.writeHead(301, { location: "file:///etc/passwd" }).end(),
      {},
      "address",
    ],
    ["a redirect to what is no address", (_, res) => res.writeHead(301, { location: "http://[" }).end(), {}, "address"],
    ["a file", (_, res) => res.setHeader("content-type", "application/pdf").end("x"), {}, "type"],
    ["content without a type", (_, res) => res.end("x"), {}, "type"],
    [
      "a page without end",
      (_, res) => res.setHeader("content-type", "text/html").end("x".repeat(20_000)),
      {},
      "too_large",
    ],
    ["a server that is silent", () => undefined, { patience: 200 }, "too_slow"],
    [
      "a server that stops within the page",
      (_, res) => void res.setHeader("content-type", "text/html").write("x"),
      { patience: 300 },
      "too_slow",
    ],
    ["a server that hangs up", ({ socket }) => void socket.destroy(), {}, "unreachable"],
  ])("%s ends with a sentence", async (_, listener, rules, expected) => {
    answer = listener
    expect(await trouble(url, rules)).toBe(expected)
  })

  it("nobody there is said as such", async () => {
    expect(await trouble("http://127.0.0.1:9/")).toBe("unreachable")
  })
})
