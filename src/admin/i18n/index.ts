import en from "./en.json" with { type: "json" }
import fr from "./fr.json" with { type: "json" }

/** A namespace of our own: the dashboard merges the texts of all plugins into one. */
export default { en: { hamon: en }, fr: { hamon: fr } }
