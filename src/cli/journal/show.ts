/** Calls of a journal: a table for a person, lines of JSON for a program. */
import * as Console from "effect/Console"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { JournalUnavailable, Row } from "../../durable/JournalStore.ts"
import { print } from "../json.ts"
import { type Paint, paint } from "../paint.ts"

const columns = ["began (UTC)", "operation", "ended", "status", "ms", "tried", "call"] as const

const cells = ({ at, attempts, call, millis, operation, status, tag = "ok" }: Row): ReadonlyArray<string> => [
  DateTime.formatIso(at),
  operation,
  tag,
  status === undefined ? "–" : String(status),
  millis.toFixed(millis < 10 ? 1 : 0),
  `${attempts.length}×`,
  call
]

const brushOf = ({ bad, good, odd }: Paint, { delivery, tag }: Row) =>
  tag === undefined ? good : delivery === "Unknown" ? odd : bad

const rightAligned = new Set(["status", "ms", "tried"])

/** A table. How a call ended is in color. */
export const table = (rows: ReadonlyArray<Row>, brushes: Paint): string => {
  const lines = rows.map(cells)
  const widths = columns.map((name, index) =>
    Math.max(name.length, ...lines.map((line) => line[index]?.length ?? 0))
  )
  const padded = (line: ReadonlyArray<string>): ReadonlyArray<string> =>
    columns.map((name, index) => {
      const [text, width] = [line[index] ?? "", widths[index] ?? 0]
      return rightAligned.has(name) ? text.padStart(width) : text.padEnd(width)
    })
  const body = rows.map((row, index) =>
    padded(lines[index] ?? [])
      .map((text, column) => (columns[column] === "ended" ? brushOf(brushes, row)(text) : text))
      .join("  ")
  )
  return [brushes.dim(padded(columns).join("  ").trimEnd()), ...body].join("\n")
}

/** Writes the calls: as lines of JSON where a program reads, one by one as they are found. */
export const show = (found: Stream.Stream<Row, JournalUnavailable>, json: boolean) =>
  Effect.gen(function* () {
    const brushes = yield* paint
    if (json || !brushes.terminal)
      return yield* Stream.runForEach(found, (row) => Console.log(print(row, true)))
    const rows = yield* Stream.runCollect(found)
    yield* Console.log(rows.length === 0 ? "There is no such call in the journal." : table(rows, brushes))
  })
