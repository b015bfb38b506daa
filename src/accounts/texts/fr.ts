/** Sentences that a refused request answers, in French; `en.ts` has the same keys. `{name}` is filled in. */
export const fr = {
  password: {
    missing: "Indiquez un mot de passe, en texte.",
    unkeepable: "Le mot de passe contient un caractère qui ne peut pas être conservé. Retapez-le au clavier.",
    tooShort:
      "Le mot de passe a {length} caractères ; il en faut au moins {least}. Une phrase de plusieurs mots sans lien est facile à retenir.",
    tooLong: "Le mot de passe dépasse {most} caractères. Raccourcissez-le.",
    tooGuessable:
      "Ce mot de passe est trop facile à deviner : évitez les mots de passe courants, les suites, les répétitions, le nom de la boutique et votre adresse. Ajoutez un ou deux mots sans lien.",
  },
  email: "Indiquez une adresse e-mail, telle que prenom.nom@exemple.fr.",
  wait: "Trop d'essais. Attendez {time}, puis réessayez.",
  locked:
    "Trop d'échecs : depuis ce réseau, la connexion à ce compte est bloquée pendant {time}. Pour la débloquer tout de suite, demandez un code par e-mail : {link}",
  second: "une seconde",
  seconds: "{n} secondes",
  minutes: "{n} minutes",
  hours: "{n} heures",
}

export type AccountTexts = typeof fr
