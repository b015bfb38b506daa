import { Prompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useBlocker } from "react-router-dom"

/** Asks before another page of the admin takes the place of one with unsaved words. */
export const LeaveGuard = ({ when }: { when: boolean }) => {
  const { t } = useTranslation("hamon")
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
