import { frozen } from "../foundations/frozen"
import type { StatutoryText } from "./statutory-text"

/**
 * Model withdrawal form: annex to R221-1 in French; annex I(B) of Directive 2011/83 in English.
 * The contract comes with it (L221-13). Square brackets are filled in by the trader.
 */
export const MODEL_FORM: readonly StatutoryText[] = frozen([
  {
    id: "modelForm",
    locale: "fr",
    from: "2022-05-28",
    articles: ["R221-1", "L221-5"],
    source: "Code de la consommation, annexe à l'article R221-1",
    verbatim: true,
    paragraphs: [
      "MODÈLE DE FORMULAIRE DE RÉTRACTATION",
      "(Veuillez compléter et renvoyer le présent formulaire uniquement si vous souhaitez vous rétracter du contrat.)",
      "A l'attention de [le professionnel insère ici son nom, son adresse géographique et son adresse électronique] :",
      "Je/nous (*) vous notifie/notifions (*) par la présente ma/notre (*) rétractation du contrat portant sur la vente du bien (*)/pour la prestation de services (*) ci-dessous :",
      "Commandé le (*)/reçu le (*) :",
      "Nom du (des) consommateur(s) :",
      "Adresse du (des) consommateur(s) :",
      "Signature du (des) consommateur(s) (uniquement en cas de notification du présent formulaire sur papier) :",
      "Date :",
      "(*) Rayez la mention inutile.",
    ],
  },
  {
    id: "modelForm",
    locale: "en",
    from: "2022-05-28",
    articles: ["R221-1", "Dir. 2011/83"],
    source: "Directive 2011/83/EU, annex I(B), as amended by Directive (EU) 2019/2161",
    verbatim: false,
    paragraphs: [
      "Model withdrawal form",
      "(complete and return this form only if you wish to withdraw from the contract)",
      "— To [here the trader's name, geographical address and email address are to be inserted by the trader]:",
      "— I/We (*) hereby give notice that I/We (*) withdraw from my/our (*) contract of sale of the following goods (*)/for the provision of the following service (*),",
      "— Ordered on (*)/received on (*),",
      "— Name of consumer(s),",
      "— Address of consumer(s),",
      "— Signature of consumer(s) (only if this form is notified on paper),",
      "— Date",
      "(*) Delete as appropriate.",
    ],
  },
])
