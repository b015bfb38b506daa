import { useTranslation } from "react-i18next"
import { useFormats } from "../../lib/formats"
import type { DispatchProof, WithdrawalDetail } from "../../lib/types"
import { Part, Section, Sentence } from "../section"
import { Sheet, SheetRow } from "../sheet"
import { AddFiles } from "./add-files"
import { FileRow } from "./file-row"

/** What the customer and staff gave: the proofs of dispatch, and the private files. */
export const Given = ({ withdrawal: { id, proofs, uploads } }: { withdrawal: WithdrawalDetail }) => {
  const { t } = useTranslation("hamon")
  return (
    <Section title={t("files.title")} aside={<AddFiles id={id} />}>
      {proofs.length > 0 && (
        <Part title={t("files.proofs")}>
          <ul className="flex flex-col gap-y-3 px-6 pb-4">
            {proofs.map((proof) => (
              <li key={proof.id}>
                <Proof proof={proof} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      {uploads.length === 0 ? (
        <Sentence>{t("files.none")}</Sentence>
      ) : (
        <Sheet
          label={t("files.title")}
          head={[{ title: t("files.file") }, { title: t("files.from") }, { title: t("files.see") }]}
        >
          {uploads.map((file) => (
            <SheetRow key={file.id}>
              <FileRow file={file} />
            </SheetRow>
          ))}
        </Sheet>
      )}
    </Section>
  )
}

/** In the customer's own words; what staff wrote down is one line. */
const Proof = ({ proof: { on, recorded_at, by, by_name, carrier, tracking, text } }: { proof: DispatchProof }) => {
  const { t } = useTranslation("hamon")
  const { day, instant } = useFormats()
  const own = [carrier, tracking].filter(Boolean).join(", ")
  const said = by === "customer" ? own : text
  return (
    <div className="txt-compact-small text-ui-fg-subtle flex flex-col gap-y-1 [overflow-wrap:anywhere]">
      <span className="text-ui-fg-base">{t("files.dispatched", { day: day(on) })}</span>
      {said && <span>{said}</span>}
      <span className="txt-compact-xsmall">
        {t("files.givenBy", {
          at: instant(recorded_at),
          who: by === "customer" ? t("files.customer") : (by_name ?? t("files.staff")),
        })}
      </span>
    </div>
  )
}
