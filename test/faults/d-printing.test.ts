/** How a failure is printed: the sentence, the remedy, the call; moments as ISO text; no bodies, no secrets. */
import { assert, describe, it } from "@effect/vitest"
import { Cause, DateTime, Effect, Logger } from "effect"
import { inspect } from "node:util"
import { framesOf } from "../../src/contract/failure/traced.ts"
import * as Common from "../../src/contract/Common.ts"
import { RateLimited } from "../../src/vendors/braze/failures.ts"
import * as Shop from "../shop/shop.ts"

const at = (millis: number) => DateTime.makeUnsafe(1_767_225_600_000 + millis)
const attempt = (millis: number) => ({
  kind: "retry" as const,
  at: at(millis),
  millis: 20,
  ended: "Braze.RateLimited",
  status: 429
})

const limited = (attempts = 2) =>
  new RateLimited({
    call: {
      vendor: "Braze",
      operation: "Braze.sendMessages",
      delivery: "Refused",
      status: 429,
      time: at(5000),
      notBefore: at(60_000),
      request: {
        method: "POST",
        url: "https://rest.iad-01.braze.com/messages/send",
        body: `{"secret":"body"}`
      },
      attempts: Array.from({ length: attempts }, (_, index) => attempt(index * 1000))
    }
  })

const logged = (log: Effect.Effect<void>, format: Logger.Logger<unknown, string>) => {
  const lines: Array<string> = []
  const logger = Logger.layer([Logger.map(format, (line) => void lines.push(line))])
  return Effect.as(Effect.provide(log, logger), lines).pipe(Effect.map((all) => all.join("\n")))
}

/** As pino's `err` serializer reads an error. */
const pino = (error: Error) => {
  const { message, stack } = error
  const read: Record<string, unknown> = { type: error.constructor.name, message, stack }
  for (const key in error) read[key] ??= Reflect.get(error, key)
  return JSON.stringify(read)
}

/** As winston reads an error that it is given: with a format for errors, and as a part of what is logged. */
const winston = (error: Error) => {
  const { message, stack } = error
  return JSON.stringify([
    { ...error, message, stack },
    { level: "error", error }
  ])
}

/** What a runtime prints of an error that nobody caught. */
const uncaught = (error: Error) => inspect(error, { customInspect: false, depth: 9 })

describe("the sentence, the remedy and the link are in what is printed", () => {
  const ways: Readonly<Record<string, (failure: RateLimited) => string>> = {
    "by a logger like pino": pino,
    "by a logger like winston": winston,
    "of an uncaught error": uncaught,
    "of where it was made": (failure) => failure.stack ?? "",
    "of its cause": (failure) => Cause.pretty(Cause.fail(failure)),
    "of its cause, by console": (failure) => inspect(Cause.fail(failure), { depth: 9 }),
    "of an error whose cause it is": (failure) => inspect(new Error("outer", { cause: failure }))
  }
  for (const [name, print] of Object.entries(ways))
    it(name, () => {
      const [failure] = [limited()]
      const text = print(failure)
      for (const part of ["The rate limit is exceeded", "Wait for the reset", failure.see])
        assert.include(text, part)
      assert.notInclude(text, `"body"`)
      assert.notMatch(text, /node_modules.(effect|faultline)./)
    })

  it.effect("of a call's own, whose frames are all inside the library", () =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(Shop.placeOrder({ article: "tea", count: 999 }))
      assert.deepStrictEqual(framesOf("    at a (/app/node_modules/faultline/dist/x.js:1:2)"), [])
      assert.deepStrictEqual(framesOf("a@/app/node_modules/effect/dist/x.js:1:2"), [])
      assert.lengthOf(framesOf("E: no\n    at b (/app/src/x.ts:1:2)\nb@/app/src/x.ts:1:2"), 2)
      assert.notMatch(failure.stack ?? "", /node_modules.effect|node:internal/)
    }).pipe(Effect.provide(Shop.layer(Shop.transport(() => Shop.order(1)).layer)))
  )

  it("and whoever sets the stack of a failure has it so", () => {
    const failure = limited()
    failure.stack = "mine"
    assert.strictEqual(failure.stack, "mine")
    assert.notInclude(Object.keys(failure), "stack")
  })
})

/** The same for every way of printing: no single one is a lesser one. */
const printed: Readonly<Record<string, (failure: RateLimited) => Effect.Effect<string>>> = {
  "console.error": (failure) => Effect.sync(() => inspect(failure)),
  "console.error, within an object": (failure) => Effect.sync(() => inspect({ failure }, { depth: 8 })),
  "JSON.stringify": (failure) => Effect.sync(() => JSON.stringify(failure)),
  "Effect.logError as JSON": (failure) => logged(Effect.logError("it failed", failure), Logger.formatJson)
}

describe("a failure printed by", () => {
  for (const [name, print] of Object.entries(printed))
    it.effect(`${name} has the sentence, the remedy and the call`, () =>
      Effect.map(print(limited()), (text) => {
        for (const part of [
          "Braze.RateLimited",
          "The rate limit is exceeded",
          "Wait for the reset",
          "https://www.braze.com/docs/api/",
          "Braze.sendMessages",
          "POST https://rest.iad-01.braze.com/messages/send",
          "2026-01-01T00:00:01.000Z"
        ])
          assert.include(text, part)
        assert.notInclude(text, "body")
        assert.notInclude(text, "epochMilliseconds")
      })
    )

  it("console.error names where it was made", () => assert.match(inspect(limited()), /^ {4}at .*d-printing/m))

  it("an uncaught error or a test runner has the sentence and the remedy", () => {
    const { name, stack } = limited()
    assert.strictEqual(name, "Braze.RateLimited")
    assert.match(stack ?? "", /^Braze\.RateLimited: Braze\.sendMessages failed .*Wait for the reset/)
  })

  it("what dumps the fields of an error by itself finds no body, and no moment as a number", () => {
    const failure = limited()
    // Node, of an uncaught error; and what loggers go through.
    for (const dump of [inspect(failure, { customInspect: false, depth: 9 }), inspect({ ...failure })]) {
      assert.notInclude(dump, "body")
      assert.notInclude(dump, "epochMilliseconds")
    }
    const logged: Array<string> = []
    for (const name in failure) logged.push(name)
    assert.notInclude(logged, "call")
    assert.strictEqual(failure.call?.operation, "Braze.sendMessages")
  })

  it.effect("Effect.logError as logfmt has the sentence and the remedy", () =>
    Effect.map(logged(Effect.logError("it failed", limited()), Logger.formatLogFmt), (text) =>
      assert.match(text, /The rate limit is exceeded.*Wait for the reset/)
    )
  )

  it("a cause has them too", () => assert.include(Cause.pretty(Cause.fail(limited())), "Wait for the reset"))

  it("JSON is small, however often it was tried", () => {
    const { attempts } = JSON.parse(JSON.stringify(limited(500)))
    assert.strictEqual(attempts.length, 5)
    assert.isBelow(JSON.stringify(limited(500)).length, 2_500)
  })

  it("JSON has what a failure carries, in plain words", () => {
    const refused = new Common.NotSent({ reason: "refused", code: "ECONNREFUSED" })
    assert.deepInclude(JSON.parse(JSON.stringify(refused)), {
      _tag: "NotSent",
      reason: "refused",
      code: "ECONNREFUSED",
      category: "network",
      delivery: "NotSent",
      remedy: refused.remedy,
      see: refused.see
    })
  })
})
