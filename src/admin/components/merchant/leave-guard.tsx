import { Prompt } from "@medusajs/ui"
import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import { useBlocker } from "react-router-dom"

/**
 * Asks before a page with unsaved words is left, for another page of the admin or closed. One a page: the router hears the
 * last one alone.
 */
export const LeaveGuard = ({ when }: { when: boolean }) => {
  const { t } = useTranslation("hamon")
  useWarningOnUnload(when)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => when && currentLocation.pathname !== nextLocation.pathname,
  )
  return (
    <Prompt open={blocker.state === "blocked"}>
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("merchant.leaveQuestion")}</Prompt.Title>
          <Prompt.Description>{t("merchant.leaveFinal")}</Prompt.Description>
        </Prompt.Header>
        <Prompt.Footer>
          <Prompt.Cancel onClick={() => blocker.reset?.()}>{t("actions.cancel")}</Prompt.Cancel>
          <Prompt.Action onClick={() => blocker.proceed?.()}>{t("merchant.leave")}</Prompt.Action>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}

/** The browser asks before the page is closed. */
function useWarningOnUnload(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener("beforeunload", warn)
    return () => window.removeEventListener("beforeunload", warn)
  }, [dirty])
}
