import { defineConfig } from "@medusajs/framework/utils"
import { withHamon } from "medusa-plugin-hamon"

const { DATABASE_URL, HAMON_PUBLIC_URL, REGISTRATION, SMTP_PORT } = process.env

const config = {
  projectConfig: {
    databaseUrl: DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: "only the test's",
      cookieSecret: "only the test's",
    },
  },
}

const options = {
  secret: "a secret of the bare store, only the test's",
  publicUrl: HAMON_PUBLIC_URL ?? "http://localhost:9000",
}
const smtp = { host: "localhost", port: Number(SMTP_PORT), from: "Bare Store <bonjour@bare-store.example>" }

/** The two ways in which a shop registers the plugin. */
module.exports =
  REGISTRATION === "plugins"
    ? defineConfig({ ...config, plugins: [{ resolve: "medusa-plugin-hamon", options }] })
    : withHamon(config, { ...options, smtp })
