/** Items and counts, as a table for a person and as JSON for a program. */
import * as Console from "effect/Console"
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as Outbox from "../../durable/Outbox.ts"
import { print } from "../json.ts"
import { type Paint, paint } from "../paint.ts"

const iso = (millis: number | undefined): string | null =>
  millis === undefined ? null : DateTime.formatIso(DateTime.makeUnsafe(millis))

/** An item for a program. */
export const record = (item: Outbox.Item): object => ({
  id: item.id,
  state: item.state,
  operation: item.operation,
  lane: item.lane,
  key: item.key ?? null,
  priority: item.priority,
  waits: item.waits ?? null,
  due: item.state === "pending" ? iso(item.due) : null,
  attempts: item.attempts,
  doubts: item.doubts,
  enqueued: iso(item.enqueued),
  ended: iso(item.ended),
  replays: item.replays ?? null,
  outcome: item.outcome ?? null
})

const brushOf = ({ bad, dim, good, odd }: Paint, state: Outbox.State) =>
  ({ pending: dim, claimed: dim, delivered: good, warned: odd, dead: bad, unknown: odd })[state]

const why = ({ outcome, waits }: Outbox.Item): string =>
  [outcome?.tag, waits === "key" ? "waits for an earlier item of its key" : outcome?.message?.split("\n")[0]]
    .filter((part) => part !== undefined)
    .join(": ")

const row = (item: Outbox.Item, brushes: Paint): string =>
  [
    brushOf(brushes, item.state)(item.state.padEnd(9)),
    item.id,
    item.operation,
    `${item.attempts}×`,
    iso(item.ended ?? item.enqueued) ?? "",
    why(item)
  ].join("  ")

/** Writes items, one a line. */
export const list = (filter: Outbox.Filter, limit: number, json: boolean) =>
  Effect.gen(function* () {
    const brushes = yield* paint
    const line = (item: Outbox.Item) => (json ? print(record(item), true) : row(item, brushes))
    yield* Outbox.items(filter).pipe(
      Stream.take(limit),
      Stream.runForEach((item) => Console.log(line(item)))
    )
  })

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Writes all that is known of one item. */
export const show = (item: Outbox.Item, json: boolean) =>
  Console.log(print({ ...record(item), input: parsed(item.input) }, json))

const counts = ({ dead, delivered, open, unknown, warned }: Outbox.Counts) => ({
  open,
  delivered,
  warned,
  dead,
  unknown
})

const laneRow = (lane: Outbox.Stats["lanes"][number], { bold, odd }: Paint): string => {
  const age =
    lane.oldest === undefined
      ? ""
      : `  oldest ${Duration.format(Duration.seconds(Math.round(lane.oldest / 1000)))}`
  const paused =
    lane.paused === undefined ? "" : `  ${odd(`paused by ${lane.paused.by}: ${lane.paused.reason}`)}`
  const numbers = Object.entries(counts(lane))
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count.toLocaleString("en-US")} ${name}`)
  return `${bold(lane.lane)}  ${numbers.join(", ") || "nothing"}${age}${paused}`
}

/** The counts of all lanes as lines. */
export const laneTable = ({ all, lanes }: Outbox.Stats, brushes: Paint): string =>
  [
    ...lanes.map((lane) => laneRow(lane, brushes)),
    Object.entries(counts(all))
      .map(([name, count]) => `${count.toLocaleString("en-US")} ${name}`)
      .join(", ")
  ].join("\n")

/** Writes the counts. */
export const stats = (json: boolean) =>
  Effect.gen(function* () {
    const found = yield* Outbox.stats
    const brushes = yield* paint
    yield* Console.log(json ? print(counts(found.all), true) : laneTable(found, brushes))
  })
