/** Writes what waits, apart from the calls: soon after it comes, many rows together, and all of it at the end. */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Latch from "effect/Latch"
import * as Option from "effect/Option"
import type { Scope } from "effect/Scope"
import * as Semaphore from "effect/Semaphore"
import { Alerts, type Board, type Trouble } from "../../pipeline/Alerts.ts"
import type { Backend, JournalUnavailable } from "./backend.ts"
import type { Buffer } from "./buffer.ts"
import type { Stored } from "./stored.ts"

/** How rows get from the calls to the store. */
export interface Writing {
  /** Takes a row in. It neither waits nor fails. */
  readonly push: (row: Stored) => void
  /** Writes what waits, at once. */
  readonly flush: Effect.Effect<void, JournalUnavailable>
  /** What keeps it from writing, while something does. */
  readonly trouble: () => JournalUnavailable | undefined
}

interface Writer {
  /** One writes at a time. */
  readonly turn: Semaphore.Semaphore
  readonly backend: Backend
  readonly buffer: Buffer
  readonly board: Board | undefined
  /** Open while something waits; and while so much waits that it is written at once. */
  readonly some: Latch.Latch
  readonly many: Latch.Latch
  trouble: JournalUnavailable | undefined
}

const soon = Duration.millis(100)

/** Rows get too old even where no new ones come. */
const tidied = Duration.hours(1)

const [firstWait, longestWait] = [1_000, 30_000]

/** At the end there is no later. */
const lastPatience = Duration.seconds(5)

const dropsOf = ({ buffer }: Writer): string => {
  const { failures, successes } = buffer.drops
  return `${successes + failures} calls (${failures} of them failures)`
}

const troubleOf = ({ file, message }: JournalUnavailable): Trouble => ({
  kind: "journal",
  scope: file,
  message: `${message} Calls go on; those that do not fit into memory meanwhile will be missing in it.`
})

/** An episode is told of once when it begins, and once when it ends. */
const noted = (writer: Writer, found: JournalUnavailable | undefined): Effect.Effect<void> =>
  Effect.suspend(() => {
    const before = writer.trouble
    writer.trouble = found
    if (found !== undefined && before === undefined) {
      const trouble = troubleOf(found)
      return Effect.andThen(Effect.logError(trouble.message), writer.board?.raise(trouble) ?? Effect.void)
    }
    if (found !== undefined || before === undefined) return Effect.void
    const over = writer.board?.clear(({ kind, scope }) => kind === "journal" && scope === before.file)
    return Effect.andThen(
      Effect.logInfo(
        `The journal in ${before.file} is written again. It lacks ${dropsOf(writer)} since the start.`
      ),
      over ?? Effect.void
    )
  })

/** Writes what waits. What cannot be written waits on. */
const write = (writer: Writer): Effect.Effect<void, JournalUnavailable> =>
  Effect.gen(function* () {
    const { backend, buffer, many, some } = writer
    Latch.closeUnsafe(some)
    Latch.closeUnsafe(many)
    const rows = buffer.take()
    const exit = yield* Effect.exit(backend.add(rows, yield* Clock.currentTimeMillis)).pipe(
      Effect.onInterrupt(() => Effect.sync(() => buffer.back()))
    )
    if (Exit.isSuccess(exit)) {
      buffer.written()
      return yield* noted(writer, undefined)
    }
    buffer.back()
    if (buffer.waiting > 0) Latch.openUnsafe(some)
    return yield* exit
  }).pipe(
    Effect.tapError((problem) => noted(writer, problem)),
    writer.turn.withPermits(1)
  )

/** Writes for ever: 100 ms after something came, or at once when there is much; later and later while it fails. */
const keepWriting = (writer: Writer, failures = 0): Effect.Effect<never> =>
  Effect.gen(function* () {
    const { many, some } = writer
    if (failures > 0)
      yield* Effect.sleep(Duration.millis(Math.min(firstWait * 2 ** (failures - 1), longestWait)))
    yield* Effect.timeoutOption(some.await, tidied)
    yield* Effect.timeoutOption(many.await, soon)
    const exit = yield* Effect.exit(write(writer))
    return Exit.isSuccess(exit) ? 0 : failures + 1
  }).pipe(Effect.flatMap((count) => keepWriting(writer, count)))

const finish = (writer: Writer): Effect.Effect<void> =>
  Effect.gen(function* () {
    const { buffer } = writer
    if (buffer.waiting === 0) return
    const written = yield* Effect.timeoutOption(Effect.exit(write(writer)), lastPatience)
    if (Option.isSome(written) && Exit.isSuccess(written.value)) return
    const lost = buffer.waiting
    buffer.giveUp()
    yield* Effect.logError(`The last ${lost} calls could not be written to the journal.`)
  })

/** Starts writing; when the scope closes, the rest is written. */
export const writing = (
  backend: Backend,
  buffer: Buffer,
  enough: number
): Effect.Effect<Writing, never, Scope> =>
  Effect.gen(function* () {
    const [some, many] = [Latch.makeUnsafe(false), Latch.makeUnsafe(false)]
    const board = Option.getOrUndefined(yield* Effect.serviceOption(Alerts))
    const turn = Semaphore.makeUnsafe(1)
    const writer: Writer = { backend, buffer, board, turn, some, many, trouble: undefined }
    // Registered before the fiber, so that it runs after that has ended.
    yield* Effect.addFinalizer(() => finish(writer))
    yield* Effect.forkScoped(keepWriting(writer))
    return {
      push: (row) => {
        buffer.add(row)
        if (buffer.waiting === 1) Latch.openUnsafe(some)
        if (buffer.waiting >= enough) Latch.openUnsafe(many)
      },
      flush: write(writer),
      trouble: () => writer.trouble
    }
  })
