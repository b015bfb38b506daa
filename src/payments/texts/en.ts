import type { PaymentTexts } from "./fr"

/** How paying is explained in English. */
export const en: PaymentTexts = {
  theShop: "the shop",
  kinds: {
    card: {
      name: "Bank card",
      what: "You pay by card, in a secure frame of the payment provider ({provider}).",
      steps: [
        "You type the number of the card, its expiry date and its security code in the frame of {provider}.",
        "You check the order and its total, then place it with the button that obliges you to pay.",
        "Your bank may ask you to confirm, in its app or by a code: this is strong authentication (3-D Secure). Check the amount and the name of the payee before you confirm.",
        "You come back to the shop, and the confirmation of the order is sent to you by e-mail.",
      ],
      moneyTaken: {
        automatic:
          "Your card is charged at the order. The day on which the money leaves your account depends on your card (immediate or deferred debit).",
        manual:
          "At the order, your bank reserves the amount (authorisation): nothing is charged yet, but your available limit may be lower by it. The shop charges it later, as a rule when the parcel leaves. An authorisation that no charge follows lapses by itself.",
        unsaid:
          "At the order, your bank authorises the amount; the shop charges it then or later. The sum charged does not exceed the total that you confirmed.",
      },
      howToLeave:
        "As long as you have neither placed the order nor confirmed with your bank, you can leave the payment: nothing is charged, and your cart is kept. If your bank asks for a confirmation that you no longer want to give, refuse it.",
      ifWrong:
        "A payment that you did not authorise: tell your bank at once, then the shop. Your bank must in principle refund you (French Monetary and Financial Code, art. L133-18), if you report it within thirteen months of the debit (art. L133-24).",
    },
    paypal: {
      name: "PayPal",
      what: "You pay on PayPal's site, with your PayPal account. The shop receives neither your password nor your bank details.",
      steps: [
        "You check the order and its total, then place it with the button that obliges you to pay.",
        "You are taken to PayPal's site: check that the address is PayPal's own before you log in.",
        "You check the amount and the payee, then approve the payment. PayPal or your bank may ask you to confirm, in an app or by a code (strong authentication, 3-D Secure for a card).",
        "You come back to the shop, and the confirmation of the order is sent to you by e-mail.",
      ],
      moneyTaken: {
        automatic: "PayPal charges your means of payment at the order.",
        manual:
          "At the order, PayPal reserves the amount (authorisation): the shop has received nothing yet. It charges it later, as a rule when the parcel leaves. An authorisation that no charge follows lapses by itself.",
        unsaid:
          "At the order, PayPal authorises the amount; the shop charges it then or later. The sum charged does not exceed the total that you approved.",
      },
      howToLeave:
        "As long as you have not approved the payment on PayPal's site, you can leave it: choose there to cancel and return to the shop. Nothing is charged, and your cart is kept.",
      ifWrong:
        "A payment that you did not authorise: report it at once to PayPal, and to your bank if your account or card was debited, then to the shop. It must in principle be refunded (French Monetary and Financial Code, art. L133-18), if you report it within thirteen months of the debit (art. L133-24).",
    },
    bank_transfer: {
      name: "Bank transfer",
      what: "You yourself order your bank to transfer the amount to {shop}. No card is asked for.",
      steps: [
        "You check the order and its total, then place it with the button that obliges you to pay.",
        "The shop tells you the name of the payee, the IBAN and the reference to give.",
        "You order the transfer on the site or in the app of your bank, which may ask you to confirm in its app or by a code. If it warns you that the name and the IBAN do not match, do not confirm: call the shop.",
        "The reference lets the shop match your transfer to the order.",
      ],
      moneyTaken: {
        unsaid:
          "Nothing is collected from you: the money leaves your account when your bank executes the transfer that you order.",
      },
      howToLeave:
        "As long as you have not placed the order, you can leave this payment and choose another: your cart is kept. A transfer that was executed cannot be taken back: order none if you give up the order.",
      ifWrong:
        "If a message tells you another IBAN than the one of the order, do not pay before you have called the shop on a number that you know. A transfer that you did not authorise: tell your bank at once; it must in principle refund you (French Monetary and Financial Code, art. L133-18), if you report it within thirteen months of the debit (art. L133-24).",
    },
    manual: {
      name: "Payment to the shop",
      what: "The shop collects your payment itself. No card and no account are asked for online.",
      steps: [
        "You check the order and its total, then place it with the button that obliges you to pay.",
        "The confirmation of the order is sent to you by e-mail.",
        "You pay the shop in the way that it tells you. If you then pay by card or transfer, your bank may ask you to confirm, in its app or by a code (3-D Secure for a card).",
      ],
      moneyTaken: { unsaid: "Nothing is charged online at the order: you pay when you settle with the shop." },
      howToLeave:
        "As long as you have not placed the order, you can leave this payment and choose another: your cart is kept.",
      ifWrong:
        "If somebody asks you for a payment in the name of the shop and you are in doubt, do not pay: call the shop first. A payment that you did not authorise: tell your bank at once; it must in principle refund you (French Monetary and Financial Code, art. L133-18), if you report it within thirteen months of the debit (art. L133-24).",
    },
    other: {
      name: "Payment by {provider}",
      what: "You pay through the payment provider {provider}.",
      steps: [
        "You give the provider what it asks for, in this shop or on its own site: check then that the address is its own.",
        "You check the order and its total, then place it with the button that obliges you to pay.",
        "The provider or your bank may ask you to confirm, in an app or by a code (strong authentication, 3-D Secure for a card). Check the amount and the name of the payee before you confirm.",
        "You come back to the shop, and the confirmation of the order is sent to you by e-mail.",
      ],
      moneyTaken: {
        unsaid:
          "The sum is charged at the order or later, as this provider does it; it tells you when you pay. It does not exceed the total that you confirmed.",
      },
      howToLeave:
        "As long as you have neither placed the order nor confirmed the payment with the provider or your bank, you can leave it: your cart is kept, and you can choose another means of payment.",
      ifWrong:
        "A payment that you did not authorise: tell your bank or this provider at once, then the shop. It must in principle be refunded (French Monetary and Financial Code, art. L133-18), if you report it within thirteen months of the debit (art. L133-24).",
    },
  },
  interest:
    "A sum that is paid more than three months before the delivery (or the performance of the service) bears interest in your favour, at the legal rate, from the end of these three months until that date (French Consumer Code, art. L214-2).",
  afterOrder:
    "Once the order is placed, you can still withdraw from the contract, from before dispatch until the end of the withdrawal period, unless an exception was announced: {withdrawal}",
  contact: "For any question about the security of a payment, contact the shop: {contact}.",
  contactUnknown: "its contact details are in its legal notice",
  leaving: {
    left: "The payment is cancelled: nothing will be charged. If your bank shows a reserved amount, it releases it by itself. If a window of the payment is still open, confirm nothing there. Your cart is kept: you can choose another means of payment.",
    nothing: "No payment had been started. Your cart is kept.",
    ordered:
      "Your order has already been placed: nothing was cancelled. To withdraw from it, even before dispatch, use the withdrawal function, unless an exception was announced: {withdrawal}",
    paid: "Your payment has already been made: nothing was cancelled. The order is being recorded; its confirmation is sent to you by e-mail, and then you can withdraw from it, unless an exception was announced: {withdrawal} If you receive no confirmation, contact the shop: {contact}.",
    unavailable:
      "The payment provider could not cancel this payment. Your cart is kept and no order is placed. Try again in a moment; until then, confirm nothing with your bank. If this lasts, contact the shop: {contact}.",
    busy: "Your order is being processed in another window: this payment was not cancelled. Wait a moment, then try again.",
    waiting:
      "The payment provider has not answered yet: the cancellation has been requested, but is not yet confirmed. Your cart is kept. Try again in a moment; until then, confirm nothing with your bank.",
  },
}
