import {
  type ArticleId,
  archiveTerm,
  checkSiren,
  checkSiret,
  checkVatNumber,
  CNIL_BITS,
  entropyBits,
  extraPayment,
  fineFor,
  lawOptions,
  passphraseBits,
  passwordBits,
  passwordVerdict,
  savNumber,
} from ".."

describe("L213-1, D213-1, D213-2: how long the contract is kept", () => {
  const sale = { amount: "120.00", concludedOn: "2026-11-22", deliveredOn: "2026-11-25" }

  it("from 120 euros on, ten years from delivery; not before delivery", () => {
    expect(archiveTerm(sale)).toMatchObject({
      owed: true,
      until: "2036-11-25",
      kept: true,
      keptUntil: "2036-11-25",
      articles: ["L213-1", "D213-1", "D213-2"],
    })
    expect(archiveTerm({ ...sale, deliveredOn: "2026-11-22" }).until).toBe("2036-11-22")
    expect(() => archiveTerm({ ...sale, concludedOn: "2005-02-18" })).toThrow(/^concludedOn: .* 2005-02-19/)
    expect(archiveTerm({ ...sale, deliveredOn: null })).toMatchObject({
      owed: true,
      until: null,
      kept: true,
      keptUntil: null,
    })
  })

  it("from the conclusion when delivery is immediate", () => {
    expect(archiveTerm({ ...sale, immediate: true }).until).toBe("2036-11-22")
    expect(archiveTerm({ ...sale, deliveredOn: null, immediate: true }).until).toBe("2036-11-22")
  })

  it("U19: below the threshold no duty, but every order is kept unless an option says otherwise", () => {
    const small = { ...sale, amount: "119.99" }
    expect(archiveTerm(small)).toMatchObject({ owed: false, until: null, kept: true, keptUntil: "2036-11-25" })
    const options = lawOptions({ u19ArchivedOrders: "fromThreshold" })
    expect(archiveTerm(small, options)).toMatchObject({ owed: false, until: null, kept: false, keptUntil: null })
    expect(archiveTerm(sale, options)).toMatchObject({ owed: true, kept: true, keptUntil: "2036-11-25" })
  })

  it("the reason", () => {
    const options = lawOptions({ u19ArchivedOrders: "fromThreshold" })
    const small = { ...sale, amount: "5" }
    const reasons = [
      archiveTerm(sale),
      archiveTerm({ ...sale, deliveredOn: null }),
      archiveTerm(small),
      archiveTerm(small, options),
    ]
    expect(reasons.map(({ reason }) => ({ fr: reason.fr, en: reason.en }))).toMatchSnapshot()
  })
})

describe("L121-16: the telephone number of the after-sales service", () => {
  it.each([
    ["01 23 45 67 89", "accepted", "+33123456789"],
    ["01.23.45.67.89", "accepted", "+33123456789"],
    ["01-23-45-67-89", "accepted", "+33123456789"],
    ["+33 1 23 45 67 89", "accepted", "+33123456789"],
    ["+33 (0)1 23 45 67 89", "accepted", "+33123456789"],
    ["0033123456789", "accepted", "+33123456789"],
    ["06 12 34 56 78", "accepted", "+33612345678"],
    ["09 70 00 00 00", "accepted", "+33970000000"],
    ["0 800 123 456", "accepted", "+33800123456"],
    ["0 809 123 456", "accepted", "+33809123456"],
    ["0 810 123 456", "premium", "+33810123456"],
    ["0 820 123 456", "premium", "+33820123456"],
    ["0 825 123 456", "premium", "+33825123456"],
    ["0 892 123 456", "premium", "+33892123456"],
    ["+33 8 99 12 34 56", "premium", "+33899123456"],
    ["0033 892123456", "premium", "+33892123456"],
    ["30 10", "accepted", "3010"],
    ["3117", "accepted", "3117"],
    ["3210", "premium", "3210"],
    ["3615", "premium", "3615"],
    ["1023", "premium", "1023"],
    ["118 712", "premium", "118712"],
    ["+590 590 12 34 56", "accepted", "+590590123456"],
    ["+262 262 12 34 56", "accepted", "+262262123456"],
    ["+508 41 12 34", "accepted", "+508411234"],
    ["+32 2 123 45 67", "unknown", "+3221234567"],
    ["+49 900 123456", "unknown", "+49900123456"],
  ])("%s: %s", (telephone, verdict, number) => {
    expect(savNumber(telephone)).toMatchObject({ verdict, number, articles: ["L121-16"] })
  })

  it.each([
    ["12345"],
    ["01 23 45 67"],
    ["01 23 45 67 89 0"],
    ["+33 01 23"],
    ["123456789"],
    ["+33 0 23 45 67 89"],
    ["call us"],
    [""],
    ["+"],
  ])("%p is no telephone number", (telephone) => {
    expect(() => savNumber(telephone)).toThrow(/^telephone: /)
  })

  it("a number is a text", () => {
    expect(() => savNumber(123456789 as unknown as string)).toThrow(
      "telephone: 123456789 is not accepted; give a telephone number such as 01 23 45 67 89 or +33 1 23 45 67 89.",
    )
    expect(() => savNumber("01 23 45 67")).toThrow(/a French number of ten digits/)
  })

  it("the reason, for each verdict", () => {
    expect(["01 23 45 67 89", "3615", "+32 2 123 45 67"].map((one) => savNumber(one).reason)).toMatchSnapshot()
  })
})

describe("registration numbers", () => {
  it.each([["732 829 320"], ["732829320"], ["552 100 554"], ["356 000 000"]])("SIREN %s is right", (siren) => {
    expect(checkSiren(siren)).toMatchObject({ valid: true, articles: ["R123-221 C. com."] })
  })

  it.each([["732 829 321"], ["73282932"], ["7328293200"], ["000 000 000"], ["73282932A"], [""], ["７32829320"]])(
    "SIREN %p is wrong",
    (siren) => {
      expect(checkSiren(siren).valid).toBe(false)
    },
  )

  it("SIRET: Luhn for all, a digit sum that is a multiple of five for La Poste alone", () => {
    expect(checkSiret("732 829 320 00074").valid).toBe(true)
    expect(checkSiret("732 829 320 00075").valid).toBe(false)
    expect(checkSiret("73282932000074").number).toBe("73282932000074")
    // 3 + 5 + 6 + 1 = 15, a multiple of five; not Luhn.
    expect(checkSiret("35600000000001").valid).toBe(true)
    expect(checkSiret("35600000000002").valid).toBe(false)
    expect(checkSiret("73282932100074").valid).toBe(false)
    expect(checkSiret("7328293200007").valid).toBe(false)
    // Luhn holds for the fourteen digits but not for the SIREN in front.
    expect(checkSiret("73282932100073").valid).toBe(false)
  })

  it.each([["FR44 732 829 320"], ["fr44732829320"], ["FR 83 404 833 048"]])("VAT number %s is right", (vat) => {
    expect(checkVatNumber(vat)).toMatchObject({ valid: true, articles: ["286 ter CGI"] })
  })

  it.each([
    ["FR45 732 829 320"],
    ["FR44 732 829 321"],
    ["DE136695976"],
    ["FR44732829"],
    ["FRO4732829320"],
    ["44732829320"],
    [""],
  ])("VAT number %p is wrong", (vat) => {
    expect(checkVatNumber(vat).valid).toBe(false)
  })

  it("the newer keys with a letter are checked modulo 11", () => {
    expect(checkVatNumber("FR K7 399 859 412").valid).toBe(true)
    expect(checkVatNumber("FR K8 399 859 412").valid).toBe(false)
    expect(checkVatNumber("FR 4Z 123 456 782").valid).toBe(true)
    expect(checkVatNumber("FR 5Z 123 456 782").valid).toBe(false)
    const keys = [..."0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"].flatMap((a, _, all) => all.map((b) => a + b))
    const right = keys.filter((key) => checkVatNumber(`FR${key}399859412`).valid)
    expect(right).toMatchSnapshot()
  })

  it("nothing may stand before or after a number", () => {
    expect(checkSiren("1732829320").valid || checkSiren("7328293201").valid).toBe(false)
    expect(checkSiret("732829320000740").valid || checkSiret("173282932000074").valid).toBe(false)
    expect(checkVatNumber("XFR44732829320").valid || checkVatNumber("FR447328293200").valid).toBe(false)
    expect(checkSiret("732 829 320 00074").articles).toEqual(["R123-221 C. com."])
  })

  it("numbers of Monaco have no SIREN but a key", () => {
    expect(checkVatNumber("FR42000023096").valid).toBe(true)
    expect(checkVatNumber("FR43000023096").valid).toBe(false)
    expect(checkVatNumber("FR12000000000").valid).toBe(false)
  })

  it("what is wrong, in words", () => {
    const checks = [checkSiren("732829320"), checkSiren("1"), checkSiret("1"), checkVatNumber("1")]
    expect(checks.map(({ reason }) => reason)).toMatchSnapshot()
    expect(checkSiren(undefined as unknown as string)).toMatchObject({ valid: false, number: "" })
  })
})

describe("CNIL, délibération 2022-100: entropy of passwords", () => {
  it("the figures of the recommendation", () => {
    const bits = (length: number, alphabet: number) => Math.round(entropyBits(length, alphabet) * 10) / 10
    expect([bits(12, 99), bits(14, 62), bits(8, 99), bits(8, 62), bits(16, 10), bits(4, 10)]).toEqual([
      79.6, 83.4, 53, 47.6, 53.2, 13.3,
    ])
    expect(CNIL_BITS).toEqual({ 1: 80, 2: 50, 3: 13 })
    expect(passphraseBits(7)).toBeGreaterThan(80)
    expect(passphraseBits(6)).toBeLessThan(80)
    expect(passphraseBits(2, 1024)).toBe(20)
  })

  it("counts the classes of characters that a password uses", () => {
    const bits = (password: string) => Math.round(passwordBits(password) * 10) / 10
    expect(bits("aaaaaaaa")).toBe(Math.round(8 * Math.log2(26) * 10) / 10)
    expect(bits("AAAAAAAA")).toBe(Math.round(8 * Math.log2(26) * 10) / 10)
    expect(bits("12345678")).toBe(Math.round(8 * Math.log2(10) * 10) / 10)
    expect(bits("Aa1!Aa1!Aa1!")).toBe(79.6)
    expect(bits("é")).toBe(Math.round(Math.log2(37) * 10) / 10)
    expect(bits("😀😀")).toBe(Math.round(2 * Math.log2(37) * 10) / 10)
    expect(passwordBits("")).toBe(0)
    expect(() => passwordBits(12 as unknown as string)).toThrow('password: "number" is not accepted; give a text.')
  })

  it("rounds as the CNIL does: 79.6 bits meet 80", () => {
    expect(passwordVerdict({ bits: 79.6, case: 1 })).toMatchObject({
      meets: true,
      bits: 80,
      needed: 80,
      lockAfterFailures: null,
      articles: ["CNIL 2022-100"],
    })
    expect(passwordVerdict({ bits: 79.4, case: 1 }).meets).toBe(false)
  })

  it("case 2 asks for less, but only where access is restricted; case 3 locks after three failures", () => {
    expect(passwordVerdict({ bits: 53, case: 2 })).toMatchObject({ meets: true, needed: 50, lockAfterFailures: 10 })
    expect(passwordVerdict({ bits: 53, case: 2, restricted: true }).meets).toBe(true)
    expect(passwordVerdict({ bits: 53, case: 2, restricted: false })).toMatchObject({
      meets: false,
      needed: 80,
      lockAfterFailures: null,
    })
    expect(passwordVerdict({ bits: 13.3, case: 3 })).toMatchObject({ meets: true, needed: 13, lockAfterFailures: 3 })
    expect(passwordVerdict({ bits: 12, case: 3, restricted: true }).meets).toBe(false)
    const attempts = {
      lockAfterFailures: 5,
      delayAfterFailures: 3,
      delaySeconds: 90,
      attemptsPerDay: 20,
      minimumLength: 14,
    }
    expect(passwordVerdict({ bits: 53, case: 2 }, lawOptions({ u15Attempts: attempts })).lockAfterFailures).toBe(5)
  })

  it("the reason", () => {
    expect(
      [passwordVerdict({ bits: 90, case: 1 }), passwordVerdict({ bits: 40, case: 2 })].map(({ reason }) => reason),
    ).toMatchSnapshot()
  })
})

describe("sanctions", () => {
  it("the fine of each article, in both languages", () => {
    const articles: ArticleId[] = [
      "L111-1",
      "L216-1",
      "L216-6",
      "L221-5",
      "L221-13",
      "L221-14",
      "L221-18",
      "L221-21",
      "D221-5",
      "L221-23",
      "L221-24",
      "L221-25",
      "L221-26",
      "L221-27",
      "L121-16",
      "L121-17",
      "D211-2",
      "D211-3",
      "D211-4",
    ]
    expect(Object.fromEntries(articles.map((article) => [article, fineFor(article)]))).toMatchSnapshot()
  })

  it("U13 and U14 by option", () => {
    const options = lawOptions({
      u13Fine: { naturalPerson: 20_000, legalPerson: 100_000 },
      u14UnknownFine: { naturalPerson: 3_000, legalPerson: 1_500_000 },
    })
    expect(fineFor("L221-24", options)).toMatchObject({
      naturalPerson: 20_000,
      legalPerson: 100_000,
      sanction: "L242-13",
    })
    const other = fineFor("L121-16", options)
    expect(other).toMatchObject({ naturalPerson: 3_000, legalPerson: 1_500_000, sanction: null })
    expect(other.words).toEqual({
      fr: "Amende jusqu'à 3 000 euros pour une personne physique, 1 500 000 euros pour une personne morale.",
      en: "Fine of up to 3,000 euros for a natural person, 1,500,000 euros for a legal person.",
    })
  })

  it("an article without a known sanction is refused", () => {
    expect(() => fineFor("constructor" as ArticleId)).toThrow(/^article: "constructor"/)
    expect(() => fineFor("L221-19")).toThrow(
      /^article: "L221-19" is not accepted; give an article with a known sanction: L221-18, /,
    )
  })
})

describe("L121-17: a payment on top of the price", () => {
  it("is owed by who chose it expressly, and by nobody else", () => {
    expect(extraPayment("express")).toMatchObject({ payable: true, refundable: false, articles: ["L121-17"] })
    for (const consent of ["default", "none"] as const) {
      expect(extraPayment(consent)).toMatchObject({ payable: false, refundable: true, articles: ["L121-17"] })
    }
    expect(() => extraPayment("maybe" as never)).toThrow(/^consent/)
  })
})
