/** Who sells in the seeded shop: everything that the law asks a merchant to say of himself. */
export const MERCHANT = {
  name: "Maison Lin",
  legalForm: "SARL",
  address: { lines: ["12 rue de la République"], postalCode: "69002", city: "Lyon", country: "FR" },
  email: "bonjour@maison-lin.example",
  telephone: "04 72 00 00 12",
  siren: "732829320",
  register: "RCS Lyon 732 829 320",
  capital: "10 000 €",
  vatNumber: "FR44732829320",
  activity: {
    fr: "Vente à distance d'arts de la table, de produits frais et de livres numériques.",
    en: "Distance selling of tableware, fresh produce and electronic books.",
  },
  publicationDirector: "Claire Lin",
  host: {
    name: "Hébergement Exemple SAS",
    address: "2 rue des Serveurs, 59100 Roubaix, France",
    telephone: "03 20 00 00 10",
  },
  website: "https://www.maison-lin.example",
  domain: "maison-lin.example",
  trademark: { name: "Maison Lin", inpiNumber: "4 123 456" },
  returnAddress: {
    lines: ["Maison Lin – Retours", "3 quai Perrache"],
    postalCode: "69002",
    city: "Lyon",
    country: "FR",
  },
  returnCost: { paidBy: "customer" },
  delivery: {
    areas: { fr: "France métropolitaine et Corse.", en: "Mainland France and Corsica." },
    restrictions: {
      fr: "Les produits frais ne sont pas livrés en Corse.",
      en: "Fresh produce is not delivered to Corsica.",
    },
  },
  sav: {
    telephone: "04 72 00 00 13",
    email: "sav@maison-lin.example",
    hours: { fr: "du lundi au vendredi, de 9 h à 18 h", en: "Monday to Friday, 9:00 to 18:00" },
  },
  mediator: {
    name: "Médiateur de la consommation (exemple)",
    address: "1 place de la Médiation, 75001 Paris",
    website: "https://mediateur.example",
  },
}
