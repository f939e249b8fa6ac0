/** Carrying out an operation for every line of a file: an outcome for each on standard output, and where to go on if it halts. */
import * as Arr from "effect/Array"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { Halted } from "../../contract/Common.ts"
import { type AnyFailure, isFailure } from "../../contract/Failure.ts"
import type { ManyOptions, Outcome, Position, Progress } from "../../many/Batch.ts"
import * as Telemetry from "../../pipeline/Telemetry.ts"
import { print } from "../json.ts"
import { codeOf, failed, record, render } from "../runCall.ts"
import { Ended, exitCode, WrongUsage } from "../usage.ts"
import type { Opened } from "../vendors.ts"
import { type AnyMany, readItem } from "./item.ts"
import { type Line, linesOf, type Parsed, Places, type Source } from "./lines.ts"
import { toText } from "./position.ts"
import { countsText, type Reporter, reporter } from "./progress.ts"

/** What is wanted of a run. */
export interface Wanted {
  readonly source: Source
  readonly from: Position
  readonly options: Pick<ManyOptions, "concurrency" | "patience">
  readonly json: boolean
  /** The command up to `--resume-from`, which goes on with it. */
  readonly command: string
}

const nothing: Progress = { accepted: 0, warned: 0, refused: 0, unknown: 0 }

/** One run. */
class Run {
  /** What the operation has done; lines that are no items are refused here. */
  counts: Progress = nothing
  unreadable = 0
  private readonly places: Places
  private readonly bytes = { begun: -1, settled: 0 }
  private readonly operation: AnyMany
  private readonly wanted: Wanted
  private readonly reporter: Reporter

  constructor(operation: AnyMany, wanted: Wanted, reporter: Reporter) {
    this.operation = operation
    this.wanted = wanted
    this.reporter = reporter
    this.places = new Places(wanted.from)
  }

  get all(): Progress {
    return { ...this.counts, refused: this.counts.refused + this.unreadable }
  }

  /** The item of a line, or nothing where it is none: then that is its outcome. */
  readonly item = (line: Parsed): Effect.Effect<ReadonlyArray<unknown>> =>
    Effect.matchEffect(this.read(line), {
      onSuccess: (item) => {
        if (this.bytes.begun < 0 && this.places.add(line)) this.bytes.begun = this.bytes.settled = line.end
        else if (this.bytes.begun >= 0) this.places.add(line)
        return Effect.succeed([item])
      },
      onFailure: (failure) => {
        if (!this.places.isNew) return Effect.succeed([])
        this.unreadable++
        const written = { line: line.number, index: null, outcome: "refused", failure }
        return Effect.as(Console.log(print(written, true)), [])
      }
    })

  readonly settled = ({ index, item, ...outcome }: Outcome<unknown, AnyFailure>): Effect.Effect<void> => {
    const line: Line | undefined = this.places.take(index)
    this.bytes.settled = Math.max(this.bytes.settled, line?.end ?? 0)
    const { failure, ...rest } = outcome
    const written = { line: line?.number, index, ...rest }
    // What was accepted needs no second look; all else can be taken from here for the next run.
    const details = failure === undefined ? { item } : { item, failure: record(failure) }
    return Console.log(print(outcome.outcome === "accepted" ? written : { ...written, ...details }, true))
  }

  readonly onProgress = (counts: Progress): Effect.Effect<void> => {
    this.counts = counts
    return this.reporter.report({ counts: this.all, bytes: { ...this.bytes, all: this.wanted.source.bytes } })
  }

  private read(line: Parsed): Effect.Effect<unknown, unknown> {
    const where = `${this.wanted.source.name}:${line.number}`
    if (Result.isFailure(line.json))
      return Effect.fail({ tag: "NotJson", message: `${where} is not JSON: ${line.json.failure}` })
    return Effect.mapError(readItem(this.operation, line.json.success), (failure) => ({
      ...record(failure),
      message: `${where}: ${failure.message}`
    }))
  }
}

const summary = (run: Run, { json }: Wanted, millis: number): Effect.Effect<void> => {
  const { waiting: _, ...counts } = run.all
  const seconds = Math.round(millis / 100) / 10
  return Console.error(
    json ? print({ summary: { ...counts, seconds } }, true) : `${countsText(counts)} in ${seconds} s.`
  )
}

/** A run that halted: what stands in the way, and the command that goes on. */
const halted = (failure: Halted, { command, json }: Wanted): Effect.Effect<never, Ended> => {
  const next = `${command} --resume-from ${toText(failure)}`
  const written = json
    ? print({ ...record(failure), command: next }, true)
    : `${render(failure, false)}\nGo on with: ${next}`
  return Effect.andThen(Console.error(written), Effect.fail(new Ended({ code: exitCode.halted })))
}

const ending = (opened: Opened, wanted: Wanted, error: unknown): Effect.Effect<never, Ended | WrongUsage> => {
  if (error instanceof WrongUsage) return Effect.fail(error)
  if (isFailure(error) && error instanceof Halted) return halted(error, wanted)
  return Effect.catch(failed(opened, error), (failure) =>
    Effect.andThen(
      Console.error(render(failure, wanted.json)),
      Effect.fail(new Ended({ code: codeOf(failure) }))
    )
  )
}

/** Carries the operation out for every line. Fails with `Ended` where not every line is accepted. */
export const runMany = Effect.fnUntraced(function* (opened: Opened, operation: AnyMany, wanted: Wanted) {
  const reporting = yield* reporter(wanted.json)
  const run = new Run(operation, wanted, reporting)
  const items = Stream.flattenArray(
    Stream.filter(Stream.mapEffect(linesOf(wanted.source), run.item), Arr.isReadonlyArrayNonEmpty)
  )
  const { from: resumeFrom, options } = wanted
  const outcomes = opened.many(operation, items, { ...options, resumeFrom, onProgress: run.onProgress })
  const ended = yield* Effect.exit(
    // Each line's end is reported: no log beside it.
    Effect.provideService(Stream.runForEach(outcomes, run.settled), Telemetry.Current, Telemetry.none)
  )
  yield* reporting.end
  yield* summary(run, wanted, yield* reporting.millis)
  yield* Effect.catch(ended, (error) => ending(opened, wanted, error))
  const { refused, unknown, warned } = run.all
  if (refused + unknown + warned > 0) return yield* new Ended({ code: exitCode.failure })
})
