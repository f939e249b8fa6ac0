/** Many trackings after a fault of Braze's or of a gateway's: what counts twice is not sent twice. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Stream } from "effect"
import { TestClock } from "effect/testing"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import * as Braze from "../../src/vendors/braze/index.ts"
import { layer, rest, success } from "../vendors/braze/rest.ts"
import { event, purchase } from "../vendors/braze/samples.ts"

const html = (status: number) =>
  make(status, { "content-type": "text/html" }, "<html><h1>Bad Gateway</h1></html>")
const own = (status: number) => fromJson(status, {}, { message: "Internal Server Error" })

describe("trackUsers.many", () => {
  const outcomes = (items: ReadonlyArray<Braze.Tracking>, ...answers: ReadonlyArray<Wire>) =>
    Effect.gen(function* () {
      const braze = rest(...answers)
      const fiber = yield* Effect.forkChild(
        Effect.provide(Stream.runCollect(Braze.trackUsers.many(items)), layer(braze.transport))
      )
      yield* TestClock.adjust("1 hour")
      return {
        requests: braze.sent.length,
        found: [...new Set((yield* Fiber.join(fiber)).map(({ outcome }) => outcome))]
      }
    })

  it.effect("events and purchases are unknown after a fault, and are not sent twice", () =>
    Effect.gen(function* () {
      for (const wire of [html(502), own(503)])
        assert.deepStrictEqual(yield* outcomes([{ event }, { purchase }], wire, success), {
          requests: 1,
          found: ["unknown"]
        })
    })
  )

  it.effect("attributes are sent again after a fault", () =>
    Effect.gen(function* () {
      for (const wire of [html(502), own(503)])
        assert.deepStrictEqual(yield* outcomes([{ attributes: { externalId: "u" } }], wire, success), {
          requests: 2,
          found: ["accepted"]
        })
    })
  )
})
