import { CheckoutService } from "./checkout"

/** Paid extras: what customers chose, and what was found in orders without a choice (L121-17). */
export class ExtrasService extends CheckoutService {}
