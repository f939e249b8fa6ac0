/** A refusal that may come of an old token renews it once: by a 401 always, by an unclear refusal only where the vendor has such. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { make, type Wire } from "../../src/contract/Wire.ts"
import type { AnyOperation } from "../../src/contract/Operation.ts"
import { Any } from "../vendors/all.ts"
import { answering, ended, own, probed } from "./probes.ts"

const ok = make(200, {}, `{"ok":true}`)

/** One call with a token of that age: how it ended, how often it was sent, and how many tokens were fetched. */
const call = (name: string, probe: "post" | "put", age: number, answers: ReadonlyArray<Wire>) => {
  const [, tested, probes] = probed.find(([one]) => one === name)!
  const operation: AnyOperation = probes[probe]
  const { layer, sent, tokens } = answering((nth) =>
    nth === 1 ? ok : (answers[Math.min(nth - 2, answers.length - 1)] ?? ok)
  )
  return Effect.gen(function* () {
    const api = yield* Any
    yield* Effect.exit(api.call(operation, {}))
    yield* TestClock.adjust(age)
    const exit = yield* ended(Effect.exit(api.call(operation, {})))
    return [exit._tag, sent.length - 1, tokens.length]
  }).pipe(Effect.provide(tested.layer(layer)))
}

const bodies = [
  "",
  "<html>Unauthorized</html>",
  "no",
  `{"Message":"no"}`,
  `{"error":"no"}`,
  `{"message":null}`
]

describe("a 401", () => {
  for (const name of ["M3ter", "Ixon"])
    it.effect.each(bodies)(`renews the token of ${name} once, whatever it says: %s`, (text) =>
      Effect.gen(function* () {
        const refused = make(401, {}, text)
        for (const probe of ["post", "put"] as const) {
          assert.deepStrictEqual(yield* call(name, probe, 0, [refused, ok]), ["Success", 2, 2])
          assert.deepStrictEqual(yield* call(name, probe, 0, [refused]), ["Failure", 2, 2])
        }
      })
    )

  it.effect.each(["Braze", "Xtremepush", "Metrix"])(
    "of %s, whose key cannot be renewed, is the end",
    (name) =>
      Effect.gen(function* () {
        const refused = make(401, {}, "")
        assert.deepStrictEqual(yield* call(name, "put", 600_000, [refused]), ["Failure", 1, 0])
      })
  )
})

describe("a 403 of m3ter in words that nobody documents", () => {
  it.effect.each(bodies.filter((text) => !/unauthorized/i.test(text)))(
    "renews an old token once: %s",
    (text) =>
      Effect.gen(function* () {
        const refused = make(403, {}, text)
        for (const probe of ["post", "put"] as const) {
          assert.deepStrictEqual(yield* call("M3ter", probe, 60_000, [refused, ok]), ["Success", 2, 2])
          assert.deepStrictEqual(yield* call("M3ter", probe, 60_000, [refused]), ["Failure", 2, 2])
          assert.deepStrictEqual(yield* call("M3ter", probe, 59_000, [refused]), ["Failure", 1, 1])
        }
      })
  )

  it.effect("is about the call where it comes to a new token as well: each call renews once at most", () =>
    Effect.gen(function* () {
      const refused = make(403, {}, `{"message":"Forbidden"}`)
      assert.deepStrictEqual(yield* call("M3ter", "put", 600_000, [refused]), ["Failure", 2, 2])
    })
  )
})

it.effect("no other refusal renews a token, however old", () =>
  Effect.gen(function* () {
    const [, { vendor }] = probed.find(([name]) => name === "M3ter")!
    for (const status of [400, 404, 409, 422])
      assert.deepStrictEqual(yield* call("M3ter", "put", 600_000, [make(status, {}, own(vendor, status))]), [
        "Failure",
        1,
        1
      ])
  })
)

it.effect("a 403 of IXON is not about its token, for its page names other answers for that", () =>
  Effect.gen(function* () {
    const [, sent, tokens] = yield* call("Ixon", "put", 600_000, [make(403, {}, "no")])
    assert.deepStrictEqual([sent, tokens], [1, 1])
  })
)
