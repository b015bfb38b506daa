import { toast } from "@medusajs/ui"
import { type FormEvent, type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import { useAfterAct } from "../../lib/after-act"
import type { DeskAct } from "../../lib/desk"
import { type Act, useAct } from "../../lib/mutations"
import { DrawerForm } from "../drawer-form"
import { SideDrawer } from "../side-drawer"

type Props = {
  act: DeskAct
  withdrawalId: string
  /** What is sent; null while something is missing, which the fields then say. */
  request: () => Act | null
  /** @param tried whether what is missing is to be said */
  children: (tried: boolean) => ReactNode
}

/** A button, and behind it the form of an act: what it means in law stands above what is asked. */
export const ActDrawer = ({ act, withdrawalId, request, children }: Props) => {
  const { t } = useTranslation("hamon")
  const [open, setOpen] = useState(false)
  const [tried, setTried] = useState(false)
  const { mutate, isPending, error, reset } = useAct(withdrawalId)
  const { onDone, onCloseAutoFocus } = useAfterAct()

  const onOpenChange = (next: boolean) => {
    setOpen(next)
    setTried(false)
    reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const sent = request()
    if (!sent) return
    mutate(sent, {
      onSuccess: () => {
        toast.success(t(`desk.act.${act}.done`))
        onDone()
        onOpenChange(false)
      },
    })
  }

  return (
    <SideDrawer
      button={t(`desk.act.${act}.button`)}
      title={t(`desk.act.${act}.title`)}
      intro={t(`desk.act.${act}.legal`)}
      open={open}
      onOpenChange={onOpenChange}
      onCloseAutoFocus={onCloseAutoFocus}
    >
      <DrawerForm onSubmit={submit} error={error} save={t(`desk.act.${act}.save`)} isPending={isPending}>
        {children(tried)}
      </DrawerForm>
    </SideDrawer>
  )
}
