/** Taking items in: in the transaction around it, where there is one. */
import * as Effect from "effect/Effect"
import * as Request from "effect/Request"
import * as RequestResolver from "effect/RequestResolver"
import * as Schema from "effect/Schema"
import type { SqlClient } from "effect/sql/SqlClient"
import type { Added } from "../../commands.ts"
import type { StoreUnavailable } from "../../errors.ts"
import type { NewItem } from "../../model.ts"
import type { Commands } from "../../store.ts"
import { type Ask, type Database, whole } from "../database.ts"
import { Flag } from "../values.ts"
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
type Answer = ReadonlyArray<Row>

const isSeen = (row: Row): row is Row & { readonly added: Added } => row.added !== "unseen"

interface Given extends Request.Request<Answer, StoreUnavailable> {
  readonly items: ReadonlyArray<NewItem>
}
const Given = Request.of<Given>()

// As many callers as one statement, and so one commit, serves.
const callersAtOnce = 500

/**
 * Callers that come together share a statement, and so a commit. Where it fails each is tried alone: an item that the database does not
 * take must not keep those of others out.
 */
const together = (add: (items: ReadonlyArray<NewItem>) => Effect.Effect<Answer, StoreUnavailable>) =>
  RequestResolver.make<Given>((entries) => {
    const alone = Effect.forEach(
      entries,
      (entry) =>
        Effect.flatMap(Effect.exit(add(entry.request.items)), (exit) => Request.complete(entry, exit)),
      { discard: true }
    )
    if (entries.length === 1) return alone
    return add(entries.flatMap(({ request }) => request.items)).pipe(
      Effect.flatMap((rows) => {
        let from = 0
        return Effect.forEach(
          entries,
          (entry) => Request.succeed(entry, rows.slice(from, (from += entry.request.items.length))),
          { discard: true }
        )
      }),
      Effect.catch(() => alone)
    )
  }).pipe(RequestResolver.batchN(callersAtOnce))

/** The commands. */
export const adding = (
  { alone, inTransaction, joined }: Database,
  keys: Keys,
  { afterCommit }: Pick<SqlClient, "afterCommit">
): Pick<Commands, "add" | "committed"> => {
  // What is unseen has been committed since: a second statement sees it.
  const seen = (ask: Ask<Row>, durable: boolean) => (items: ReadonlyArray<NewItem>) =>
    ask(givenOf(items), String(durable)).pipe(
      Effect.repeat({ until: (rows) => rows.every(isSeen), times: 10 })
    )
  const inside = seen(joined(add, AddedRow), false)
  const resolver = together(seen(alone(add, AddedRow), true))
  return {
    add: ({ items }) =>
      Effect.gen(function* () {
        const rows = yield* (yield* inTransaction)
          ? inside(items)
          : Effect.request(Given({ items }), resolver)
        if (rows.some(({ keyed }) => keyed)) yield* afterCommit(keys.after(rows))
        return rows.map((row) => (isSeen(row) ? row.added : "conflict"))
      }),
    committed: afterCommit
  }
}
