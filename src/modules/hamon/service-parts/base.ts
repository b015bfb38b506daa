import type { Context } from "@medusajs/framework/types"
import type { Knex, SqlEntityManager } from "@medusajs/framework/mikro-orm/knex"
import { MedusaService } from "@medusajs/framework/utils"
import * as models from "../models"
import { type HamonOptions, readOptions } from "../options"

/** The generated methods of every table, and the plugin's options. The parts of the service stand on it, one room each. */
export class HamonBaseService extends MedusaService({ ...models }) {
  protected readonly options: HamonOptions

  /** @throws MedusaError invalid_argument naming the option: the store does not boot on a wrong one */
  constructor(container: Record<string, unknown>, options?: unknown) {
    // MedusaService reads its container from its first argument.
    super(...([container, options] as unknown as []))
    this.options = readOptions(options)
  }

  /** The plugin's options: routes, jobs, workflows and subscribers receive none of their own. */
  getOptions(): HamonOptions {
    return this.options
  }
}

/** The transaction that the decorator opened, for SQL that the generated methods do not offer: locks, leases, conflicts. */
export function transaction({ transactionManager }: Context): Knex {
  return (transactionManager as SqlEntityManager).getTransactionContext<Knex>() as Knex
}
