/** The short form of `npm run fuzz`: seeds that every check plays. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { verdictOn } from "./play.ts"

const seeds = 2_000
const portion = 250

describe("whatever a server answers and a caller gives, a call ends in a typed outcome that shows no secret", () => {
  for (let from = 1; from <= seeds; from += portion) {
    const played = Array.from({ length: portion }, (_, index) => from + index)
    it.live(
      `seeds ${from} to ${played.at(-1)}`,
      () =>
        Effect.map(Effect.forEach(played, verdictOn), (failed) => assert.deepStrictEqual(failed.flat(), [])),
      120_000
    )
  }
})
