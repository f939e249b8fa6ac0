/** Every operation fails with what it declares, as Braze would say it, and with nothing that it does not declare. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { forge, signsOf } from "../../../src/core/Catalogue.ts"
import * as Policy from "../../../src/core/Policy.ts"
import * as Braze from "../../../src/vendors/braze/index.ts"
import { layer, rest } from "./rest.ts"
import { calls } from "./samples.ts"

const answered = (call: (typeof calls)[number][1], wire: Parameters<typeof rest>[0]) =>
  Effect.flip(Policy.once(Effect.provide(call, layer(rest(wire).transport)) as Effect.Effect<unknown, { readonly _tag: string }>))

describe.each(calls)("%s", (operation, call) => {
  const declared = new Set<unknown>([...Braze.always, ...(operation.asked.fails ?? [])])

  it.effect("fails with each failure that it declares", () =>
    Effect.gen(function* () {
      for (const failure of Braze.failures.filter((one) => declared.has(one))) {
        for (const sign of signsOf(failure).keys()) {
          assert.strictEqual((yield* answered(call, forge(failure, {}, { sign })))._tag, failure.tag)
        }
      }
    })
  )

  it.effect("takes the failures of other operations for the general one of their status", () =>
    Effect.gen(function* () {
      const general = ["Unrecognized", ...Braze.always.map(({ tag }) => tag)]
      for (const failure of Braze.failures.filter((one) => !declared.has(one) && one !== Braze.InvalidAsset)) {
        const found = yield* answered(call, forge(failure, {}))
        assert.include(general, found._tag, failure.tag)
      }
    })
  )
})

it("are all tried", () => {
  const tags = Object.values(Braze).flatMap((value) => (typeof value === "function" && "asked" in value ? [value.tag] : []))
  assert.deepStrictEqual(calls.map(([{ tag }]) => tag).sort(), tags.sort())
})
