import { Alert, Button, toast } from "@medusajs/ui"
import { useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { useFormats } from "../../lib/formats"
import { jumpTo } from "../../lib/merchant/jump"
import { type MerchantForm, obstaclesOf } from "../../lib/merchant/use-merchant-form"
import { Refusal } from "../refusal"

/** Saves and publishes, and says what kept it from being done; it stays at the edge of the window. */
export const SaveBar = ({ form }: { form: MerchantForm }) => {
  const { t } = useTranslation("hamon")
  const save = async () => {
    if (await form.save()) toast.success(t("merchant.saved"))
  }
  const publish = async () => {
    const version = await form.publish()
    if (version !== null) toast.success(t("merchant.published", { version }))
  }
  const unpublished = form.changed.length > 0 || !form.published
  return (
    <div
      id="publish"
      className="bg-ui-bg-base shadow-elevation-card-rest sticky bottom-0 flex flex-col gap-y-3 rounded-lg px-6 py-3"
    >
      <Conflict form={form} />
      <Obstacles form={form} />
      <Refusal error={form.error} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="txt-compact-small text-ui-fg-subtle" role="status">
          {form.dirty
            ? t("merchant.unsaved")
            : form.published
              ? unpublished
                ? t("merchant.differs", { count: form.changed.length, version: form.published.version })
                : t("merchant.inForce", { version: form.published.version })
              : t("merchant.neverPublished")}
        </p>
        <div className="flex flex-wrap gap-2">
          {form.published && unpublished && (
            <Button size="small" variant="transparent" disabled={form.isBusy} onClick={form.discard}>
              {t("merchant.discard")}
            </Button>
          )}
          <Button size="small" variant="secondary" disabled={!form.dirty || form.isBusy} onClick={() => void save()}>
            {t("merchant.save")}
          </Button>
          <Button size="small" isLoading={form.isBusy} disabled={!unpublished} onClick={() => void publish()}>
            {t("merchant.publish")}
          </Button>
        </div>
      </div>
    </div>
  )
}

/** Somebody else saved: nothing is lost until a person says which words stay. */
const Conflict = ({ form }: { form: MerchantForm }) => {
  const { t } = useTranslation("hamon")
  if (!form.theirs) return null
  return (
    <Alert variant="warning" role="alert">
      <p className="text-pretty">{t("merchant.conflict")}</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" variant="secondary" onClick={form.takeTheirs}>
          {t("merchant.takeTheirs")}
        </Button>
        <Button size="small" variant="secondary" onClick={() => void form.keepMine()}>
          {t("merchant.keepMine")}
        </Button>
      </div>
    </Alert>
  )
}

/** What keeps the profile from being published, each a way to its fields. */
const Obstacles = ({ form }: { form: MerchantForm }) => {
  const { t } = useTranslation("hamon")
  const { reason } = useFormats()
  const box = useRef<HTMLDivElement>(null)
  const stops = form.refused ? obstaclesOf(form.duties) : []
  const shown = stops.length > 0
  useEffect(() => {
    if (shown) box.current?.focus()
  }, [shown])
  if (!shown) return null
  return (
    <div ref={box} tabIndex={-1} role="alert" className="max-h-48 overflow-y-auto outline-none">
      <p className="txt-compact-small-plus text-ui-fg-error">{t("merchant.refused", { count: stops.length })}</p>
      <ul className="mt-1 flex flex-col gap-y-1">
        {stops.map(({ id, place, title, articles }) => (
          <li key={id} className="txt-small">
            <button type="button" className="text-ui-fg-base text-left underline" onClick={() => jumpTo(place)}>
              {reason(title)}
            </button>{" "}
            <span className="text-ui-fg-subtle">({articles.join(" · ")})</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
