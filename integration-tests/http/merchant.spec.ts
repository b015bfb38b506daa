import type { Answer } from "../../scripts/shop/client"
import { MERCHANT } from "../../scripts/shop/merchant"
import { TERMS } from "../../scripts/shop/terms"
import { firstBreak } from "../../src/modules/hamon/evidence/verify"
import { storeSuite } from "../support/store"

const ODR = "https://ec.europa.eu/consumers/odr"
const PROFILE = "/hamon/merchant-profile"

storeSuite("merchant profile and terms of sale", (store) => {
  /** A call as staff with its status, whatever it is. */
  async function call(path: string, body?: unknown): Promise<{ status: number; answer: Answer }> {
    const response = await fetch(`${store.shop.url}/admin${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { ...store.shop.staffHeaders, "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    return { status: response.status, answer: await response.json() }
  }
  const profile = () => store.shop.admin(PROFILE)
  const save = (merchant: unknown, seen: string | null) => call(`${PROFILE}/draft`, { merchant, seen })
  const publish = (seen: string | null) => call(`${PROFILE}/publish`, { seen })

  it("a draft of any completeness is kept, and what is published stays what customers read", async () => {
    const before = await profile()
    expect(before).toMatchObject({ published: { version: 1 }, draft: null, seen: before.published.hash })
    const saved = await save({ name: "Maison Lin", siren: "12", sav: { telephone: "3240" } }, before.seen)
    expect(saved).toMatchObject({ status: 200, answer: { draft: { status: "draft", version: 2 } } })
    expect(saved.answer.seen).not.toBe(before.seen)
    const states = Object.fromEntries(saved.answer.duties.map(({ id, state }: Answer) => [id, state]))
    expect(states).toMatchObject({ name: "met", siren: "wrong", sav: "wrong", email: "missing" })
    expect((await profile()).merchant_profile).toEqual(before.merchant_profile)
    expect((await store.shop.page("/retractation?lang=fr")).html).toContain("Maison Lin")
  })

  it("LCEN art. 19, L121-16, L616-1: publishing is refused with each duty, its article, sentence and place", async () => {
    const wrong = {
      ...MERCHANT,
      siren: "732829321",
      vatNumber: "FR45732829320",
      publicationDirector: undefined,
      sav: { ...MERCHANT.sav, telephone: "0 899 12 34 56" },
      mediator: { ...MERCHANT.mediator, website: ODR },
    }
    const { answer } = await save(wrong, (await profile()).seen)
    const expected = ["siren", "register", "vat", "publication_director", "sav", "mediator", "closed_platform"]
    const inOneStep = await call(PROFILE, { merchant: wrong })
    for (const refusal of [await publish(answer.seen), inOneStep]) {
      expect(refusal).toMatchObject({ status: 400, answer: { type: "not_allowed", code: "profile_incomplete" } })
      expect(refusal.answer.missing.map(({ duty }: Answer) => duty)).toEqual(expected)
      expect(refusal.answer.message).toMatch(/7 of its duties are not met, first: SIREN number/)
      const sav = refusal.answer.missing.find(({ duty }: Answer) => duty === "sav")
      expect(sav).toMatchObject({ place: "sav", article: expect.stringContaining("L121-16") })
      expect(sav.sentence.fr).toContain("surtaxé")
    }
    expect(await profile()).toMatchObject({ published: { version: 1 }, draft: { version: 2 } })
  })

  it("a draft becomes the next version with its evidence; the versions before stay readable", async () => {
    const first = (await profile()).published
    const renamed = { ...MERCHANT, name: "Maison Lin & Fils" }
    const { seen } = (await save(renamed, first.hash)).answer
    const told = await publish(seen)
    expect(told).toMatchObject({ status: 200, answer: { published: { version: 2 }, draft: null, seen } })
    expect(await publish(seen)).toMatchObject({ status: 200, answer: { published: { version: 2 } } })

    const { versions } = await store.shop.admin(`${PROFILE}/versions`)
    expect(versions.map(({ version, staff }: Answer) => [version, staff])).toEqual([
      [2, "staff@maison-lin.example"],
      [1, "staff@maison-lin.example"],
    ])
    const old = await store.shop.admin(`${PROFILE}/versions/1`)
    expect(old.merchant_profile).toMatchObject({ version: 1, hash: first.hash, content: { name: "Maison Lin" } })
    const [evidence] = await store.service.listEvidences({ subject_id: told.answer.published.id })
    expect(evidence).toMatchObject({ kind: "merchant_profile.published" })
    expect(evidence.text).toContain(told.answer.published.hash)
    expect((await store.shop.page("/retractation?lang=fr")).html).toContain("Maison Lin &amp; Fils")
  })

  it("the database itself refuses to change or lose a published profile, and terms of sale", async () => {
    for (const table of ["hamon_merchant_profile", "hamon_text_version"]) {
      const change = table === "hamon_text_version" ? "body = 'x'" : "content = '{}'"
      await expect(store.sql(`update ${table} set ${change}`)).rejects.toThrow(/append-only/)
      await expect(store.sql(`delete from ${table}`)).rejects.toThrow(/append-only/)
    }
  })

  it("two editors: who saves second is told, and what the first one wrote stays", async () => {
    const { seen } = await profile()
    const claire = await save({ ...MERCHANT, name: "Claire" }, seen)
    const hugo = await save({ ...MERCHANT, name: "Hugo" }, seen)
    expect(hugo).toMatchObject({
      status: 409,
      answer: { code: "profile_changed", draft: { content: { name: "Claire" } }, seen: claire.answer.seen },
    })
    expect(hugo.answer.message).toMatch(/somebody else changed the profile/)
    expect((await profile()).draft.content.name).toBe("Claire")
    expect(await publish(seen)).toMatchObject({ status: 409 })
    // The same words again, as after a lost answer, are no conflict.
    expect(await save({ ...MERCHANT, name: "Claire" }, seen)).toMatchObject({ status: 200 })
    expect(await save({ ...MERCHANT, name: "Hugo" }, hugo.answer.seen)).toMatchObject({ status: 200 })
  })

  it("two editors who save at the same moment: one is kept, the other is told", async () => {
    const { seen } = await profile()
    const names = ["Claire", "Hugo", "Inès", "Jules"]
    const answers = await Promise.all(names.map((name) => save({ ...MERCHANT, name }, seen)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    const kept = names[answers.findIndex(({ status }) => status === 200)]
    expect((await profile()).draft.content.name).toBe(kept)
  })

  it("two publications at once are one version, one after the other too", async () => {
    const { seen } = (await save({ ...MERCHANT, name: "Deux fois" }, (await profile()).seen)).answer
    const answers = await Promise.all([publish(seen), publish(seen), publish(seen)])
    expect(answers.map(({ status, answer }) => [status, answer.published?.version])).toEqual([
      [200, 2],
      [200, 2],
      [200, 2],
    ])
    const once = { merchant: { ...MERCHANT, name: "Trois fois" } }
    const inOneStep = await Promise.all([call(PROFILE, once), call(PROFILE, once)])
    expect(inOneStep.map(({ answer }) => answer.merchant_profile.version)).toEqual([3, 3])
  })

  it("a script that publishes leaves the draft that somebody is writing, which becomes the version after", async () => {
    const { seen } = (await save({ ...MERCHANT, name: "Brouillon" }, (await profile()).seen)).answer
    expect((await call(PROFILE, { merchant: { ...MERCHANT, name: "Script" } })).answer.merchant_profile.version).toBe(2)
    expect(await profile()).toMatchObject({ draft: { version: 3, content: { name: "Brouillon" } }, seen })
    expect((await publish(seen)).answer.published).toMatchObject({ version: 3, content: { name: "Brouillon" } })
  })

  it("typing back what is published leaves no draft", async () => {
    const { seen } = await profile()
    const changed = await save({ ...MERCHANT, name: "Autre" }, seen)
    const back = await save(MERCHANT, changed.answer.seen)
    expect(back).toMatchObject({ status: 200, answer: { draft: null, seen } })
  })

  it("C. civ. 1127-1: terms of sale have versions by language, the same words are the same one, older ones stay", async () => {
    const { terms, current } = await store.shop.admin("/hamon/terms")
    expect(terms.map(({ locale, version, current }: Answer) => [locale, version, current]).sort()).toEqual([
      ["en", 1, true],
      ["fr", 1, true],
    ])
    expect(current.find(({ locale }: Answer) => locale === "fr").body).toContain("Droit de rétractation")
    const again = await store.shop.admin("/hamon/terms", { locale: "fr", body: `\r\n${TERMS.fr}  ` })
    expect(again.terms.version).toBe(1)
    const second = await store.shop.admin("/hamon/terms", { locale: "fr", body: "# Conditions\r\nPrix nets." })
    expect(second.terms).toMatchObject({
      version: 2,
      body: "# Conditions\nPrix nets.",
      published_by: expect.any(String),
    })
    // Words of an older version are a new one: customers of the time between read another.
    expect((await store.shop.admin("/hamon/terms", { locale: "fr", body: TERMS.fr })).terms.version).toBe(3)
    const read = await store.shop.admin(`/hamon/terms/${second.terms.id}`)
    expect(read.terms.body).toBe("# Conditions\nPrix nets.")
    const listed = await store.shop.admin("/hamon/terms")
    expect(listed.terms[0]).toMatchObject({ locale: "fr", version: 3, staff: "staff@maison-lin.example" })
    expect(listed.terms.find(({ id }: Answer) => id === second.terms.id)).toMatchObject({ current: false })
    const kinds = (await store.service.listEvidences({ subject_id: second.terms.id })).map(({ kind }) => kind)
    expect(kinds).toEqual(["text.published"])
  })

  it("terms: two writers at once, the closed platform, and a version that is no longer the one in force", async () => {
    const [{ hash }] = (await store.shop.admin("/hamon/terms")).current
    const write = (body: string, seen?: string) => call("/hamon/terms", { locale: "fr", body, seen })
    const both = await Promise.all([write("Ceux de Claire.", hash), write("Ceux de Hugo.", hash)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const told = both.find(({ status }) => status === 409)?.answer
    expect(told).toMatchObject({ code: "terms_changed", current: { version: 2 } })
    expect(await write(`Plateforme : ${ODR}`)).toMatchObject({ status: 400, answer: { message: /20 July 2025/ } })
  })

  it("one text at once by many, and the next one: ensureText", async () => {
    const text = { kind: "spec", locale: "fr", body: "Emballage cadeau", actor: null } as const
    const at = new Date("2026-11-22T10:00:00Z")
    const rows = await Promise.all(Array.from({ length: 6 }, () => store.service.ensureText(text, at)))
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1)
    const next = await store.service.ensureText({ ...text, body: "Emballage" }, at)
    expect(next).toMatchObject({ version: 2, published_by: null, created_at: at })
    expect((await store.service.ensureText(text, at)).id).toBe(rows[0].id)
    expect(await store.service.currentText("spec", "fr")).toMatchObject({ id: next.id })
    expect(await store.service.currentText("spec", "en")).toBeNull()
    expect(await store.service.textVersion("hamtx_none")).toBeNull()
    const links = await store.service.listEvidences({}, { order: { sequence: "ASC" }, take: 1000 })
    expect(firstBreak(links)).toBeNull()
  })

  it("the page of the terms: in force, older ones by number, in the reader's language or in French, never as markup", async () => {
    const page = (query: string) => store.shop.page(`/conditions-de-vente${query}`)
    const first = await page("?lang=fr")
    expect(first.status).toBe(200)
    expect(first.html).toContain("<h2>4. Droit de rétractation</h2>")
    expect(first.html).not.toContain("<script")
    expect(first.headers.get("content-security-policy")).toContain("default-src 'none'")
    const body = "# <script>alert(1)</script>\nPrix <b>nets</b>\nligne & suite\n\n## Sous-titre\nFin."
    await store.shop.admin("/hamon/terms", { locale: "fr", body })
    const second = await page("?lang=fr")
    expect(second.html).toContain("<h2>&lt;script&gt;alert(1)&lt;/script&gt;</h2>")
    expect(second.html).toContain("<p>Prix &lt;b&gt;nets&lt;/b&gt;<br>\nligne &amp; suite</p>")
    expect(second.html).toContain("<h3>Sous-titre</h3>")
    expect(second.html).toMatch(/Version 2, publiée le/)
    const old = await page("?lang=fr&version=1")
    expect(old.html).toContain("Ces conditions ne sont plus en vigueur")
    expect(old.html).toContain("4. Droit de rétractation")
    expect((await page("?lang=en")).html).toContain("4. Right of withdrawal")
    for (const version of ["0", "9", "-1", "1.0", "99999999999", "%00", "x", "1&version=2"]) {
      const missing = await page(`?version=${version}`)
      expect([version, missing.status]).toEqual([version, 404])
    }
  })

  it("bad input is refused with a sentence, never a failure", async () => {
    const { seen } = await profile()
    const long = "x".repeat(201)
    for (const [path, body] of [
      [`${PROFILE}/draft`, {}],
      [`${PROFILE}/draft`, { merchant: MERCHANT }],
      [`${PROFILE}/draft`, { merchant: MERCHANT, seen: "x" }],
      [`${PROFILE}/draft`, { merchant: MERCHANT, seen: 12 }],
      [`${PROFILE}/draft`, { merchant: null, seen }],
      [`${PROFILE}/draft`, { merchant: [], seen }],
      [`${PROFILE}/draft`, { merchant: { name: 12 }, seen }],
      [`${PROFILE}/draft`, { merchant: { name: "a\u0000b" }, seen }],
      [`${PROFILE}/draft`, { merchant: { name: "a\ud800" }, seen }],
      [`${PROFILE}/draft`, { merchant: { name: long }, seen }],
      [`${PROFILE}/draft`, { merchant: { address: { lines: "12 rue" } }, seen }],
      [`${PROFILE}/draft`, { merchant: { colour: "blue" }, seen }],
      [`${PROFILE}/publish`, {}],
      [`${PROFILE}/publish`, { seen: "zz" }],
      [PROFILE, {}],
      [PROFILE, { merchant: "Maison Lin" }],
      [PROFILE, { merchant: { ...MERCHANT, name: "a\u0000b" } }],
      [PROFILE, { merchant: { ...MERCHANT, mediator: { ...MERCHANT.mediator, website: "https://m.example/\u0000" } } }],
      ["/hamon/terms", {}],
      ["/hamon/terms", { locale: "de", body: "x" }],
      ["/hamon/terms", { locale: "fr", body: " \n " }],
      ["/hamon/terms", { locale: "fr", body: "a\u0000b" }],
      ["/hamon/terms", { locale: "fr", body: ["x"] }],
      ["/hamon/terms", { locale: "fr", body: "x".repeat(200_001) }],
    ] as [string, unknown][]) {
      const { status, answer } = await call(path, body)
      expect({ path, status, message: answer.message }).toEqual({ path, status: 400, message: expect.any(String) })
    }
    const huge = await call("/hamon/terms", { locale: "fr", body: "x".repeat(1_100_000) })
    expect(huge.status).toBe(413)
    for (const path of [
      `${PROFILE}/versions/0`,
      `${PROFILE}/versions/9`,
      `${PROFILE}/versions/x`,
      `${PROFILE}/versions/99999999999`,
      `${PROFILE}/versions/%00`,
      "/hamon/terms/hamtx_none",
      "/hamon/terms/%00",
    ]) {
      expect([path, (await call(path)).status]).toEqual([path, 404])
    }
    for (const path of [PROFILE, `${PROFILE}/versions`, "/hamon/terms", "/hamon/set-up"]) {
      expect((await fetch(`${store.shop.url}/admin${path}`)).status).toBe(401)
    }
    expect(await profile()).toMatchObject({ published: { version: 1 }, draft: null })
  })

  it("terms of eighty pages are kept whole", async () => {
    const body = `# Conditions\n${"é".repeat(199_900)}`
    expect((await store.shop.admin("/hamon/terms", { locale: "fr", body })).terms.body).toBe(body)
  })

  it("from install to legal to open: each step with its article and place, and it turns when the shop is mended", async () => {
    const setUp = async () => (await store.shop.admin("/hamon/set-up")).set_up
    const step = async (id: string) => (await setUp()).steps.find((one: Answer) => one.id === id)
    const { done, of, steps } = await setUp()
    expect(steps[0]).toMatchObject({ id: "name", state: "met", place: "/settings/hamon#name" })
    expect(steps.filter((one: Answer) => one.state !== "met").map(({ id }: Answer) => id)).toEqual(["https", "jobs"])
    expect([done, of]).toEqual([of - 2, steps.filter(({ weight }: Answer) => weight === "required").length])

    expect(await step("jobs")).toMatchObject({ state: "missing", articles: ["L221-13", "L221-24"] })
    await store.service.sweepStarted("letters", new Date())
    expect(await step("jobs")).toMatchObject({ state: "met" })
    store.at(new Date(Date.now() + 6 * 60_000).toISOString())
    expect(await step("jobs")).toMatchObject({ state: "wrong", sentence: { fr: expect.stringContaining("worker") } })
    store.at(null)

    const region = `/regions/${store.seeded.regionId}`
    const { payment_providers } = await store.shop.admin("/payments/payment-providers?is_enabled=true")
    await store.shop.admin(region, { payment_providers: [] })
    expect(await step("payment")).toMatchObject({ state: "missing", place: "/settings/regions" })
    expect((await step("payment")).sentence.fr).toContain("France")
    await store.shop.admin(region, { payment_providers: payment_providers.map(({ id }: Answer) => id) })
    expect(await step("payment")).toMatchObject({ state: "met", sentence: null })
  })
})
