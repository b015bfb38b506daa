import type Stripe from "stripe"
import type { StripeOptions } from "../../gateways/stripe/options"

/**
 * The terms of every intent. The server's options alone decide them: the store route accepts any `data`, and a customer
 * who could choose them would switch 3-D Secure off, or take the payment out of the merchant's hands.
 */
export function serversTerms(options: StripeOptions): Partial<Stripe.PaymentIntentCreateParams> {
  return {
    capture_method: options.capture,
    payment_method_types: options.paymentMethodTypes,
    ...(options.paymentMethodTypes.includes("card") && {
      payment_method_options: { card: { request_three_d_secure: options.threeDSecure } },
    }),
    ...(options.paymentDescription && { description: options.paymentDescription }),
    ...(options.statementDescriptorSuffix && { statement_descriptor_suffix: options.statementDescriptorSuffix }),
  }
}
