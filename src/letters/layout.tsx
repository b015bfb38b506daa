import { Body, Container, Head, Heading, Hr, Html, Link, Section, Text } from "@react-email/components"
import type { ReactNode } from "react"
import type { LetterContext } from "./context"
import { colon, countryName } from "./format"

const INK = "#1f2430"
const MUTED = "#4a5160"
const FONT = "Arial, Helvetica, sans-serif"

/** Styles shared by all letters; contrast is 7:1 or more on white. */
export const styles = {
  text: { color: INK, fontFamily: FONT, fontSize: "15px", lineHeight: "22px", margin: "0 0 12px" },
  small: { color: MUTED, fontFamily: FONT, fontSize: "13px", lineHeight: "19px", margin: "0 0 8px" },
  heading: { color: INK, fontFamily: FONT, fontSize: "17px", lineHeight: "24px", margin: "24px 0 8px" },
  cell: {
    color: INK,
    fontFamily: FONT,
    fontSize: "15px",
    lineHeight: "22px",
    padding: "4px 8px 4px 0",
    textAlign: "left",
  },
  amount: {
    color: INK,
    fontFamily: FONT,
    fontSize: "15px",
    lineHeight: "22px",
    padding: "4px 0",
    textAlign: "right",
    whiteSpace: "nowrap",
  },
  code: {
    color: INK,
    fontFamily: "Courier New, Courier, monospace",
    fontSize: "22px",
    letterSpacing: "2px",
    margin: "0 0 12px",
  },
} as const

/** The one frame of all letters: title, content, who the seller is and how to reach him. */
export function Letter({ context, title, children }: { context: LetterContext; title: string; children: ReactNode }) {
  return (
    <Html lang={context.locale}>
      <Head>
        <title>{title}</title>
      </Head>
      <Body style={{ backgroundColor: "#ffffff", margin: 0 }}>
        <Container style={{ maxWidth: "600px", padding: "24px 16px" }}>
          <Heading as="h1" style={{ ...styles.heading, fontSize: "22px", lineHeight: "28px", margin: "0 0 16px" }}>
            {title}
          </Heading>
          {children}
          <Hr style={{ borderColor: "#c9ced8", margin: "24px 0 12px" }} />
          <Merchant context={context} />
        </Container>
      </Body>
    </Html>
  )
}

function Merchant({ context: { merchant, texts, locale } }: { context: LetterContext }) {
  if (!merchant) return <Text style={styles.small}>{texts.merchantMissing}</Text>
  const { address, headOffice, sav, mediator } = merchant
  const inOneLine = ({ lines, postalCode, city, country }: typeof address) =>
    [...lines, `${postalCode} ${city}`, countryName(country, locale)].join(", ")
  const identity = [
    merchant.legalForm,
    merchant.capital && `${texts.capital} ${merchant.capital}`,
    merchant.register,
    merchant.vatNumber ? `${texts.vatNumber} ${merchant.vatNumber}` : merchant.vatExempt && texts.vatExempt,
  ]
  return (
    <Section>
      <Heading as="h2" style={styles.heading}>
        {texts.merchant}
      </Heading>
      <Text style={styles.small}>
        {merchant.name}
        <br />
        {inOneLine(address)}
        <br />
        {headOffice && (
          <>
            {texts.headOffice}
            {colon(locale)} {inOneLine(headOffice)}
            <br />
          </>
        )}
        {identity.filter(Boolean).join(" · ")}
        <br />
        {texts.email}
        {colon(locale)} <Link href={`mailto:${merchant.email}`}>{merchant.email}</Link> · {texts.telephone}
        {colon(locale)} {merchant.telephone}
      </Text>
      <Text style={styles.small}>
        {texts.sav}
        {colon(locale)} {sav.telephone} · <Link href={`mailto:${sav.email}`}>{sav.email}</Link>
        <br />
        {texts.hours}
        {colon(locale)} {sav.hours[locale]}
      </Text>
      {mediator && (
        <Text style={styles.small}>
          {texts.mediator}
          {colon(locale)} {mediator.name}, {mediator.address}, <Link href={mediator.website}>{mediator.website}</Link>
        </Text>
      )}
    </Section>
  )
}
