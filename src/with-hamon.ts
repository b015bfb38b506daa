import type { ConfigModule, InputConfig, InputConfigWithArrayModules } from "@medusajs/framework/types"
import { defineConfig, Modules } from "@medusajs/framework/utils"
import type { PaypalOptionsInput } from "./gateways/paypal/options"
import type { StripeOptionsInput } from "./gateways/stripe/options"
import type { HamonOptionsInput } from "./modules/hamon/options"
import type { SmtpOptionsInput } from "./providers/smtp/options"

const PLUGIN = "medusa-plugin-hamon"

export type WithHamonOptions = Omit<HamonOptionsInput, "stripe" | "paypal"> & {
  /** Stripe, with 3-D Secure: registers the payment provider `pp_hamon-stripe_default`. */
  readonly stripe?: StripeOptionsInput
  /** PayPal: registers the payment provider `pp_hamon-paypal_default`. */
  readonly paypal?: PaypalOptionsInput
  /** The shop's SMTP server. Without it letters leave by the host's own provider of the `email` channel. */
  readonly smtp?: Omit<SmtpOptionsInput, "channels">
}

type Provider = {
  readonly resolve: string
  readonly id: string
  readonly options: Readonly<Record<string, unknown>> & { readonly channels?: readonly string[] }
}
type HostModules = NonNullable<ConfigModule["modules"]>

/**
 * Adds the plugin to a host's medusa-config: `module.exports = withHamon({ projectConfig, modules, … }, { …, smtp, stripe })`.
 *
 * - The plugin is listed with the options, unless the host lists it: then the host's entry stands as it is.
 * - With `smtp`, letters leave by that server, unless the host has a provider on the `email` channel: Medusa accepts one
 *   provider a channel, so the host's stays and `smtp` is not used.
 * - With `stripe` or `paypal`, that payment provider is added beside the host's own, which are never touched: an existing
 *   `pp_stripe_…` goes on serving the payments that were made with it. The plugin itself reads the same options, to verify
 *   webhooks and read refunds back.
 * - A host that configures the notification module loses Medusa's provider of the `feed` channel, the bell of the admin,
 *   where staff is told what is due; it is added back.
 * - A module that the host disabled stays disabled.
 *
 * @param config what `defineConfig` accepts, or what it returned; never changed
 * @param options the plugin's options, and `smtp`
 * @returns a complete configuration, as `defineConfig` returns it
 */
export function withHamon(config: InputConfig | ConfigModule, options: WithHamonOptions): ConfigModule {
  const { smtp, ...pluginOptions } = options
  const defined = isDefined(config) ? config : define(config)
  return {
    ...defined,
    plugins: withPlugin(defined.plugins ?? [], pluginOptions),
    modules: withPayments(withLetters(defined.modules ?? {}, smtp), options),
  }
}

/**
 * Whether `defineConfig` made it. Doing that twice would bring back modules that the host took out in between; not doing
 * it at all leaves a shop without modules, so everything that it always adds must be there.
 */
function isDefined(config: InputConfig | ConfigModule): config is ConfigModule {
  const { admin, modules, projectConfig } = config
  return (
    admin?.path !== undefined &&
    admin.backendUrl !== undefined &&
    projectConfig?.redisOptions?.retryStrategy !== undefined &&
    modules !== undefined &&
    !Array.isArray(modules) &&
    Modules.API_KEY in modules
  )
}

/** `defineConfig` deletes and sets fields of the entries of a list of modules; it gets copies. Of an object it copies them. */
function define({ modules, ...config }: InputConfig): ConfigModule {
  const copies = Array.isArray(modules) ? modules.map((entry) => ({ ...entry })) : modules
  return defineConfig({ ...config, modules: copies } as InputConfigWithArrayModules)
}

function withPlugin(plugins: ConfigModule["plugins"], options: HamonOptionsInput): ConfigModule["plugins"] {
  const listed = plugins.some((plugin) => (typeof plugin === "string" ? plugin : plugin.resolve) === PLUGIN)
  return listed ? plugins : [...plugins, { resolve: PLUGIN, options }]
}

function withLetters(modules: HostModules, smtp: WithHamonOptions["smtp"]): HostModules {
  return withProviders(modules, Modules.NOTIFICATION, (own) => {
    let providers = own
    if (smtp && !serves(providers, "email")) {
      const options = { ...smtp, channels: ["email"] }
      providers = [...providers, { resolve: `${PLUGIN}/providers/smtp`, id: freeId("hamon-smtp", providers), options }]
    }
    if (!serves(providers, "feed")) {
      const options = { name: "Local Notification Provider", channels: ["feed"] }
      const resolve = "@medusajs/medusa/notification-local"
      providers = [...providers, { resolve, id: freeId("local", providers), options }]
    }
    return providers
  })
}

function withPayments(modules: HostModules, { stripe, paypal }: WithHamonOptions): HostModules {
  const wanted = Object.entries({ "hamon-stripe": stripe, "hamon-paypal": paypal })
  const given = wanted.filter((one): one is [string, NonNullable<typeof stripe>] => one[1] !== undefined)
  if (given.length === 0) return modules
  return withProviders(modules, Modules.PAYMENT, (own) => {
    const added = given
      .map(([name, options]) => ({ resolve: `${PLUGIN}/providers/${name}`, id: "default", options }))
      .filter(({ resolve }) => !own.some((provider) => provider.resolve === resolve))
    return [...own, ...added]
  })
}

/** Lets `change` add to the providers of a module that the host has, in whatever form; a module that is off stays off. */
function withProviders(
  modules: HostModules,
  key: string,
  change: (own: readonly Partial<Provider>[]) => readonly Partial<Provider>[],
): HostModules {
  const entry = modules[key]
  if (!entry || (typeof entry === "object" && "disable" in entry && entry.disable)) return modules
  const declaration = typeof entry === "object" ? entry : {}
  const providers = change(readProviders(declaration.options))
  return { ...modules, [key]: { ...declaration, options: { ...declaration.options, providers } } as typeof entry }
}

function readProviders(options: Record<string, unknown> | undefined): readonly Partial<Provider>[] {
  return Array.isArray(options?.providers) ? options.providers : []
}

function serves(providers: readonly Partial<Provider>[], channel: string): boolean {
  return providers.some((provider) => provider.options?.channels?.includes(channel))
}

/** Medusa registers providers by id: a second one of the same id would silently take the place of the first. */
function freeId(wanted: string, providers: readonly Partial<Provider>[]): string {
  const taken = providers.map(({ id }) => id)
  let id = wanted
  for (let next = 2; taken.includes(id); next++) id = `${wanted}-${next}`
  return id
}
