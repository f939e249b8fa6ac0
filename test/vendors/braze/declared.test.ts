/** Every operation fails with what it declares, as Braze would say it, and with nothing that it does not declare. */
import * as Pipeline from "../../../src/pipeline/Pipeline.ts"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { forge, signaturesOf } from "../../../src/contract/Catalogue.ts"
import * as Policy from "../../../src/policy/Policy.ts"
import type { Wire } from "../../../src/contract/Wire.ts"
import * as Braze from "../../../src/vendors/braze/index.ts"
import { layer, rest } from "./rest.ts"
import { calls } from "./samples.ts"

type Call = Effect.Effect<unknown, { readonly _tag: string }, Braze.BrazeApi>

const bare = {
  pipeline: Pipeline.without("budget", "breaker", "queue"),
  policy: { passing: Policy.never, limited: Policy.never }
}

/** The tags that a call fails with when it is answered so, one after another. */
const tagsOf = (call: Call, answers: ReadonlyArray<Wire>) => {
  const tag = Effect.map(Effect.flip(call), ({ _tag }) => _tag)
  return Effect.provide(
    Effect.forEach(answers, () => tag),
    layer(rest(...answers).transport, bare)
  )
}

describe.each(calls.map(([operation, call]) => [operation.tag, operation, call as Call] as const))(
  "%s",
  (_, operation, call) => {
    const declared = new Set<unknown>([...Braze.always, ...(operation.spec.fails ?? [])])

    it.effect("fails with each failure that it declares", () =>
      Effect.gen(function* () {
        const faces = Braze.failures
          .filter((failure) => declared.has(failure))
          .flatMap((failure) =>
            [...signaturesOf(failure).keys()].map(
              (signature) => [failure.tag, forge(failure, {}, { signature })] as const
            )
          )
        assert.deepStrictEqual(
          yield* tagsOf(
            call,
            faces.map(([, wire]) => wire)
          ),
          faces.map(([tag]) => tag)
        )
      })
    )

    it.effect("takes the failures of other operations for the general one of their status", () =>
      Effect.gen(function* () {
        const general = ["Unrecognized", ...Braze.always.map(({ tag }) => tag)]
        const others = Braze.failures
          .filter((failure) => !declared.has(failure))
          .map((failure) => forge(failure, {}))
        for (const tag of yield* tagsOf(call, others)) assert.include(general, tag)
      })
    )
  }
)

it("are all tried", () => {
  const tags = Object.values(Braze).flatMap((value) =>
    typeof value === "function" && "spec" in value ? [value.tag] : []
  )
  assert.deepStrictEqual(calls.map(([{ tag }]) => tag).toSorted(), tags.toSorted())
})
