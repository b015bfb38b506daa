import { XMark } from "@medusajs/icons"
import { Button, Drawer, Heading, IconButton } from "@medusajs/ui"
import type { PropsWithChildren } from "react"
import { useTranslation } from "react-i18next"

type Props = PropsWithChildren<{
  button: string
  title: string
  intro: string
  open: boolean
  onOpenChange: (open: boolean) => void
  /** What becomes of the keyboard when it closes; by default it goes back to the button. */
  onCloseAutoFocus?: (event: Event) => void
}>

/** A form at the side of the page, behind its button. */
export const SideDrawer = ({ button, title, intro, open, onOpenChange, onCloseAutoFocus, children }: Props) => {
  const { t } = useTranslation("hamon")
  return (
    <Drawer open={open} onOpenChange={onOpenChange}>
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {button}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content onCloseAutoFocus={onCloseAutoFocus}>
        {/* Medusa's own header has a button without a name. */}
        <div className="border-ui-border-base flex flex-col gap-y-1 border-b px-6 py-4">
          <div className="flex items-center justify-between">
            <Drawer.Title asChild>
              <Heading>{title}</Heading>
            </Drawer.Title>
            <Drawer.Close asChild>
              <IconButton size="small" type="button" variant="transparent" aria-label={t("actions.close")}>
                <XMark />
              </IconButton>
            </Drawer.Close>
          </div>
          <Drawer.Description className="text-ui-fg-subtle txt-small text-pretty">{intro}</Drawer.Description>
        </div>
        {/* Made anew each time: what was typed and given up is not found again. */}
        {open && children}
      </Drawer.Content>
    </Drawer>
  )
}
