/** What is done from time to time: leases that are over, counts that are folded, keys that are mended. */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Reaped } from "../../commands.ts"
import type { StoreUnavailable } from "../../errors.ts"
import { died } from "../../memory/reaper.ts"
import type { Commands } from "../../store.ts"
import { type Database, recordOf } from "../database.ts"
import { Flag, Whole } from "../rows.ts"
import type { Keys } from "./keys.ts"
import { fold } from "./statements/moves.ts"
import { reap, reapedAtOnce } from "./statements/settling.ts"

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

/** The commands. */
export const reaping = ({ alone }: Database, keys: Keys): Pick<Commands, "reap"> => {
  const [ask, folding] = [alone(reap, ReapedRow), alone(fold, Schema.Unknown)]
  const outcome = recordOf({ delivery: "Unknown", message: died })
  let times = 0
  const all: Effect.Effect<ReadonlyArray<Row>, StoreUnavailable> = Effect.flatMap(ask(outcome), (rows) =>
    (rows[0]?.requests ?? 0) < reapedAtOnce
      ? Effect.succeed(rows)
      : Effect.map(all, (more) => [...rows, ...more])
  )
  return {
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
