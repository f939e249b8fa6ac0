/** Rows get from calls to a store apart from the calls: soon, together, all of them at the end; trouble is told of once. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Exit, Layer, Logger, Scope } from "effect"
import { TestClock } from "effect/testing"
import type { Backend } from "../../../src/durable/journal/backend.ts"
import { JournalUnavailable } from "../../../src/durable/journal/backend.ts"
import { Buffer } from "../../../src/durable/journal/buffer.ts"
import { type Stored, toStored } from "../../../src/durable/journal/stored.ts"
import { writing } from "../../../src/durable/journal/writing.ts"
import * as Alerts from "../../../src/pipeline/Alerts.ts"
import { failure, success } from "./rows.ts"

const full = new JournalUnavailable({ file: "journal.db", reason: "full", problem: "the disk is full" })

/** A store that can be told to fail, or to take its time. */
const fake = () => {
  const batches: Array<ReadonlyArray<Stored>> = []
  const state = { fails: false, slow: Effect.void }
  const backend: Backend = {
    add: (rows) =>
      Effect.andThen(
        state.slow,
        Effect.suspend(() => (state.fails ? Effect.fail(full) : Effect.sync(() => void batches.push(rows))))
      ),
    find: () => Effect.succeed({ rows: [] }),
    counts: Effect.succeed({ calls: 0, bytes: 0 })
  }
  return { backend, batches, state, sizes: () => batches.map(({ length }) => length) }
}

const logging = () => {
  const lines: Array<string> = []
  const layer = Logger.layer([
    Logger.make(({ logLevel, message }) => void lines.push(`${logLevel} ${String(message)}`))
  ])
  return { layer, lines }
}

const started = (backend: Backend, most = 1_000) =>
  Effect.gen(function* () {
    const buffer = new Buffer(most)
    const [ok, bad] = [toStored(yield* success(1)), toStored(yield* failure(2))]
    const writer = yield* writing(backend, buffer, most / 2)
    const push = (kinds: string) => {
      for (const kind of kinds) writer.push(kind === "s" ? ok : bad)
    }
    return { ...writer, buffer, push }
  })

describe("what is pushed", () => {
  it.effect("is written together 100 ms later, or at once when there is much", () =>
    Effect.gen(function* () {
      const { backend, sizes } = fake()
      const { push } = yield* started(backend, 10)
      yield* TestClock.adjust("1 minute")
      push("sfs")
      yield* TestClock.adjust("99 millis")
      assert.deepStrictEqual(sizes(), [])
      push("s")
      yield* TestClock.adjust("1 millis")
      assert.deepStrictEqual(sizes(), [4])
      push("sssss")
      yield* TestClock.adjust("1 millis")
      assert.deepStrictEqual(sizes(), [4, 5])
      yield* TestClock.adjust("1 hour")
    })
  )

  it.effect("is written when the scope closes, and asked for no more", () =>
    Effect.gen(function* () {
      const { backend, sizes } = fake()
      const scope = yield* Scope.make()
      const { push } = yield* Scope.provide(started(backend), scope)
      push("sfs")
      yield* Scope.close(scope, Exit.void)
      assert.deepStrictEqual(sizes(), [3])
      yield* TestClock.adjust("1 hour")
      assert.deepStrictEqual(sizes(), [3])
    })
  )

  it.effect("at the end is given up after five seconds, counted and told", () => {
    const { layer, lines } = logging()
    return Effect.gen(function* () {
      const { backend, state } = fake()
      state.slow = Effect.never
      const scope = yield* Scope.make()
      const { buffer, push } = yield* Scope.provide(started(backend), scope)
      push("sff")
      yield* Effect.forkChild(Scope.close(scope, Exit.void))
      yield* TestClock.adjust("6 seconds")
      assert.deepStrictEqual(buffer.drops, { successes: 1, failures: 2 })
      assert.deepStrictEqual(lines, ["Error The last 3 calls could not be written to the journal."])
    }).pipe(Effect.provide(layer))
  })

  it.effect("while the store is slow waits within its bound, and pushing never waits", () =>
    Effect.gen(function* () {
      const { backend, sizes, state } = fake()
      state.slow = Effect.sleep("10 seconds")
      const { buffer, push } = yield* started(backend, 10)
      push("ssssssss")
      yield* TestClock.adjust("1 second")
      push("ssfff")
      assert.deepStrictEqual([buffer.size, buffer.drops], [10, { successes: 2, failures: 1 }])
      state.slow = Effect.void
      yield* TestClock.adjust("1 minute")
      assert.deepStrictEqual(sizes(), [8, 2])
      assert.strictEqual(buffer.size, 0)
    })
  )
})

describe("a store that fails", () => {
  it.effect("is tried later and later, loses nothing that fits, and is told of once, with its end", () => {
    const { layer, lines } = logging()
    return Effect.gen(function* () {
      const { backend, sizes, state } = fake()
      const { buffer, push, trouble } = yield* started(backend, 10)
      const { standing } = yield* Alerts.Alerts
      state.fails = true
      push("ssssss")
      yield* TestClock.adjust("10 minutes")
      assert.strictEqual(trouble(), full)
      push("fffffff")
      yield* TestClock.adjust("10 minutes")
      assert.deepStrictEqual([buffer.size, buffer.drops], [10, { successes: 3, failures: 0 }])
      assert.lengthOf(lines, 1)
      assert.match(
        lines[0]!,
        /^Error The journal in journal\.db cannot be used: the disk is full\. Calls go on/
      )
      assert.deepStrictEqual(
        (yield* standing).map(({ kind, scope }) => [kind, scope]),
        [["journal", "journal.db"]]
      )
      state.fails = false
      yield* TestClock.adjust("30 seconds")
      assert.deepStrictEqual(sizes(), [10])
      assert.isUndefined(trouble())
      assert.match(lines[1]!, /^Info .* is written again\. It lacks 3 calls \(0 of them failures\)/)
      assert.deepStrictEqual(yield* standing, [])
    }).pipe(Effect.provide(Layer.merge(layer, Alerts.layer())))
  })

  it.effect("is not asked without end: at most twice a minute once it has failed for a while", () => {
    let tries = 0
    const backend: Backend = {
      ...fake().backend,
      add: () => Effect.suspend(() => (tries++, Effect.fail(full)))
    }
    return Effect.gen(function* () {
      const { push } = yield* started(backend)
      push("s")
      yield* TestClock.adjust("5 minutes")
      assert.isAtLeast(tries, 8)
      const before = tries
      yield* TestClock.adjust("5 minutes")
      assert.isAtMost(tries - before, 10)
    })
  })
})
