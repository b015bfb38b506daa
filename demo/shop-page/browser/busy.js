import { say, sayNothing } from "./notice.js"

const main = document.getElementById("content")

let running = null

/**
 * Runs a task with every control of the view disabled, and only when no other runs: two clicks never make two orders.
 * What goes wrong is said in the live region.
 * @param onError told first; true when it dealt with the error itself
 */
export async function whileBusy(task, onError = () => false) {
  if (running) return
  const focused = document.activeElement
  const controls = [...main.querySelectorAll("button, input, select")].filter((control) => !control.disabled)
  for (const control of controls) control.disabled = true
  main.setAttribute("aria-busy", "true")
  sayNothing()
  running = task()
  try {
    await running
  } catch (error) {
    if (!onError(error)) say(error.message, { error: true })
  } finally {
    running = null
    main.removeAttribute("aria-busy")
    for (const control of controls) control.disabled = false
    // A control that is disabled loses the focus: somebody on a keyboard would be back at the top of the page.
    if (document.activeElement === document.body && focused?.isConnected) focused.focus()
  }
}

/** When the task that runs is over, however it went. */
export async function settled() {
  while (running) await running.catch(() => undefined)
}
