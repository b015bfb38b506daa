import type { ConfigModule, InputConfig, InputConfigWithArrayModules } from "@medusajs/framework/types"
import { defineConfig, Modules } from "@medusajs/framework/utils"
import type { HamonOptionsInput } from "./modules/hamon/options"
import type { SmtpOptionsInput } from "./providers/smtp/options"

const PLUGIN = "medusa-plugin-hamon"

export type WithHamonOptions = HamonOptionsInput & {
  /** The shop's SMTP server. Without it letters leave by the host's own provider of the `email` channel. */
  readonly smtp?: Omit<SmtpOptionsInput, "channels">
}

type Provider = { readonly resolve: string; readonly id: string; readonly options: { readonly channels: string[] } }

/**
 * Adds the plugin to a host's medusa-config: `module.exports = withHamon({ projectConfig, modules, … }, { …, smtp })`.
 *
 * - The plugin is listed with the options, unless the host lists it: then the host's entry stands as it is.
 * - With `smtp`, letters leave by that server, unless the host has a provider on the `email` channel: Medusa accepts one
 *   provider a channel, so the host's stays and `smtp` is not used.
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
    modules: withProviders(defined.modules ?? {}, smtp),
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

function withProviders(
  modules: NonNullable<ConfigModule["modules"]>,
  smtp: WithHamonOptions["smtp"],
): ConfigModule["modules"] {
  const entry = modules[Modules.NOTIFICATION]
  if (!entry || (typeof entry === "object" && "disable" in entry && entry.disable)) return modules
  const declaration = typeof entry === "object" ? entry : {}
  let providers = readProviders(declaration.options)
  if (smtp && !serves(providers, "email")) {
    const options = { ...smtp, channels: ["email"] }
    providers = [...providers, { resolve: `${PLUGIN}/providers/smtp`, id: freeId("hamon-smtp", providers), options }]
  }
  if (!serves(providers, "feed")) {
    const options = { name: "Local Notification Provider", channels: ["feed"] }
    const resolve = "@medusajs/medusa/notification-local"
    providers = [...providers, { resolve, id: freeId("local", providers), options }]
  }
  return {
    ...modules,
    [Modules.NOTIFICATION]: { ...declaration, options: { ...declaration.options, providers } } as typeof entry,
  }
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
