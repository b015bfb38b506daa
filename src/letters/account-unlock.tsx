import { Link, Text } from "@react-email/components"
import type { LetterContext } from "./context"
import { dateAndHour } from "./format"
import { Letter, styles } from "./layout"
import { Title } from "./parts"
import { fill } from "../kit/fill"

export type AccountUnlockData = {
  readonly code: string
  /** ISO instant. */
  readonly until: string
}

export function accountUnlockSubject(_: AccountUnlockData, { texts }: LetterContext): string {
  return texts.account_unlock.subject
}

/** CNIL 2022-100: the way out of a lock. The code is typed, so that no address of a page, and no log, ever holds it. */
export function AccountUnlock({ data, context }: { data: AccountUnlockData; context: LetterContext }) {
  const { texts, locale, publicUrl } = context
  const t = texts.account_unlock
  const page = `${publicUrl}/compte/deverrouiller`
  return (
    <Letter context={context} title={t.title}>
      <Text style={styles.text}>{texts.greeting}</Text>
      <Text style={styles.text}>{t.why}</Text>
      <Title>{t.codeTitle}</Title>
      <Text style={styles.text}>
        {fill(t.codeIntro, { until: dateAndHour(data.until, null, locale) })}
        <br />
        <Link href={page}>{page}</Link>
      </Text>
      <Text style={styles.code}>{data.code}</Text>
      <Text style={styles.text}>{t.notYou}</Text>
    </Letter>
  )
}
