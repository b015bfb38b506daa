import { toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { civilDate } from "../../lib/civil-date"
import { useRecordReceived } from "../../lib/mutations"
import { DrawerForm } from "../drawer-form"
import { SideDrawer } from "../side-drawer"
import { ChoiceField, LineField, TextField } from "./fields"

const RECEIVED_CHANNELS = ["post", "phone", "email"] as const

/** A declaration that came by post, telephone or e-mail: no form is imposed on the customer (L221-21). */
export const RecordReceived = () => {
  const { t } = useTranslation("hamon")
  const [open, setOpen] = useState(false)
  return (
    <SideDrawer
      button={t("desk.act.record.button")}
      title={t("desk.act.record.title")}
      intro={t("desk.act.record.legal")}
      open={open}
      onOpenChange={setOpen}
    >
      <Form />
    </SideDrawer>
  )
}

const Form = () => {
  const { t, i18n } = useTranslation("hamon")
  const navigate = useNavigate()
  const { mutate, isPending, error } = useRecordReceived()
  const today = civilDate(new Date())
  const [key] = useState(() => crypto.randomUUID())
  const [tried, setTried] = useState(false)
  const [typed, setTyped] = useState({
    channel: "post" as (typeof RECEIVED_CHANNELS)[number],
    name: "",
    email: "",
    order_number: "",
    scope: "whole",
    comment: "",
    sent_on: today,
    received_on: today,
  })
  const set = (more: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...more }))
  const isDay = (day: string) => day !== "" && day <= today
  const wrong = {
    name: typed.name.trim() === "",
    sent: !isDay(typed.sent_on) || typed.sent_on > typed.received_on,
    received: !isDay(typed.received_on),
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.values(wrong).includes(true)) return
    const locale = i18n.language.startsWith("fr") ? "fr" : "en"
    mutate(
      { ...typed, declaration_key: key, name: typed.name.trim(), email: typed.email.trim(), locale },
      {
        onSuccess: ({ withdrawal }) => {
          toast.success(t("desk.act.record.done"))
          navigate(`/withdrawals/${withdrawal.id}`)
        },
      },
    )
  }
  return (
    <DrawerForm onSubmit={submit} error={error} save={t("desk.act.record.save")} isPending={isPending}>
      <ChoiceField
        label={t("desk.cameBy")}
        value={typed.channel}
        onChange={(channel) => set({ channel: channel as typeof typed.channel })}
        choices={RECEIVED_CHANNELS.map((value) => ({ value, label: t(`desk.channel.${value}`) }))}
      />
      <LineField
        label={t("desk.sentOn")}
        hint={t("desk.sentOnHint")}
        type="date"
        max={today}
        error={tried && wrong.sent ? t("desk.sentError") : null}
        value={typed.sent_on}
        onChange={(sent_on) => set({ sent_on })}
      />
      <LineField
        label={t("desk.arrivedOn")}
        hint={t("desk.arrivedOnHint")}
        type="date"
        max={today}
        error={tried && wrong.received ? t("desk.dayError") : null}
        value={typed.received_on}
        onChange={(received_on) => set({ received_on })}
      />
      <LineField
        label={t("desk.name")}
        error={tried && wrong.name ? t("desk.nameError") : null}
        value={typed.name}
        onChange={(name) => set({ name })}
      />
      <LineField
        label={t("desk.email")}
        hint={t("desk.emailHint")}
        type="email"
        value={typed.email}
        onChange={(email) => set({ email })}
      />
      <LineField
        label={t("desk.orderNumber")}
        value={typed.order_number}
        onChange={(order_number) => set({ order_number })}
      />
      <ChoiceField
        label={t("desk.extent")}
        value={typed.scope}
        onChange={(scope) => set({ scope })}
        choices={(["whole", "unsaid"] as const).map((value) => ({ value, label: t(`scope.${value}`) }))}
      />
      <TextField
        label={t("desk.saidLabel")}
        longest={5000}
        value={typed.comment}
        onChange={(comment) => set({ comment })}
      />
    </DrawerForm>
  )
}
