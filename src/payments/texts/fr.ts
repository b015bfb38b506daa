import type { PaymentKind } from "../../modules/hamon/payment-options"

/** What is said of one kind of payment. `moneyTaken` depends on when the shop takes the money; `unsaid` holds in any case. */
export type KindTexts = {
  readonly name: string
  readonly what: string
  readonly steps: readonly string[]
  readonly moneyTaken: { readonly automatic?: string; readonly manual?: string; readonly unsaid: string }
  readonly howToLeave: string
  readonly ifWrong: string
}

export type PaymentTexts = {
  readonly theShop: string
  readonly kinds: Readonly<Record<PaymentKind, KindTexts>>
  /** Said after each `moneyTaken` of money that the shop may hold before it delivers (L214-2). */
  readonly interest: string
  /** Said after each `howToLeave`. */
  readonly afterOrder: string
  readonly contact: string
  /** Stands for `{contact}` while the merchant has not said who he is. */
  readonly contactUnknown: string
  /** Answers to a customer who leaves a payment. */
  readonly leaving: Readonly<
    Record<"left" | "nothing" | "ordered" | "paid" | "unavailable" | "busy" | "waiting", string>
  >
}

/**
 * How paying is explained in French; `en.ts` has the same keys. Slots: `{shop}`, `{provider}`, `{withdrawal}` (address of
 * the withdrawal function), `{contact}`.
 *
 * Nothing here is a promise that depends on the merchant: when he takes a reserved amount is his own act, so that it is
 * said « en principe ». Whether sums paid in advance are a deposit that binds neither
 * side (arrhes, L214-1) is not said: it depends on what the merchant stipulates. The interest of L214-2 does not.
 */
export const fr: PaymentTexts = {
  theShop: "la boutique",
  kinds: {
    card: {
      name: "Carte bancaire",
      what: "Vous payez par carte, dans un cadre sécurisé du prestataire de paiement ({provider}).",
      steps: [
        "Vous saisissez le numéro de la carte, sa date d'expiration et son cryptogramme dans le cadre de {provider}.",
        "Vous vérifiez la commande et son total, puis vous la validez par le bouton qui vous engage à payer.",
        "Votre banque peut vous demander de confirmer, dans son application ou par un code : c'est l'authentification forte (3-D Secure). Vérifiez le montant et le nom du bénéficiaire avant de confirmer.",
        "Vous revenez à la boutique, et la confirmation de la commande vous est envoyée par e-mail.",
      ],
      moneyTaken: {
        automatic:
          "Votre carte est débitée à la commande. Le jour où la somme quitte votre compte dépend de votre carte (débit immédiat ou différé).",
        manual:
          "À la commande, votre banque réserve le montant (autorisation) : rien n'est encore débité, mais votre plafond disponible peut baisser d'autant. La boutique le débite ensuite, en principe quand le colis part. Une autorisation qui n'est pas suivie d'un débit s'éteint d'elle-même.",
        unsaid:
          "À la commande, votre banque autorise le montant ; la boutique le débite à ce moment ou plus tard. La somme débitée ne dépasse pas le total que vous avez validé.",
      },
      howToLeave:
        "Tant que vous n'avez ni validé la commande ni confirmé auprès de votre banque, vous pouvez quitter le paiement : rien n'est débité, et votre panier est conservé. Si votre banque vous demande une confirmation que vous ne voulez plus donner, refusez-la.",
      ifWrong:
        "Un paiement que vous n'avez pas autorisé : prévenez votre banque sans attendre, puis la boutique. Votre banque doit en principe vous rembourser (code monétaire et financier, art. L133-18), si vous le signalez au plus tard treize mois après le débit (art. L133-24).",
    },
    paypal: {
      name: "PayPal",
      what: "Vous payez sur le site de PayPal, avec votre compte PayPal. La boutique ne reçoit ni votre mot de passe ni vos coordonnées bancaires.",
      steps: [
        "Vous vérifiez la commande et son total, puis vous la validez par le bouton qui vous engage à payer.",
        "Vous êtes conduit sur le site de PayPal : vérifiez que l'adresse est bien celle de PayPal avant de vous connecter.",
        "Vous vérifiez le montant et le bénéficiaire, puis vous approuvez le paiement. PayPal ou votre banque peut vous demander de confirmer, dans une application ou par un code (authentification forte, 3-D Secure pour une carte).",
        "Vous revenez à la boutique, et la confirmation de la commande vous est envoyée par e-mail.",
      ],
      moneyTaken: {
        automatic: "PayPal débite votre moyen de paiement à la commande.",
        manual:
          "À la commande, PayPal réserve le montant (autorisation) : la boutique n'a encore rien reçu. Elle le débite ensuite, en principe quand le colis part. Une autorisation qui n'est pas suivie d'un débit s'éteint d'elle-même.",
        unsaid:
          "À la commande, PayPal autorise le montant ; la boutique le débite à ce moment ou plus tard. La somme débitée ne dépasse pas le total que vous avez approuvé.",
      },
      howToLeave:
        "Tant que vous n'avez pas approuvé le paiement sur le site de PayPal, vous pouvez le quitter : choisissez d'y annuler et de revenir à la boutique. Rien n'est débité, et votre panier est conservé.",
      ifWrong:
        "Un paiement que vous n'avez pas autorisé : signalez-le sans attendre à PayPal, et à votre banque si votre compte ou votre carte a été débité, puis à la boutique. Il doit en principe vous être remboursé (code monétaire et financier, art. L133-18), si vous le signalez au plus tard treize mois après le débit (art. L133-24).",
    },
    bank_transfer: {
      name: "Virement bancaire",
      what: "Vous donnez vous-même à votre banque l'ordre de virer le montant à {shop}. Aucune carte n'est demandée.",
      steps: [
        "Vous vérifiez la commande et son total, puis vous la validez par le bouton qui vous engage à payer.",
        "La boutique vous indique le nom du bénéficiaire, l'IBAN et la référence à rappeler.",
        "Vous ordonnez le virement depuis le site ou l'application de votre banque, qui peut vous demander de confirmer dans son application ou par un code. Si elle vous avertit que le nom et l'IBAN ne concordent pas, ne confirmez pas : appelez la boutique.",
        "La référence permet à la boutique de rapprocher votre virement de la commande.",
      ],
      moneyTaken: {
        unsaid:
          "Rien n'est prélevé : la somme quitte votre compte quand votre banque exécute le virement que vous ordonnez.",
      },
      howToLeave:
        "Tant que vous n'avez pas validé la commande, vous pouvez quitter ce paiement et en choisir un autre : votre panier est conservé. Un virement exécuté ne se reprend pas : n'en ordonnez aucun si vous renoncez à la commande.",
      ifWrong:
        "Si un message vous annonce un autre IBAN que celui de la commande, ne payez pas avant d'avoir appelé la boutique à un numéro que vous connaissez. Un virement que vous n'avez pas autorisé : prévenez votre banque sans attendre ; elle doit en principe vous rembourser (code monétaire et financier, art. L133-18), si vous le signalez au plus tard treize mois après le débit (art. L133-24).",
    },
    manual: {
      name: "Règlement auprès de la boutique",
      what: "La boutique encaisse elle-même votre règlement. Aucune carte et aucun compte ne sont demandés en ligne.",
      steps: [
        "Vous vérifiez la commande et son total, puis vous la validez par le bouton qui vous engage à payer.",
        "La confirmation de la commande vous est envoyée par e-mail.",
        "Vous réglez la boutique de la manière qu'elle vous indique. Si vous payez à cette occasion par carte ou par virement, votre banque peut vous demander de confirmer, dans son application ou par un code (3-D Secure pour une carte).",
      ],
      moneyTaken: { unsaid: "Rien n'est débité en ligne à la commande : vous payez quand vous réglez la boutique." },
      howToLeave:
        "Tant que vous n'avez pas validé la commande, vous pouvez quitter ce paiement et en choisir un autre : votre panier est conservé.",
      ifWrong:
        "Si quelqu'un vous réclame un règlement au nom de la boutique et que vous avez un doute, ne payez pas : appelez-la d'abord. Un paiement que vous n'avez pas autorisé : prévenez votre banque sans attendre ; elle doit en principe vous rembourser (code monétaire et financier, art. L133-18), si vous le signalez au plus tard treize mois après le débit (art. L133-24).",
    },
    other: {
      name: "Paiement par {provider}",
      what: "Vous payez par l'intermédiaire du prestataire de paiement {provider}.",
      steps: [
        "Vous donnez au prestataire les indications qu'il vous demande, dans cette boutique ou sur son propre site : vérifiez alors que l'adresse est bien la sienne.",
        "Vous vérifiez la commande et son total, puis vous la validez par le bouton qui vous engage à payer.",
        "Le prestataire ou votre banque peut vous demander de confirmer, dans une application ou par un code (authentification forte, 3-D Secure pour une carte). Vérifiez le montant et le nom du bénéficiaire avant de confirmer.",
        "Vous revenez à la boutique, et la confirmation de la commande vous est envoyée par e-mail.",
      ],
      moneyTaken: {
        unsaid:
          "La somme est débitée à la commande ou plus tard, selon ce prestataire ; il vous l'indique quand vous payez. Elle ne dépasse pas le total que vous avez validé.",
      },
      howToLeave:
        "Tant que vous n'avez ni validé la commande ni confirmé le paiement auprès du prestataire ou de votre banque, vous pouvez le quitter : votre panier est conservé, et vous pouvez choisir un autre moyen de paiement.",
      ifWrong:
        "Un paiement que vous n'avez pas autorisé : prévenez sans attendre votre banque ou ce prestataire, puis la boutique. Il doit en principe vous être remboursé (code monétaire et financier, art. L133-18), si vous le signalez au plus tard treize mois après le débit (art. L133-24).",
    },
  },
  interest:
    "Une somme payée plus de trois mois avant la livraison (ou l'exécution du service) porte intérêt à votre profit, au taux légal, de la fin de ces trois mois jusqu'à cette date (code de la consommation, art. L214-2).",
  afterOrder:
    "Une fois la commande passée, vous pouvez encore renoncer au contrat, dès avant l'expédition et jusqu'à la fin du délai de rétractation, sauf exception annoncée : {withdrawal}",
  contact: "Pour toute question de sécurité sur un paiement, contactez la boutique : {contact}.",
  contactUnknown: "ses coordonnées figurent dans ses mentions légales",
  leaving: {
    left: "Le paiement est annulé : rien ne sera débité. Si votre banque affiche un montant réservé, elle le libère d'elle-même. Si une fenêtre de paiement est encore ouverte, n'y confirmez plus rien. Votre panier est conservé : vous pouvez choisir un autre moyen de paiement.",
    nothing: "Aucun paiement n'était commencé. Votre panier est conservé.",
    ordered:
      "Votre commande est déjà passée : rien n'a été annulé. Pour y renoncer, même avant l'expédition, utilisez la fonction de rétractation, sauf exception annoncée : {withdrawal}",
    paid: "Votre paiement a déjà été fait : rien n'a été annulé. La commande s'enregistre ; sa confirmation vous est envoyée par e-mail, puis vous pouvez y renoncer, sauf exception annoncée : {withdrawal} Si vous ne recevez pas de confirmation, contactez la boutique : {contact}.",
    unavailable:
      "Le prestataire de paiement n'a pas pu annuler ce paiement. Votre panier est conservé et aucune commande n'est passée. Réessayez dans un instant ; d'ici là, ne confirmez rien auprès de votre banque. Si cela dure, contactez la boutique : {contact}.",
    busy: "Votre commande est en cours de traitement dans une autre fenêtre : ce paiement n'a pas été annulé. Attendez un instant, puis réessayez.",
    waiting:
      "Le prestataire de paiement n'a pas encore répondu : l'annulation est demandée, mais pas encore confirmée. Votre panier est conservé. Réessayez dans un instant ; d'ici là, ne confirmez rien auprès de votre banque.",
  },
}
