import { defineConfig } from "@medusajs/framework/utils"
import { withHamon } from "medusa-plugin-hamon"

const { DATABASE_URL, JWT_SECRET, COOKIE_SECRET, HAMON_PUBLIC_URL, WITHOUT_PLUGIN } = process.env

/** The shop of the bench: nothing but Medusa, and the plugin as a shop installs it, or not. */
const shop = defineConfig({
  projectConfig: {
    databaseUrl: DATABASE_URL,
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000,http://localhost:8000",
      jwtSecret: JWT_SECRET,
      cookieSecret: COOKIE_SECRET,
    },
  },
  admin: { disable: true },
  modules: [
    {
      resolve: "@medusajs/medusa/notification",
      options: {
        providers: [
          { resolve: "@medusajs/medusa/notification-local", id: "local", options: { channels: ["feed", "email"] } },
        ],
      },
    },
  ],
})

module.exports = WITHOUT_PLUGIN
  ? shop
  : withHamon(shop, { secret: "a secret of the bench's store, of it alone", publicUrl: HAMON_PUBLIC_URL as string })
