/** A database as a store asks it: one statement a command, its rows read, again where others were in the way. */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schedule from "effect/Schedule"
import * as Schema from "effect/Schema"
import type { SqlClient } from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import { StoreUnavailable } from "../errors.ts"
import { isPassing, unavailable } from "./failures.ts"
import { filled, type Names } from "./names.ts"

/** What a statement is filled with, besides names. Numbers go as text: drivers do not agree on how wide they are. */
export type Parameter = string | null

/** A statement that has its names, and reads its rows. */
export type Ask<A> = (
  ...parameters: ReadonlyArray<Parameter>
) => Effect.Effect<ReadonlyArray<A>, StoreUnavailable>

/** How statements are run. */
export interface Database {
  readonly names: Names
  /** In the transaction around it, where there is one. */
  readonly joined: <A>(text: string, row: Schema.Decoder<A>) => Ask<A>
  /** On a connection of its own: what a worker writes down must not be undone by a caller's transaction. */
  readonly alone: <A>(text: string, row: Schema.Decoder<A>) => Ask<A>
  readonly inTransaction: Effect.Effect<boolean>
}

// As long as deadlocks of short statements may take to untie.
const retrying = Schedule.jittered(Schedule.max([Schedule.exponential("10 millis"), Schedule.recurs(8)]))

const unreadable = (store: string) => (error: Schema.SchemaError) =>
  new StoreUnavailable({
    store,
    reason: "other",
    problem: `a row of its tables cannot be read (${error.message}). Has another program changed it?`
  })

const askOf =
  (sql: SqlClient, store: string, names: Names, inTransaction: Effect.Effect<boolean>) =>
  <A>(text: string, row: Schema.Decoder<A>): Ask<A> => {
    const statement = filled(text, names)
    const read = Schema.decodeUnknownEffect(Schema.Array(row))
    return (...parameters) =>
      Effect.flatMap(inTransaction, (inside) => {
        const once: Effect.Effect<ReadonlyArray<object>, SqlError> = sql.unsafe<object>(statement, parameters)
        // An error has ended the caller's transaction: there, only the caller can do it again.
        return inside ? once : Effect.retry(once, { schedule: retrying, while: isPassing })
      }).pipe(
        Effect.mapError((error) => unavailable(store, error)),
        Effect.flatMap((rows) => Effect.mapError(read(rows), unreadable(store)))
      )
  }

/** Statements over a client. */
export const databaseOf = (sql: SqlClient, table: string, names: Names): Database => {
  const inTransaction = Effect.map(Effect.serviceOption(sql.transactionService), Option.isSome)
  const joined = askOf(sql.withoutTransforms(), table, names, inTransaction)
  const outside = Context.omit(sql.transactionService)
  return {
    names,
    joined,
    alone: (text, row) => {
      const ask = joined(text, row)
      return (...parameters) =>
        Effect.updateContext(ask(...parameters), (context: Context.Context<never>) => outside(context))
    },
    inTransaction
  }
}

/** A whole number as a parameter. What has no end has one that nobody lives to see. */
export const whole = (number: number | undefined): Parameter =>
  number === undefined || Number.isNaN(number)
    ? null
    : String(Math.min(Math.max(Math.ceil(number), Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER))

const plainText = (_: string, value: unknown): unknown =>
  typeof value === "string" ? value.replaceAll("\u0000", "").toWellFormed() : value

/** A record of texts that people and vendors have written, as JSON: without what databases take in no text. */
export const recordOf = (record: object): string => JSON.stringify(record, plainText)
