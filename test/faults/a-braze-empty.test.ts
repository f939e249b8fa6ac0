/** Success statuses of Braze's without a body, or with one that is not in its form. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { make, type Wire } from "../../src/contract/Wire.ts"
import type * as Braze from "../../src/vendors/braze/index.ts"
import { layer, rest } from "../vendors/braze/rest.ts"
import { calls } from "../vendors/braze/samples.ts"

type Call = Effect.Effect<unknown, { readonly _tag: string; readonly delivery: string }, Braze.BrazeApi>

const all = calls.map(([{ spec, tag }, call]) => ({ tag, reads: spec.method === "GET", call: call as Call }))
const ended = (call: Call, wire: Wire) => Effect.provide(Effect.result(call), layer(rest(wire).transport))

describe("a success without a body", () => {
  it.effect.each(all.filter(({ reads }) => !reads))("is a success with nothing to say at $tag", ({ call }) =>
    Effect.gen(function* () {
      for (const status of [200, 201, 202, 204]) {
        const result = yield* ended(call, make(status, {}, ""))
        assert.deepStrictEqual(result._tag === "Success" ? { ...(result.success as object) } : result, {
          warnings: []
        })
      }
    })
  )

  it.effect.each(all.filter(({ reads }) => reads))("is no answer that can be read at $tag", ({ call }) =>
    Effect.gen(function* () {
      const result = yield* ended(call, make(200, {}, ""))
      assert.deepStrictEqual(
        result._tag === "Failure" ? [result.failure._tag, result.failure.delivery] : result,
        ["Unreadable", "Refused"]
      )
    })
  )
})

describe("a success with somebody else's page", () => {
  it.effect.each(all)("leaves open at $tag what was done, unless it reads", ({ call, reads }) =>
    Effect.gen(function* () {
      for (const page of ["<html><form>Sign in</form></html>", "<!doctype html><title>Maintenance</title>"]) {
        const result = yield* ended(call, make(200, { "content-type": "text/html" }, page))
        assert.deepStrictEqual(
          result._tag === "Failure" ? [result.failure._tag, result.failure.delivery] : result,
          ["Unreadable", reads ? "Refused" : "Unknown"]
        )
      }
    })
  )
})
