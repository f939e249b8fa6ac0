/** The sections of the page: each by itself, and none without a bound. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Layer, Logger, Redacted } from "effect"
import { TestClock } from "effect/testing"
import * as Console from "../../src/console/Console.ts"
import { sectionsOf } from "../../src/console/page/sections.ts"
import * as Outbox from "../../src/durable/Outbox.ts"
import { live } from "./live.ts"
import { classHealth, failed, token } from "./open.ts"

const failures: Console.Failures = {
  last: () => Effect.succeed([failed()]),
  report: () => Effect.succeed(undefined)
}

describe("a source", () => {
  it.effect("that does not answer is not waited for", () =>
    Effect.gen(function* () {
      const reading = yield* Effect.forkChild(sectionsOf({ health: Effect.never, failures }, 10))
      yield* TestClock.adjust("5 seconds")
      const [health, others] = yield* Fiber.join(reading)
      assert.include(health?.html, "Nothing came within 5 seconds.")
      assert.include(others?.html, "Shop.SoldOut")
    })
  )

  it.effect("that breaks is named in the log, and leaves the others alone", () =>
    Effect.gen(function* () {
      const logged: Array<string> = []
      const logger = Logger.make(({ message }) => void logged.push(String(message)))
      const health = Effect.die(new Error("secret of a defect"))
      const [broken, others] = yield* sectionsOf({ health, failures }, 10).pipe(
        Effect.provide(Logger.layer([logger]))
      )
      assert.include(broken?.html, "the log of this process has it")
      assert.notInclude(broken?.html, "secret of a defect")
      assert.match(logged.join(), /section health/)
      assert.include(others?.html, "Shop.SoldOut")
    })
  )
})

describe("what is shown", () => {
  it.effect("of many lanes are those with something to do, and how many there are besides", () =>
    Effect.gen(function* () {
      const box = yield* Outbox.Outbox
      const names = Array.from({ length: 30 }, (_, n) => `Shop.op${n}`)
      for (const lane of names) yield* box.store.pause({ scope: lane, reason: "r", by: "ada", now: 0 })
      for (const lane of names) {
        const item = {
          id: lane,
          lane,
          operation: lane,
          account: "",
          version: 1,
          priority: 0,
          dueIn: 0,
          input: "{}",
          hash: "h"
        }
        yield* box.store.add({ items: [{ ...item, onDead: "go-on" }], now: 0 })
      }
      for (const lane of names.slice(0, 25)) yield* box.store.resume({ scope: lane })
      const { state } = yield* Console.fromOutbox("ada")
      const { lanes, moreLanes } = yield* state(5)
      assert.strictEqual(moreLanes, 25)
      assert.sameMembers(
        lanes.map(({ lane }) => lane),
        names.slice(25)
      )
    }).pipe(Effect.provide(Outbox.layerMemory()))
  )

  it.effect("of numbers and states reads well where something is not known", () =>
    Effect.gen(function* () {
      const bare = classHealth({
        circuit: undefined,
        rate: undefined,
        inFlightLimit: undefined,
        quotas: [],
        held: 7_300
      })
      const [section] = yield* sectionsOf(
        { health: Effect.succeed([{ vendor: "A & <B>", classes: [bare] }]) },
        10
      )
      const html = section?.html.replaceAll(/\s+/g, " ") ?? ""
      for (const shown of ["A &amp; &lt;B&gt;", "Retry budget: –", "2 of any", "not limited", "for 2 h"])
        assert.include(html, shown)
      assert.notMatch(html, /undefined|NaN|Infinity/)
    })
  )

  it.live("is 1 to 500 of each, and 50 where the number is none", () =>
    Effect.gen(function* () {
      const wanted: Array<number> = []
      const sources: Console.Sources = {
        failures: { ...failures, last: (most) => Effect.sync(() => (wanted.push(most), [])) }
      }
      for (const most of [0, -3, 2.7, 1e9, Number.NaN]) {
        const { address } = yield* Console.serve(sources, { port: 0, most, token: Redacted.make(token) })
        yield* (yield* live(address)).next
      }
      assert.deepStrictEqual(wanted, [1, 1, 2, 500, 50])
    }).pipe(Effect.scoped)
  )
})

it.live("a port that is none is said to be none", () =>
  Effect.gen(function* () {
    for (const port of [-1, 1.5, 70_000, Number.NaN]) {
      const { message } = yield* Effect.flip(Console.serve({}, { port }))
      assert.match(message, /^The console cannot listen on port .* \(no port\)\. Choose another port/)
    }
  }).pipe(Effect.scoped)
)

it.live(
  "without a terminal the address is logged without its token, and what to do where nobody knows it",
  () =>
    Effect.gen(function* () {
      const logged: Array<string> = []
      const logger = Logger.make(({ message }) => void logged.push(String(message)))
      yield* Effect.provide(Effect.void, Layer.provide(Console.layer({ port: 0 }), Logger.layer([logger])))
      assert.match(
        logged.join(),
        /^The console is at http:\/\/127\.0\.0\.1:\d+\/; nobody knows its token: give Console\.layer a token/
      )
      assert.notInclude(logged.join(), "#")
    })
)
