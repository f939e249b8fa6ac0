import { assert, it } from "@effect/vitest"
import { Effect, Exit, Fiber } from "effect"
import { freshFile, notes, stranger } from "./files.ts"

const numbers = Array.from({ length: 200 }, (_, index) => index)
const reasonOf = <A, R>(effect: Effect.Effect<A, { readonly reason: string; readonly problem: string }, R>) =>
  Effect.map(Effect.flip(effect), ({ reason }) => reason)

it.live("what is answered is in the file, for everybody", () =>
  Effect.gen(function* () {
    const file = yield* freshFile
    const client = yield* notes(file)
    assert.strictEqual(yield* client.ask("put", ["a", "one"]), 1)
    const other = yield* stranger(file)
    assert.strictEqual(other.prepare("SELECT text FROM note").get()?.["text"], "one")
    assert.strictEqual(yield* client.ask("pragma", "synchronous"), 2)
    assert.strictEqual(yield* client.ask("pragma", "journal_mode"), "wal")
  }).pipe(Effect.scoped)
)

it.live("a command that fails takes nothing from those that are committed with it", () =>
  Effect.gen(function* () {
    const client = yield* notes(yield* freshFile)
    const asked = numbers.map((n) => Effect.exit(client.ask("put", [`${n}`, n % 10 === 3 ? "bad" : "good"])))
    const exits = yield* Effect.all(asked, { concurrency: "unbounded" })
    assert.deepStrictEqual(
      exits.flatMap((exit, n) => (Exit.isFailure(exit) ? [n] : [])),
      numbers.filter((n) => n % 10 === 3)
    )
    const kept = yield* client.ask<ReadonlyArray<{ readonly text: string }>>("all", undefined)
    assert.lengthOf(kept, 180)
    assert.isTrue(kept.every(({ text }) => text === "good"))
  }).pipe(Effect.scoped)
)

it.live("commands that wait together are committed together", () =>
  Effect.gen(function* () {
    const file = yield* freshFile
    const client = yield* notes(file)
    const other = yield* stranger(file)
    const version = () => Number(other.prepare("PRAGMA data_version").get()?.["data_version"])
    const before = version()
    const seen = new Set<number>()
    yield* Effect.forEach(
      numbers,
      (n) => Effect.tap(client.ask("put", [`${n}`, ""]), () => Effect.sync(() => seen.add(version()))),
      {
        concurrency: "unbounded"
      }
    )
    assert.isAtMost(seen.size, 3)
    assert.isAtLeast(Math.max(...seen), before)
  }).pipe(Effect.scoped)
)

it.live("a thread that dies fails all that wait, and another one is started for the next", () =>
  Effect.gen(function* () {
    const client = yield* notes(yield* freshFile)
    yield* client.ask("put", ["a", ""])
    const waiting = yield* Effect.all(
      ["b", "c", "d"].map((name) => Effect.forkChild(Effect.exit(client.ask("put", [name, ""]))))
    )
    const died = yield* Effect.flip(client.ask("die", undefined))
    assert.include(died, { reason: "other" })
    assert.include(died.problem, "the next command starts another one")
    for (const exit of yield* Effect.all(waiting.map((fiber) => Fiber.join(fiber))))
      assert.isTrue(Exit.isFailure(exit))
    assert.lengthOf(yield* client.ask<ReadonlyArray<unknown>>("all", undefined), 1)
  }).pipe(Effect.scoped)
)

it.live("an error that nobody catches in the thread is told, and the next command is answered", () =>
  Effect.gen(function* () {
    const client = yield* notes(yield* freshFile)
    yield* Effect.exit(client.ask("throwLater", undefined))
    // One whose answer was lost may have been carried out: another name each time.
    let times = 0
    yield* Effect.retry(
      Effect.suspend(() => client.ask("put", [`a${times++}`, ""])),
      { times: 5 }
    )
  }).pipe(Effect.scoped)
)

it.live("what was asked is done before the file is closed, and then nothing is taken in", () =>
  Effect.gen(function* () {
    const file = yield* freshFile
    const asked = yield* Effect.scoped(
      Effect.gen(function* () {
        const client = yield* notes(file)
        yield* Effect.forEach(numbers, (n) =>
          Effect.forkDetach(client.ask("put", [`${n}`, ""]), { startImmediately: true })
        )
        return client
      })
    )
    const other = yield* stranger(file)
    assert.strictEqual(other.prepare("SELECT count(*) AS n FROM note").get()?.["n"], numbers.length)
    assert.include(yield* Effect.flip(asked.ask("put", ["late", ""])), { problem: "it is closed" })
  }).pipe(Effect.scoped)
)

it.live("a command that is interrupted before it was sent is not carried out", () =>
  Effect.gen(function* () {
    const client = yield* notes(yield* freshFile)
    const fiber = yield* Effect.forkChild(client.ask("put", ["a", ""]), { startImmediately: true })
    fiber.interruptUnsafe()
    yield* client.ask("put", ["b", ""])
    const kept = yield* client.ask<ReadonlyArray<{ readonly name: string }>>("all", undefined)
    assert.deepStrictEqual(
      kept.map(({ name }) => name),
      ["b"]
    )
  }).pipe(Effect.scoped)
)

it.live("statements are prepared once, however often they are used", () =>
  Effect.gen(function* () {
    const client = yield* notes(yield* freshFile)
    yield* client.ask("put", ["first", ""])
    const before = yield* client.ask<number>("statements", undefined)
    yield* Effect.forEach(numbers, (n) => client.ask("put", [`${n}`, ""]), { concurrency: 10 })
    assert.isAtMost((yield* client.ask<number>("statements", undefined)) - before, 1)
  }).pipe(Effect.scoped)
)

it.live("a command that no program has is refused", () =>
  Effect.gen(function* () {
    const client = yield* notes(yield* freshFile)
    assert.strictEqual(yield* reasonOf(client.ask("fly", undefined)), "other")
  }).pipe(Effect.scoped)
)
