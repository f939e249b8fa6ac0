/** A statement that takes an item in, for transactions that are not Effect's. */
import * as Effect from "effect/Effect"
import type { InvalidInput } from "../../contract/Common.ts"
import type { Sealing } from "./box.ts"
import { type Enqueued, type Options, prepared } from "./enqueue.ts"
import { StoreUnavailable } from "./errors.ts"
import { badTable, defaultTable, isTable } from "./sql/names.ts"
import { type Dialect, type Statement, statement as statementOf } from "./sql/statement.ts"
import type { Kept } from "./stored.ts"

/** How an item is enqueued by a statement. */
export interface PlainOptions extends Options, Partial<Pick<Sealing, "seal">> {
  /** Begins the names of the tables, as for `layerSql`. Default: `faultline_outbox`. */
  readonly table?: string
}

/** A statement, and the id of the item. */
export interface Plain extends Statement {
  readonly id: string
}

/** Checks an item, and makes the statement that takes it in. */
export const statement = <Op extends Kept>(
  dialect: Dialect,
  operation: Op,
  item: Enqueued<Op>,
  { seal, table = defaultTable, ...options }: PlainOptions = {}
): Effect.Effect<Plain, InvalidInput | StoreUnavailable> =>
  isTable(table)
    ? Effect.map(prepared(seal === undefined ? {} : { seal }, operation, item, options), (made) => ({
        id: made.id,
        ...statementOf(dialect, made, table)
      }))
    : Effect.fail(new StoreUnavailable({ store: table, reason: "other", problem: badTable(table) }))
