/**
 * Every spec of the law in one file: the mutation tests load the law once for each mutant instead of once for each spec.
 * `house` reads the sources as text and is left out; `npm run mutation` writes the snapshots of this file before it starts.
 */
import "./bad-input.unit.spec"
import "./calendars.unit.spec"
import "./delivery.unit.spec"
import "./exceptions.unit.spec"
import "./foundations.unit.spec"
import "./guarantee.unit.spec"
import "./late-payment.unit.spec"
import "./merchant.unit.spec"
import "./refund-amount.unit.spec"
import "./refund-deadline.unit.spec"
import "./texts.unit.spec"
import "./time.unit.spec"
import "./withdrawal.unit.spec"
