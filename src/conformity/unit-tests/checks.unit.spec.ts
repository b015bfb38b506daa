import https from "node:https"
import type { AddressInfo } from "node:net"
import http from "node:http"
import { certificateOf } from "../../kit/web/certificate"
import { lawOptions } from "../../law"
import { findNoticesLink, findWithdrawalLink } from "../checks/find-link"
import { linkLabel, ownLabels } from "../checks/labels"
import { linksIn } from "../checks/links"
import { checkStorefront } from "../checks/storefront"
import { checkTransport } from "../checks/transport"
import { CERTIFICATE, KEY } from "./self-signed"

// Which certificates browsers trust is the machine's: the last days of a trusted one are told by the test.
jest.mock("../../kit/web/certificate", () => {
  const actual = jest.requireActual("../../kit/web/certificate")
  return { ...actual, certificateOf: jest.fn(actual.certificateOf) }
})

const LAW = lawOptions({})
const HERE = "https://www.shop.example/fr/"
const NOW = new Date("2026-11-20T10:00:00Z")
const OPEN = { allowPrivate: true }

const found = (html: string) => {
  const { state, proof } = findWithdrawalLink(linksIn(html, HERE), LAW)
  return [state, proof.seen]
}

describe("D221-5: the link to the withdrawal function in a page's HTML", () => {
  it.each([
    ['<a href="https://api.shop.example/retractation?lang=fr">Renoncer au contrat ici</a>', "met", "link_found"],
    ['<a href="/retractation">Renoncer&nbsp;au contrat ici</a>', "met", "link_found"],
    ['<a href="../retractation/"><span>RENONCER</span> <b>au contrat ici</b></a>', "met", "link_found"],
    ["<A HREF=/retractation>Renoncer au contrat ici</A>", "met", "link_found"],
    ['<a href="/retractation"><img src="x" alt="Withdraw from contract here"></a>', "met", "link_found"],
    ['<a href="/retractation">Droit de rétractation</a>', "met", "link_found"],
    ['<a href="/retractation">Retours</a>', "at_risk", "link_unclear"],
    ['<a href="/retractation">Retours</a><a href="/retractation">Renoncer au contrat ici</a>', "met", "link_found"],
    ['<a href="/retractation" hidden>Renoncer au contrat ici</a>', "missing", "link_hidden"],
    [
      '<div style="display: none"><p><a href="/retractation">Renoncer au contrat ici</a></p></div>',
      "missing",
      "link_hidden",
    ],
    ['<template><a href="/retractation">Renoncer au contrat ici</a></template>', "missing", "link_hidden"],
    ['<noscript><a href="/retractation">Renoncer au contrat ici</a></noscript>', "missing", "link_hidden"],
    ['<!-- <a href="/retractation">Renoncer au contrat ici</a> -->', "missing", "link_absent"],
    ['<script>"<a href=/retractation>Renoncer au contrat ici</a>"</script>', "missing", "link_absent"],
    ['<a href="/blog/la-retractation">Renoncer au contrat ici</a>', "missing", "link_absent"],
    ['<a href="/?next=/retractation">Renoncer au contrat ici</a>', "missing", "link_absent"],
    ['<a href="javascript:alert(1)//retractation">Renoncer au contrat ici</a>', "missing", "link_absent"],
    ['<a href="http://[/retractation">Renoncer au contrat ici</a>', "missing", "link_absent"],
    ['<a name="retractation">Renoncer au contrat ici</a>', "missing", "link_absent"],
    ["", "missing", "link_absent"],
  ])("%s: %s", (html, state, seen) => {
    expect(found(html)).toEqual([state, seen])
  })

  it("the hidden one and the shown one of a page are told apart after markup that never ends", () => {
    expect(found('<div hidden><p>menu</div><ul><li><a href="/retractation">Renoncer au contrat ici</a>')).toEqual([
      "met",
      "link_found",
    ])
  })

  it("a page of megabytes of broken markup is read at once", () => {
    expect(found("<div><a href=/x>".repeat(100_000))).toEqual(["missing", "link_absent"])
  })
})

describe("D221-5: words of the link", () => {
  it.each([
    ["Renoncer au contrat ici", "statutory"],
    ["→ renoncer au contrat ici", "statutory"],
    ["Vertrag widerrufen", "statutory"],
    ["Me rétracter", "near"],
    ["Right of withdrawal", "near"],
    ["Retours et échanges", "unclear"],
    ["", "unclear"],
  ])("%s: %s", (words, worth) => expect(linkLabel(words, LAW)).toBe(worth))

  it("U17: the merchant's own words lead to the function, and are told as his own, never as the statutory ones", () => {
    const law = lawOptions({
      u17Labels: { fr: { withdraw: "Annuler ma commande ici", confirm: "Confirmer la rétractation" } },
    })
    expect(linkLabel("Annuler ma commande ici", law)).toBe("near")
    expect(ownLabels(law)).toEqual([
      {
        ...{ language: "fr", control: "withdraw", words: "Annuler ma commande ici", clear: false },
        statutory: "Renoncer au contrat ici",
      },
    ])
    const nl = { withdraw: "Overeenkomst hier herroepen", confirm: "Herroeping bevestigen" }
    expect(ownLabels(lawOptions({ u17Labels: { nl } }))).toMatchObject([{ control: "withdraw", clear: true }])
    expect(ownLabels(LAW)).toEqual([])
  })
})

describe("LCEN 19: the link to the legal notices", () => {
  it.each([
    ['<a href="https://api.shop.example/mentions-legales">Nos informations</a>', "met"],
    ['<a href="/pages/legal">Mentions légales</a>', "met"],
    ['<a href="/pages/legal">Legal notice</a>', "met"],
    ['<a href="/pages/legal" hidden>Mentions légales</a>', "missing"],
    ['<a href="/cgv">CGV</a>', "missing"],
  ])("%s: %s", (html, state) => expect(findNoticesLink(linksIn(html, HERE)).state).toBe(state))
})

describe("RGPD 32: whether an address is encrypted", () => {
  let encrypted: https.Server
  let plain: http.Server
  let answer: http.RequestListener
  const portOf = (server: http.Server | https.Server) => (server.address() as AddressInfo).port

  beforeAll(async () => {
    encrypted = https.createServer({ cert: CERTIFICATE, key: KEY }, (_, res) => void res.end())
    plain = http.createServer((req, res) => answer(req, res))
    await Promise.all(
      [encrypted, plain].map((one) => new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve))),
    )
  })
  afterAll(() => [encrypted, plain].forEach((one) => one.close()))

  const check = async (address: string, plainPort = 9) => {
    const { state, proof } = await checkTransport("https_api", address, { rules: OPEN, now: NOW, plainPort })
    return [state, proof.seen]
  }
  const trusted = (days: number) =>
    jest.mocked(certificateOf).mockResolvedValueOnce({
      refused: null,
      until: new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000),
    })
  const here = () => `https://127.0.0.1:${portOf(encrypted)}/shop`

  it("http is not", async () => expect(await check("http://api.shop.example")).toEqual(["missing", "not_https"]))

  it("a certificate that browsers refuse is seen on the real connection, with its reason", async () => {
    const { state, proof } = await checkTransport("https_api", here(), { rules: OPEN, now: NOW })
    expect([state, proof.seen, proof.why]).toEqual(["missing", "certificate_refused", "DEPTH_ZERO_SELF_SIGNED_CERT"])
  })

  it("a certificate is at risk from the twentieth day before its end, and when it has ended", async () => {
    trusted(21)
    expect(await check(here())).toEqual(["met", "encrypted"])
    trusted(20.9)
    expect(await check(here())).toEqual(["at_risk", "certificate_expires"])
  })

  it("the same host in clear: a redirect to https is good, a page is not, nobody is good", async () => {
    answer = (_, res) => res.writeHead(308, { location: here() }).end()
    trusted(90)
    expect(await check(here(), portOf(plain))).toEqual(["met", "encrypted"])
    answer = (_, res) => res.writeHead(301, { location: "/elsewhere" }).end()
    trusted(90)
    expect(await check(here(), portOf(plain))).toEqual(["at_risk", "plain_http_answers"])
    for (const location of ["http://", "https://[", ""]) {
      answer = (_, res) => res.writeHead(302, { location }).end()
      trusted(90)
      expect(await check(here(), portOf(plain))).toEqual(["at_risk", "plain_http_answers"])
    }
    answer = (_, res) => res.end("welcome")
    trusted(90)
    expect(await check(here(), portOf(plain))).toEqual(["at_risk", "plain_http_answers"])
    answer = (_, res) => res.writeHead(404).end()
    trusted(90)
    expect(await check(here(), portOf(plain))).toEqual(["met", "encrypted"])
    trusted(90)
    expect(await check(here(), 9)).toEqual(["met", "encrypted"])
  })

  it("nobody there, an unknown host and an internal address are not verified, and said", async () => {
    expect(await check("https://127.0.0.1:9")).toEqual(["not_verified", "unreachable"])
    expect(await check("https://no-such-host.invalid")).toEqual(["not_verified", "unreachable"])
    const guarded = await checkTransport("https_api", "https://169.254.169.254", {
      rules: { allowPrivate: false },
      now: NOW,
    })
    expect([guarded.state, guarded.proof.seen]).toEqual(["not_verified", "not_asked"])
  })

  it("a storefront that cannot be read leaves all its rows not verified", async () => {
    answer = (_, res) => res.writeHead(503, { "content-type": "text/html" }).end()
    const address = `http://127.0.0.1:${portOf(plain)}`
    for (const [rules, seen] of [
      [OPEN, "unreachable"],
      [{ allowPrivate: false }, "not_asked"],
    ] as const) {
      const rows = await checkStorefront(address, { rules, chromium: undefined, law: LAW })
      expect(rows.map(({ id, state, proof }) => [id, state, proof.seen, proof.url])).toEqual(
        ["withdrawal_link_html", "withdrawal_link_desktop", "withdrawal_link_phone", "legal_notice_link"].map((id) => [
          id,
          "not_verified",
          seen,
          address,
        ]),
      )
    }
  })
})
