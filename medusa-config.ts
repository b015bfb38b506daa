import { defineConfig } from "@medusajs/framework/utils"

/**
 * The plugin's own root as a store: `medusa develop`, the integration tests and the demo run `src/` through it. It is not
 * part of the package; a host registers the plugin as the README says.
 */
const { DATABASE_URL, REDIS_URL, HAMON_PUBLIC_URL, HAMON_SECRET, SMTP_HOST, SMTP_PORT, STORE_CORS } = process.env
const { HAMON_STOREFRONT_URL } = process.env
/** The folder of a plugin that runs beside this one: the benches' references. */
const { HAMON_BESIDE } = process.env
const { STRIPE_API_KEY, STRIPE_API_BASE, STRIPE_WEBHOOK_SECRET, STRIPE_3DS } = process.env
const { PAYPAL_CLIENT_ID, PAYPAL_CLIENT_SECRET, PAYPAL_API_BASE, PAYPAL_WEBHOOK_ID } = process.env
const { PAYPAL_RETURN_URL, PAYPAL_CANCEL_URL } = process.env

const stripe = STRIPE_API_KEY && {
  apiKey: STRIPE_API_KEY,
  webhookSecret: STRIPE_WEBHOOK_SECRET?.split(","),
  ...(STRIPE_API_BASE && { apiBase: STRIPE_API_BASE }),
  ...(STRIPE_3DS && { threeDSecure: STRIPE_3DS }),
}
const paypal = PAYPAL_CLIENT_ID && {
  clientId: PAYPAL_CLIENT_ID,
  clientSecret: PAYPAL_CLIENT_SECRET,
  webhookId: PAYPAL_WEBHOOK_ID?.split(","),
  environment: "sandbox",
  returnUrl: PAYPAL_RETURN_URL,
  cancelUrl: PAYPAL_CANCEL_URL,
  ...(PAYPAL_API_BASE && { apiBase: PAYPAL_API_BASE }),
}
const payments = [
  stripe && { resolve: "./src/providers/hamon-stripe", id: "default", options: stripe },
  paypal && { resolve: "./src/providers/hamon-paypal", id: "default", options: paypal },
].filter((one) => one)

const hamon = {
  ...(stripe && { stripe }),
  ...(paypal && { paypal }),
  secret: HAMON_SECRET ?? "a secret of the development store only",
  publicUrl: HAMON_PUBLIC_URL ?? "http://localhost:9000",
  // The shop of the demo is on this machine: the report may look for the links there.
  ...(HAMON_STOREFRONT_URL && { storefrontUrl: HAMON_STOREFRONT_URL, report: { allowPrivateAddresses: true } }),
}

const email = SMTP_HOST
  ? {
      resolve: "./src/providers/smtp",
      id: "hamon-smtp",
      options: {
        channels: ["email"],
        from: "Maison Lin <bonjour@maison-lin.example>",
        host: SMTP_HOST,
        port: Number(SMTP_PORT),
      },
    }
  : { resolve: "@medusajs/medusa/notification-local", id: "local-email", options: { channels: ["email"] } }

const redis = REDIS_URL
  ? [
      { resolve: "@medusajs/medusa/event-bus-redis", options: { redisUrl: REDIS_URL } },
      { resolve: "@medusajs/medusa/workflow-engine-redis", options: { redis: { redisUrl: REDIS_URL } } },
      {
        resolve: "@medusajs/medusa/locking",
        options: {
          providers: [
            {
              resolve: "@medusajs/medusa/locking-redis",
              id: "locking-redis",
              is_default: true,
              options: { redisUrl: REDIS_URL },
            },
          ],
        },
      },
    ]
  : []

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: DATABASE_URL,
    redisUrl: REDIS_URL,
    http: {
      storeCors: STORE_CORS ?? "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000,http://localhost:8000",
      jwtSecret: process.env.JWT_SECRET ?? "development",
      cookieSecret: process.env.COOKIE_SECRET ?? "development",
    },
    // The demo is served without TLS, on this machine only: a Secure cookie would keep everybody out of the admin.
    cookieOptions: { secure: false, sameSite: "lax" },
  },
  plugins: HAMON_BESIDE ? [HAMON_BESIDE] : [],
  admin: { path: "/app", disable: process.env.DISABLE_MEDUSA_ADMIN === "true" },
  modules: [
    { resolve: "./src/modules/hamon", options: hamon },
    { resolve: "./src/modules/sav" },
    {
      resolve: "@medusajs/medusa/notification",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/notification-local",
            id: "local",
            options: { name: "Admin feed", channels: ["feed"] },
          },
          email,
        ],
      },
    },
    { resolve: "@medusajs/medusa/payment", options: { providers: payments } },
    ...redis,
  ],
})
