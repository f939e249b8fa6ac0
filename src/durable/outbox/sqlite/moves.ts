/** What a person moves. */
import type { Database } from "../../sqlite/database.ts"
import type { Move } from "../commands.ts"
import { arrange, waitOf } from "./keys.ts"
import type { Held } from "./requests.ts"
import { codeOf, outcomeOf, states } from "./rows.ts"
import * as Sql from "./statements.ts"
import { Tally } from "./tally.ts"

interface Moved extends Held {
  readonly outcome: string | null
}

const moveOne = (
  database: Database,
  { now, outcome, to }: Move,
  { input, seq, version }: Move["items"][number],
  row: Moved
): void => {
  if (to === "dropped") database.run(Sql.drop, seq)
  else if (to === "pending")
    database.run(
      Sql.requeue,
      seq,
      waitOf(row.key, null, now),
      JSON.stringify(outcome),
      now,
      input ?? null,
      version ?? null
    )
  else
    database.run(
      Sql.move,
      seq,
      codeOf(to, row.hold),
      JSON.stringify({ ...outcomeOf(row.outcome), ...outcome }),
      now
    )
}

/** Moves items by decision. The answer has the places of those that were. */
export const move =
  (database: Database) =>
  (command: Move): ReadonlyArray<number> => {
    const tally = new Tally(database)
    const moved = command.items.flatMap((edit) => {
      const row = database.get<Moved>(Sql.one, edit.seq)
      const state = row && states[row.state]
      if (row === undefined || state === undefined || !command.from.includes(state)) return []
      moveOne(database, command, edit, row)
      tally.move(row.lane, row.state, command.to)
      return [row]
    })
    arrange(database, moved, command.now)
    tally.write()
    return moved.map(({ seq }) => seq)
  }
