import { Text } from "@react-email/components"
import { fill } from "../kit/fill"
import type { LetterContext } from "./context"
import { FollowLink } from "./follow-link"
import { Letter, styles } from "./layout"
import { Facts, Lines } from "./parts"

export type KeepGoodsAnsweredData = {
  readonly reference: string
  readonly agreed: boolean
  readonly note: string
  readonly link: string
}

export function keepGoodsAnsweredSubject(data: KeepGoodsAnsweredData, { texts }: LetterContext): string {
  return fill(texts.keep_goods_answered.subject, { reference: data.reference })
}

/** What staff answered to the wish to keep the goods after all (U21). */
export function KeepGoodsAnswered({ data, context }: { data: KeepGoodsAnsweredData; context: LetterContext }) {
  const { texts, locale } = context
  const t = texts.keep_goods_answered
  return (
    <Letter context={context} title={data.agreed ? t.titleAgreed : t.titleRefused}>
      <Text style={styles.text}>{texts.greeting}</Text>
      <Text style={styles.text}>{fill(data.agreed ? t.agreed : t.refused, { reference: data.reference })}</Text>
      {data.note !== "" && <Facts locale={locale} facts={[[t.note, <Lines key="note" text={data.note} />]]} />}
      <FollowLink context={context} intro={texts.follow.answerIntro} link={data.link} />
      <Text style={styles.small}>{texts.follow.code}</Text>
    </Letter>
  )
}
