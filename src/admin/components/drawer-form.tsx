import { Button, Drawer } from "@medusajs/ui"
import type { FormEvent, PropsWithChildren } from "react"
import { useTranslation } from "react-i18next"
import { Refusal } from "./refusal"

type Props = PropsWithChildren<{
  onSubmit: (event: FormEvent) => void
  /** What the server refused. */
  error: unknown
  save: string
  isPending: boolean
}>

/** The form of a drawer: fields that scroll; below them, always in sight, what was refused and the buttons. */
export const DrawerForm = ({ onSubmit, error, save, isPending, children }: Props) => {
  const { t } = useTranslation("hamon")
  return (
    <form noValidate onSubmit={onSubmit} className="flex min-h-0 flex-1 flex-col">
      <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">{children}</Drawer.Body>
      {Boolean(error) && (
        <div className="border-ui-border-base border-t px-6 py-4">
          <Refusal error={error} />
        </div>
      )}
      <Drawer.Footer>
        <Drawer.Close asChild>
          <Button size="small" variant="secondary" type="button">
            {t("actions.cancel")}
          </Button>
        </Drawer.Close>
        <Button size="small" type="submit" isLoading={isPending}>
          {save}
        </Button>
      </Drawer.Footer>
    </form>
  )
}
