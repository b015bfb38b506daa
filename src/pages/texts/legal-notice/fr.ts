/** Words of `/mentions-legales` in French; `en.ts` has the same keys. `{name}` is filled in. */
export const fr = {
  title: "Mentions légales et informations avant la commande",
  contents: "Sur cette page",
  unpublished: {
    title: "Mentions légales",
    sentence:
      "Le vendeur n'a pas encore publié ses mentions légales. Tant qu'elles manquent, ne passez pas de commande dans cette boutique : vous ne sauriez pas avec qui vous contractez.",
  },
  seller: {
    title: "Le vendeur",
    name: "Nom",
    address: "Adresse",
    headOffice: "Siège social",
    email: "E-mail",
    telephone: "Téléphone",
    register: "Immatriculation",
    siren: "SIREN",
    capital: "Capital social",
    vat: "N° de TVA intracommunautaire",
    vatExempt: "TVA non applicable, article 293 B du code général des impôts",
    activity: "Activité",
    authority: "Autorisation et règles professionnelles",
    website: "Site internet",
  },
  publication: {
    title: "Publication et hébergement",
    director: "Directeur de la publication",
    host: "Hébergeur",
    hostAddress: "Adresse de l'hébergeur",
    hostTelephone: "Téléphone de l'hébergeur",
    domain: "Nom de domaine",
    trademark: "Marque",
    inpi: "{name}, déposée à l'INPI sous le n° {number}",
  },
  payment: {
    title: "Moyens de paiement",
    intro: "Voici les moyens de paiement acceptés et ce que vous ferez pour chacun, dans l'ordre.",
    none: "Aucun moyen de paiement n'est proposé pour l'instant.",
    taken: "Quand la somme est-elle débitée ?",
    leave: "Comment renoncer au paiement ?",
    wrong: "Un paiement vous paraît suspect ?",
    security: "Sécurité des paiements",
    securityIntro: "Si un paiement vous paraît suspect, joignez-nous aussitôt :",
  },
  delivery: {
    title: "Livraison",
    areas: "Zones de livraison",
    restrictions: "Restrictions de livraison",
    countries: "Pays où nous livrons",
    none: "La boutique n'a pas encore dit où elle livre.",
  },
  withdrawal: {
    title: "Droit de rétractation",
    functionIntro: "Vous pouvez exercer votre droit de rétractation en ligne, sans compte et sans donner de motif :",
    formTitle: "Formulaire de rétractation",
    formIntro: "Vous pouvez aussi utiliser ce formulaire type ; ce n'est pas obligatoire.",
    pdf: "Télécharger le formulaire (PDF)",
    html: "Télécharger le formulaire (page à imprimer)",
  },
  guarantee: {
    title: "Garanties légales",
    goods: "Garanties légales des biens",
    digital: "Garanties légales des contenus et services numériques",
    french: "La loi donne ce texte en français seulement :",
    noticeTitle: "Avis harmonisé de l'Union européenne",
    noticeMore: "En savoir plus sur les garanties dans l'Union européenne",
    noticeFile: "Ouvrir l'avis officiel",
  },
  afterSales: {
    title: "Service après-vente et réclamations",
    free: "Appel non surtaxé",
    hours: "Horaires",
    returns: "Adresse de retour",
  },
  mediator: {
    title: "Médiateur de la consommation",
    intro:
      "Après une réclamation écrite restée sans solution, vous pouvez saisir gratuitement le médiateur, dans l'année qui suit cette réclamation :",
  },
  terms: { title: "Conditions de vente", link: "Lire les conditions de vente (version {version})" },
  form: { fileName: "formulaire-de-retractation", footer: "Page {page} sur {pages}" },
  noNotice: {
    title: "Avis harmonisé",
    sentence: "Le vendeur n'a pas encore déposé l'avis harmonisé sur la garantie légale.",
  },
}

export type LegalNoticeTexts = typeof fr
