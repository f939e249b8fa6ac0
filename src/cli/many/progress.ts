/** The progress of a run of many items, on standard error: a line that changes at a terminal, a line now and then elsewhere. */
import * as Clock from "effect/Clock"
import * as Console from "effect/Console"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Stdio from "effect/Stdio"
import * as Stream from "effect/Stream"
import type { Progress as Counts } from "../../many/Batch.ts"
import { print } from "../json.ts"

/** How often (ms) it is written: at a terminal, and elsewhere. */
const [often, seldom] = [250, 10_000]

/** What is shown, with the bytes of the file that are settled and that there are. */
export interface Shown {
  readonly counts: Counts
  readonly bytes: { readonly begun: number; readonly settled: number; readonly all: number | undefined }
}

const number = (value: number): string => value.toLocaleString("en-US")

/** The counts in words: those that are nothing are left out, but for `accepted`. */
export const countsText = ({ accepted, refused, unknown, warned }: Counts): string =>
  Object.entries({ accepted, warned, refused, unknown })
    .filter(([name, count]) => count > 0 || name === "accepted")
    .map(([name, count]) => `${number(count)} ${name}`)
    .join(", ")

const settledOf = ({ accepted, refused, unknown, warned }: Counts): number =>
  accepted + refused + unknown + warned

/** What the run does in a second, and how many seconds it needs for the rest; `null` where that is not known. */
const pace = ({ bytes, counts }: Shown, millis: number) => {
  const perSecond = millis === 0 ? 0 : Math.round((settledOf(counts) * 10_000) / millis) / 10
  const done = bytes.settled - bytes.begun
  const isKnown = bytes.all !== undefined && done > 0 && millis > 0
  const left = isKnown ? Math.max(0, Math.ceil(((bytes.all - bytes.settled) / done) * (millis / 1000))) : null
  return { perSecond, secondsLeft: left }
}

const line = (shown: Shown, millis: number): string => {
  const { perSecond, secondsLeft } = pace(shown, millis)
  const left = secondsLeft === null ? "" : `, ${Duration.format(Duration.seconds(secondsLeft))} left`
  const { waiting } = shown.counts
  const why = waiting === undefined ? "" : `; waiting: ${waiting.message.split("\n")[0] ?? ""}`
  return `${countsText(shown.counts)}; ${number(perSecond)} a second${left}${why}`
}

const record = (shown: Shown, millis: number): string => {
  const { waiting, ...counts } = shown.counts
  return print({ progress: { ...counts, ...pace(shown, millis), waiting: waiting?._tag ?? null } }, true)
}

/** Shows progress. */
export interface Reporter {
  readonly report: (shown: Shown) => Effect.Effect<void>
  /** Ends the line that changes, so that something else can be written. */
  readonly end: Effect.Effect<void>
  readonly millis: Effect.Effect<number>
}

/** Makes a reporter; its run begins now. */
export const reporter = (json: boolean): Effect.Effect<Reporter, never, Stdio.Stdio> =>
  Effect.gen(function* () {
    const stdio = yield* Stdio.Stdio
    const isWatched = !json && (yield* stdio.stderrIsTerminal)
    const now = Effect.map(Clock.monotonicTimeNanos, (nanos) => Number(nanos) / 1e6)
    const rewrite = (text: string) =>
      Effect.ignore(Stream.run(Stream.make(`\r\u001b[K${text}`), stdio.stderr({ endOnDone: false })))
    const begun = yield* now
    let written = isWatched ? -Infinity : begun
    let waited = false
    return {
      millis: Effect.map(now, (at) => at - begun),
      end: isWatched ? rewrite("") : Effect.void,
      report: (shown) =>
        Effect.flatMap(now, (at) => {
          const waits = shown.counts.waiting !== undefined
          if (at - written < (isWatched ? often : seldom) && waits === waited) return Effect.void
          ;[written, waited] = [at, waits]
          if (json) return Console.error(record(shown, at - begun))
          const text = line(shown, at - begun)
          return isWatched ? rewrite(text) : Console.error(text)
        })
    }
  })
