/** Taking items in: in the transaction around it, where there is one. */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { SqlClient } from "effect/sql/SqlClient"
import type { Added } from "../../commands.ts"
import type { NewItem } from "../../model.ts"
import type { Commands } from "../../store.ts"
import { type Database, type Parameter, whole } from "../database.ts"
import { Flag } from "../rows.ts"
import type { Keys } from "./keys.ts"
import { add } from "./statements/adding.ts"

const AddedRow = Schema.Struct({
  added: Schema.Literals(["queued", "duplicate", "conflict", "unseen"]),
  keyed: Flag
})

/** Items as a statement takes them. */
export const givenOf = (items: ReadonlyArray<NewItem>): string =>
  JSON.stringify(
    items.map(({ dueIn, onDead, ...item }, ord) => ({
      ...item,
      ord,
      on_dead: onDead,
      due_in: whole(Math.max(0, dueIn))
    }))
  )

type Row = typeof AddedRow.Type

const isSeen = (row: Row): row is Row & { readonly added: Added } => row.added !== "unseen"

/** The commands. */
export const adding = (
  { inTransaction, joined }: Database,
  keys: Keys,
  { afterCommit }: Pick<SqlClient, "afterCommit">
): Pick<Commands, "add" | "committed"> => {
  const ask = joined(add, AddedRow)
  // What is unseen has been committed since: a second statement sees it.
  const seen = (parameters: ReadonlyArray<Parameter>) =>
    ask(...parameters).pipe(Effect.repeat({ until: (rows) => rows.every(isSeen), times: 10 }))
  return {
    add: ({ items }) =>
      Effect.gen(function* () {
        const rows = yield* seen([givenOf(items), String(!(yield* inTransaction))])
        if (rows.some(({ keyed }) => keyed)) yield* afterCommit(keys.after(rows))
        return rows.map((row) => (isSeen(row) ? row.added : "conflict"))
      }),
    committed: afterCommit
  }
}
