/** What a person moves, what is paused, and what is swept out. */
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Move } from "../../commands.ts"
import type { Commands } from "../../store.ts"
import { type Database, recordOf, whole } from "../database.ts"
import { MovedRow, PauseRow } from "../rows.ts"
import { Whole } from "../values.ts"
import type { Keys } from "./keys.ts"
import * as texts from "./statements/moves.ts"
import { pauses } from "./statements/reads.ts"

const givenOf = (items: Move["items"]): string => JSON.stringify(items.map((item, ord) => ({ ...item, ord })))

const moves = ({ alone }: Database, keys: Keys): Commands["move"] => {
  const requeue = alone(texts.requeue, MovedRow)
  const resolve = alone(texts.resolve, MovedRow)
  const drop = alone(texts.drop, MovedRow)
  return ({ from, items, outcome, to }) => {
    const which = [givenOf(items), JSON.stringify(from)] as const
    const why = [recordOf(outcome), outcome.tag ?? null] as const
    const moved =
      to === "dropped"
        ? drop(...which)
        : to === "pending"
          ? requeue(...which, ...why)
          : resolve(...which, ...why, to)
    return Effect.map(Effect.tap(moved, keys.after), (rows) => rows.map(({ seq }) => seq))
  }
}

/** The commands. */
export const moving = (
  database: Database,
  keys: Keys
): Pick<Commands, "move" | "sweep" | "pause" | "resume" | "pauses"> => {
  const { alone, joined } = database
  const pause = alone(texts.pause, Schema.Unknown)
  const resume = alone(texts.resume, Schema.Unknown)
  const sweep = alone(texts.sweep, Schema.Struct({ swept: Whole }))
  return {
    move: moves(database, keys),
    pause: ({ by, reason, scope }) => Effect.asVoid(pause(scope, reason, by)),
    resume: ({ scope }) => Effect.map(resume(scope), (rows) => rows.length > 0),
    pauses: joined(pauses, PauseRow)(),
    sweep: ({ keep, keepIds, limit }) =>
      Effect.map(sweep(whole(keep), whole(keepIds), whole(limit)), ([row]) => row?.swept ?? 0)
  }
}
