import type { AccountTexts } from "./fr"

/** Sentences that a refused request answers, in English. */
export const en: AccountTexts = {
  password: {
    missing: "Give a password, as text.",
    unkeepable: "The password holds a character that cannot be kept. Type it again on the keyboard.",
    tooShort:
      "The password has {length} characters; at least {least} are needed. A phrase of several unrelated words is easy to remember.",
    tooLong: "The password is longer than {most} characters. Shorten it.",
    tooGuessable:
      "This password is too easy to guess: avoid common passwords, sequences, repetitions, the name of the shop and your address. Add one or two unrelated words.",
  },
  email: "Give an e-mail address, such as first.last@example.com.",
  wait: "Too many attempts. Wait {time}, then try again.",
  locked:
    "Too many failures: from this network, logging in to this account is locked for {time}. To unlock it at once, ask for a code by e-mail: {link}",
  second: "one second",
  seconds: "{n} seconds",
  minutes: "{n} minutes",
  hours: "{n} hours",
}
