/** The seeds that every check plays: half of them in each of two test files, which run side by side. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { verdictOn } from "./verdict.ts"

const seeds = 1_000
const portion = 100

/** Plays every other seed, from `first` on. */
export const playEveryOther = (first: 1 | 2): void => {
  describe(`whatever goes wrong, what the engine promises holds (every other seed of ${seeds})`, () => {
    for (let from = first; from <= seeds; from += portion) {
      const played = Array.from({ length: portion / 2 }, (_, index) => from + 2 * index)
      it.live(
        `seeds ${from} to ${played.at(-1)}`,
        () =>
          Effect.map(Effect.forEach(played, verdictOn), (failed) =>
            assert.deepStrictEqual(failed.flat(), [])
          ),
        120_000
      )
    }
  })
}
