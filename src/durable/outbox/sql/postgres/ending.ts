/** How requests end: with an answer, or with their lease; then counts are folded, and keys are mended. */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Reaped } from "../../commands.ts"
import type { StoreUnavailable } from "../../errors.ts"
import { died } from "../../memory/reaper.ts"
import type { Commands } from "../../store.ts"
import type { Result } from "../../model.ts"
import { type Database, recordOf, whole } from "../database.ts"
import { MovedRow } from "../rows.ts"
import { Flag, Whole } from "../values.ts"
import type { Keys } from "./keys.ts"
import { fold } from "./statements/moves.ts"
import { reap, reapedAtOnce, settle } from "./statements/settling.ts"

const ReapedRow = Schema.Struct({
  requests: Whole,
  id: Schema.NullOr(Schema.String),
  state: Schema.NullOr(Schema.String),
  doubt: Schema.NullOr(Flag),
  keyed: Schema.NullOr(Flag)
})

type Row = typeof ReapedRow.Type

const reapedOf = (rows: ReadonlyArray<Row>): Reaped => ({
  released: rows.filter(({ doubt }) => doubt === false).length,
  repeated: rows.filter(({ doubt, state }) => doubt === true && state === "pending").length,
  unknown: rows.flatMap(({ id, state }) => (id !== null && state === "unknown" ? [id] : []))
})

// Mending looks at every key, and finds nothing but what strangers have broken: seldom is enough.
const mendEvery = 30

/** Results as a statement takes them. */
const resultsOf = (results: ReadonlyArray<Result>): string =>
  JSON.stringify(
    results.map(({ counts, dueIn = 0, outcome, seq, state }, ord) => ({
      ord,
      seq,
      state,
      counts,
      due_in: whole(dueIn),
      outcome: recordOf(outcome),
      tag: outcome.tag
    }))
  )

const settling = ({ alone }: Database, keys: Keys): Commands["settle"] => {
  const ask = alone(settle, MovedRow)
  return ({ request, results }) =>
    Effect.map(Effect.tap(ask(request, resultsOf(results)), keys.after), (rows) => rows.map(({ seq }) => seq))
}

/** The commands. */
export const ending = (database: Database, keys: Keys): Pick<Commands, "settle" | "reap"> => {
  const { alone } = database
  const [ask, folding] = [alone(reap, ReapedRow), alone(fold, Schema.Unknown)]
  const outcome = recordOf({ delivery: "Unknown", message: died })
  let times = 0
  const all: Effect.Effect<ReadonlyArray<Row>, StoreUnavailable> = Effect.flatMap(ask(outcome), (rows) =>
    (rows[0]?.requests ?? 0) < reapedAtOnce
      ? Effect.succeed(rows)
      : Effect.map(all, (more) => [...rows, ...more])
  )
  return {
    settle: settling(database, keys),
    reap: () =>
      Effect.gen(function* () {
        const rows = yield* all
        yield* folding()
        if (times++ % mendEvery === 0) yield* keys.heal
        yield* keys.arrange
        return reapedOf(rows)
      })
  }
}
