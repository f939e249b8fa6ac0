/**
 * The program of the outbox's own file is written for a database that answers at once; a client answers later. So a command is run
 * until it asks what nobody has answered yet; that is asked, and the command is run once more from its beginning, with all answers so
 * far. Its answers are all that a command knows, and it stands in one transaction: it goes the same way each time.
 */
import * as Effect from "effect/Effect"
import type { SqlClient } from "effect/sql/SqlClient"
import type { SqlError } from "effect/sql/SqlError"
import type { Database, Value } from "../../../sqlite/database.ts"

/** What a command asks for, and of which the answer is not there yet. */
class Question {
  readonly sql: string
  readonly values: ReadonlyArray<Value>
  /** Whether it is asked how many rows were changed. */
  readonly changes: boolean

  constructor(sql: string, values: ReadonlyArray<Value>, changes: boolean) {
    this.sql = sql
    this.values = values
    this.changes = changes
  }
}

type Rows = ReadonlyArray<unknown>

/** What a command is given for a database: the answers so far. */
class Answered {
  private next = 0
  private readonly answers: ReadonlyArray<Rows>

  constructor(answers: ReadonlyArray<Rows>) {
    this.answers = answers
  }

  private ask(sql: string, values: ReadonlyArray<Value>, changes: boolean): Rows {
    const answer = this.answers[this.next++]
    if (answer === undefined) throw new Question(sql, values, changes)
    return answer
  }

  run(sql: string, ...values: ReadonlyArray<Value>): number {
    return Number(this.ask(sql, values, true)[0])
  }

  get(sql: string, ...values: ReadonlyArray<Value>): unknown {
    return this.ask(sql, values, false)[0]
  }

  all(sql: string, ...values: ReadonlyArray<Value>): Rows {
    return this.ask(sql, values, false)
  }

  rows(sql: string, ...values: ReadonlyArray<Value>): Rows {
    return this.ask(sql, values, false)
  }
}

/** Numbered places as plain ones, which every driver knows, and the names of the tables. */
const bound = ({ sql, values }: Question, table: string): readonly [string, ReadonlyArray<Value>] => {
  const given: Array<Value> = []
  const text = sql.replace(/\boutbox_/g, `${table}_`).replace(/\?(\d+)/g, (_, number: string) => {
    given.push(values[Number(number) - 1] ?? null)
    return "?"
  })
  return [text, given.length === 0 ? values : given]
}

const answer = (sql: SqlClient, table: string, question: Question): Effect.Effect<Rows, SqlError> => {
  const [text, values] = bound(question, table)
  const asked = sql.unsafe<object>(text, values)
  if (!question.changes) return asked
  const changes = sql.unsafe<{ readonly changes: number }>("SELECT changes() AS changes")
  return Effect.map(Effect.andThen(asked, changes), ([row]) => [row?.changes ?? 0])
}

/** Runs a command over a client, in the transaction around it. What it throws itself is its failure. */
export const replayed = (
  sql: SqlClient,
  table: string,
  command: (database: Database) => unknown
): Effect.Effect<unknown, unknown> =>
  Effect.gen(function* () {
    const answers: Array<Rows> = []
    while (true) {
      try {
        // as: commands read and change rows, and know nothing else of a database
        return command(new Answered(answers) as unknown as Database)
      } catch (thrown) {
        if (!(thrown instanceof Question)) return yield* Effect.fail(thrown)
        answers.push(yield* answer(sql, table, thrown))
      }
    }
  })
