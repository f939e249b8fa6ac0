import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Sink, Stdio } from "effect"
import { TestClock, TestConsole } from "effect/testing"
import { NotSent } from "../../src/contract/Common.ts"
import { type Shown, reporter } from "../../src/cli/many/progress.ts"

const counts = { accepted: 1000, warned: 0, refused: 2, unknown: 0 }
const shown = (settled: number, change: Partial<Shown["counts"]> = {}): Shown => ({
  counts: { ...counts, ...change },
  bytes: { begun: 0, settled, all: 100_000 }
})

/** Standard error, which is a terminal or not, and what is written to a terminal. */
const stdio = (isTerminal: boolean) => {
  const written: Array<string> = []
  const layer = Stdio.layerTest({
    stderrIsTerminal: Effect.succeed(isTerminal),
    stderr: () => Sink.forEach((text) => Effect.sync(() => void written.push(String(text))))
  })
  return { written, layer: Layer.merge(layer, Layer.fresh(TestConsole.layer)) }
}

describe("the progress of many items", () => {
  it.effect(
    "is a line every ten seconds where nobody watches, with the rate and the time that is left",
    () => {
      const { layer } = stdio(false)
      return Effect.gen(function* () {
        const { report } = yield* reporter(false)
        for (let second = 1; second <= 20; second++) {
          yield* TestClock.adjust("1 second")
          yield* report(shown(2000 * second))
        }
        assert.deepStrictEqual(yield* TestConsole.errorLines, [
          "1,000 accepted, 2 refused; 100.2 a second, 40s left",
          "1,000 accepted, 2 refused; 50.1 a second, 30s left"
        ])
      }).pipe(Effect.provide(layer))
    }
  )

  it.effect("is written at once when the run begins to wait, and when it goes on", () => {
    const { layer } = stdio(false)
    return Effect.gen(function* () {
      const { report } = yield* reporter(true)
      const waiting = new NotSent({ reason: "unreachable" })
      yield* TestClock.adjust("1 second")
      yield* report(shown(10_000))
      yield* report(shown(10_000, { waiting }))
      yield* report(shown(10_000, { waiting }))
      yield* report({ counts, bytes: { begun: 0, settled: 10_000, all: undefined } })
      const lines = (yield* TestConsole.errorLines).map((line): Record<string, unknown> =>
        JSON.parse(String(line))
      )
      assert.deepStrictEqual(lines, [
        { progress: { ...counts, perSecond: 1002, secondsLeft: 9, waiting: "NotSent" } },
        { progress: { ...counts, perSecond: 1002, secondsLeft: null, waiting: null } }
      ])
    }).pipe(Effect.provide(layer))
  })

  it.effect("is one line that changes at a terminal, and leaves none behind", () => {
    const { layer, written } = stdio(true)
    return Effect.gen(function* () {
      const { end, report } = yield* reporter(false)
      for (let tenth = 1; tenth <= 10; tenth++) {
        yield* TestClock.adjust("100 millis")
        yield* report(shown(1000 * tenth))
      }
      yield* end
      assert.lengthOf(written, 5)
      for (const text of written) assert.isTrue(text.startsWith("\r\u001b[K") && !text.includes("\n"), text)
      assert.strictEqual(written.at(-1), "\r\u001b[K")
      assert.lengthOf(yield* TestConsole.errorLines, 0)
    }).pipe(Effect.provide(layer))
  })
})
