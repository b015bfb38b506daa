import { PaymentSessionStatus as Status } from "@medusajs/framework/utils"
import type Stripe from "stripe"

/** What Medusa calls the state of an intent. */
export function sessionStatus({ status, last_payment_error }: Stripe.PaymentIntent): Status {
  switch (status) {
    case "requires_payment_method":
      return last_payment_error ? Status.ERROR : Status.PENDING
    case "requires_action":
      return Status.REQUIRES_MORE
    case "requires_capture":
      return Status.AUTHORIZED
    case "succeeded":
      return Status.CAPTURED
    case "canceled":
      return Status.CANCELED
    case "requires_confirmation":
    case "processing":
      return Status.PENDING
  }
}
