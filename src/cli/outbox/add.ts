/** Enqueuing every line of a file. */
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as Outbox from "../../durable/Outbox.ts"
import { print } from "../json.ts"
import { linesOf, type Parsed, type Source } from "../many/lines.ts"
import { type Reporter, reporter } from "../many/progress.ts"
import { Ended, exitCode } from "../usage.ts"
import { type Read, Reader, type Wanted } from "./reader.ts"

/** What has been done so far. */
interface Sum {
  queued: number
  duplicates: number
  refused: number
}

const shown = ({ duplicates, queued, refused }: Sum, settled: number, { bytes }: Source) => ({
  counts: { accepted: queued + duplicates, warned: 0, refused, unknown: 0 },
  bytes: { begun: 0, settled, all: bytes }
})

const summary = ({ duplicates, queued, refused }: Sum, json: boolean): string => {
  const number = (count: number) => count.toLocaleString("en-US")
  return json
    ? print({ queued, duplicates, refused }, true)
    : `${number(queued)} enqueued, ${number(duplicates)} there already, ${number(refused)} refused.`
}

// So many lines are held at once.
const portion = 1_000

const enqueue = (
  { key, id, operation, options }: Wanted,
  some: ReadonlyArray<Read>
): Effect.Effect<Outbox.Receipts, Outbox.OutboxFull | Outbox.StoreUnavailable, Outbox.Outbox> => {
  const items = some.map(({ item }) => item)
  return Outbox.enqueueAll(operation, items, {
    ...options,
    ...(id === undefined ? {} : { id: (_: unknown, index: number) => some[index]?.id ?? "" }),
    ...(key === undefined ? {} : { key: (_: unknown, index: number) => some[index]?.key })
  })
}

/** What reads and takes the lines of one file. */
const taking = (wanted: Wanted, sum: Sum, reporting: Reporter) => {
  const { json, source } = wanted
  const reader = new Reader(wanted)
  const refuse = (message: string) =>
    Effect.suspend(() => {
      sum.refused++
      return Console.error(json ? print({ tag: "Refused", message }, true) : message)
    })
  const read = (line: Parsed) =>
    Effect.matchEffect(reader.read(line), {
      onFailure: (message) => Effect.as(refuse(message), []),
      onSuccess: (one) => Effect.succeed([one])
    })
  const take = (some: ReadonlyArray<Read>) =>
    Effect.gen(function* () {
      const { duplicates, queued, refused } = yield* enqueue(wanted, some)
      sum.queued += queued
      sum.duplicates += duplicates
      for (const { index, problem } of refused)
        yield* refuse(`${source.name}:${some[index]?.line.number ?? "?"}: ${problem.message}`)
      yield* reporting.report(shown(sum, some.at(-1)?.line.end ?? 0, source))
    })
  return { read, take }
}

/** Enqueues every line; what is refused is written as it is found, with its line, and the sum at the end. */
export const add = Effect.fnUntraced(function* (wanted: Wanted) {
  const reporting = yield* reporter(wanted.json)
  const sum: Sum = { queued: 0, duplicates: 0, refused: 0 }
  const { read, take } = taking(wanted, sum, reporting)
  yield* linesOf(wanted.source).pipe(
    Stream.mapEffect(read),
    Stream.flattenIterable,
    Stream.grouped(portion),
    Stream.runForEach(take)
  )
  yield* reporting.end
  yield* Console.log(summary(sum, wanted.json))
  if (sum.refused > 0) return yield* new Ended({ code: exitCode.failure })
})
