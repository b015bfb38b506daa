import { createContext, type RefObject, useContext, useRef } from "react"

/** Where the keyboard goes on after an act, whose button may be gone then: what is to be done next. */
export const AfterAct = createContext<RefObject<HTMLElement> | null>(null)

/**
 * Keeps the keyboard on the page when a drawer closes after its act; closed without one, it goes back to the button.
 * @param to instead of the page's own place
 */
export function useAfterAct(to?: RefObject<HTMLElement>) {
  const next = useContext(AfterAct)
  const done = useRef(false)
  return {
    onDone: () => {
      done.current = true
    },
    onCloseAutoFocus: (event: Event) => {
      const place = (to ?? next)?.current
      if (!done.current || !place) return
      done.current = false
      event.preventDefault()
      place.focus()
    },
  }
}
