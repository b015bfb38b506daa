import { Alert, Button, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { createContext, type PropsWithChildren, type ReactNode, useContext } from "react"
import { useTranslation } from "react-i18next"
import { sentenceOf } from "../lib/errors"

/** Headings go down one level at a time, on a page of our own as on Medusa's. */
const PartLevel = createContext<"h2" | "h3">("h3")

/** A card of the admin: title, badges beside it, parts below. */
export const Section = ({
  title,
  level = "h2",
  aside,
  children,
}: PropsWithChildren<{ title: ReactNode; level?: "h1" | "h2"; aside?: ReactNode }>) => (
  <Container className="divide-y overflow-hidden p-0" data-hamon>
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
      <Heading level={level}>{title}</Heading>
      {aside && <div className="flex flex-wrap items-center gap-2">{aside}</div>}
    </div>
    <PartLevel.Provider value={level === "h1" ? "h2" : "h3"}>{children}</PartLevel.Provider>
  </Container>
)

/** A titled part of a card. */
export const Part = ({ title, aside, children }: PropsWithChildren<{ title: string; aside?: ReactNode }>) => (
  <div>
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 pb-2 pt-4">
      <Heading level={useContext(PartLevel)} className="h3-core">
        {title}
      </Heading>
      {aside}
    </div>
    {children}
  </div>
)

export const Facts = ({ children }: PropsWithChildren) => <dl className="divide-y">{children}</dl>

/** A label and what it says; under each other where the page is narrow. */
export const Fact = ({ label, children }: PropsWithChildren<{ label: string }>) => (
  <div className="text-ui-fg-subtle grid grid-cols-1 items-start gap-x-4 gap-y-1 px-6 py-4 sm:grid-cols-2">
    <dt className="txt-compact-small-plus">{label}</dt>
    <dd className="txt-compact-small min-w-0 break-words">{children}</dd>
  </div>
)

/** The foot of a card, where its buttons stand. */
export const Actions = ({ children }: PropsWithChildren) => (
  <div className="bg-ui-bg-subtle flex flex-wrap items-center justify-end gap-2 px-6 py-4">{children}</div>
)

export const Sentence = ({ children }: PropsWithChildren) => (
  <Text size="small" leading="compact" className="text-ui-fg-subtle text-pretty px-6 py-4">
    {children}
  </Text>
)

export const Loading = () => (
  <div className="flex flex-col gap-y-3 px-6 py-4" aria-busy="true">
    <Skeleton className="h-5 w-2/3" />
    <Skeleton className="h-5 w-1/2" />
  </div>
)

/** What kept something from being shown, and a way to ask again. */
export const Failure = ({ error, again }: { error: unknown; again: () => void }) => {
  const { t } = useTranslation("hamon")
  return (
    <div className="flex flex-col items-start gap-y-3 px-6 py-4" role="alert">
      <Alert variant="error">{[t("failure.notRead"), sentenceOf(error)].filter(Boolean).join(" ")}</Alert>
      <Button size="small" variant="secondary" onClick={again}>
        {t("failure.again")}
      </Button>
    </div>
  )
}
