import { Button, Textarea, toast } from "@medusajs/ui"
import { type FormEvent, useId, useState } from "react"
import { useTranslation } from "react-i18next"
import { useShowConsent } from "../lib/mutations"
import type { UnchosenExtra } from "../lib/types"
import { Field } from "./field"
import { Refusal } from "./refusal"

const SHORTEST = 10

/** Staff write down how the customer agreed to the extra, where they can show it. */
export const ShowConsent = ({ extra }: { extra: UnchosenExtra }) => {
  const { t } = useTranslation("hamon")
  const id = useId()
  const { mutate, isPending, error } = useShowConsent(extra.id)
  const [open, setOpen] = useState(false)
  const [ground, setGround] = useState("")
  const [tried, setTried] = useState(false)
  const wrong = tried && ground.trim().length < SHORTEST ? t("extras.groundError") : null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (ground.trim().length < SHORTEST) return
    mutate({ ground: ground.trim() }, { onSuccess: () => toast.success(t("extras.consentKept")) })
  }

  if (!open) {
    return (
      <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
        {t("extras.consent")}
      </Button>
    )
  }
  return (
    <form noValidate onSubmit={submit} className="flex w-full min-w-0 flex-col gap-y-3">
      <Field id={id} label={t("extras.ground")} hint={t("extras.groundHint")} error={wrong}>
        <Textarea
          id={id}
          autoFocus
          aria-required
          value={ground}
          aria-describedby={`${id}-hint`}
          aria-invalid={wrong !== null}
          onChange={({ target }) => setGround(target.value)}
        />
      </Field>
      {error && <Refusal error={error} />}
      <div className="flex gap-x-2">
        <Button size="small" type="submit" isLoading={isPending}>
          {t("extras.consent")}
        </Button>
        <Button size="small" type="button" variant="secondary" onClick={() => setOpen(false)}>
          {t("actions.cancel")}
        </Button>
      </div>
    </form>
  )
}
