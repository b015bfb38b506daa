import { whileBusy } from "./busy.js"
import { h } from "./dom.js"
import { say } from "./notice.js"
import { leavePayment, startedPayment } from "./payments.js"
import { fill, t } from "./settings.js"

/**
 * The way out of a payment that was started; null when there is none.
 * @param redraw shows the view again without it
 */
export function leavePaymentPart(methods, redraw) {
  const started = startedPayment()
  if (!started) return null
  const name = methods.find(({ provider_id }) => provider_id === started.provider_id)?.name ?? started.provider_id
  return h(
    "section",
    { class: "started", "aria-label": t.payment.leave },
    h("p", null, fill(t.payment.started, { name })),
    h("button", { type: "button", class: "second", onclick: () => leave(redraw) }, t.payment.leave),
  )
}

function leave(redraw) {
  whileBusy(async () => {
    const message = await leavePayment()
    await redraw()
    say(message)
    // The button is gone: who was on it hears where he is.
    document.querySelector("h1").focus()
  })
}
