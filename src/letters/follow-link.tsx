import { Link, Text } from "@react-email/components"
import type { LetterContext } from "./context"
import { styles } from "./layout"

/**
 * The link to the status page of a declaration. Its secret stands behind the `#`: browsers send that part to no server, so
 * it is in no log, and a scanner that opens the address of every letter opens nothing.
 */
export function FollowLink({ context, intro, link }: { context: LetterContext; intro: string; link: string }) {
  const { texts, publicUrl, locale } = context
  return (
    <Text style={styles.text}>
      {intro}
      <br />
      <Link href={`${publicUrl}/retractation/suivi?lang=${locale}#${link}`}>{texts.follow.link}</Link>
    </Text>
  )
}
