/** The contract of a store: every command and every guard, as sentences that hold for any store. */
import { assert, it } from "@effect/vitest"
import { Cause, Effect, Exit, type Scope } from "effect"
import { items } from "./contract/items.ts"
import { requests } from "./contract/requests.ts"
import { Hands, type Rig } from "./contract/rig.ts"

const sentences = [...items, ...requests]

/** Holds a store against its contract: a fresh one for each sentence. */
export const contract = (name: string, rig: Effect.Effect<Rig, unknown, Scope.Scope>): void => {
  for (const [sentence, proof] of sentences)
    it.live(`${name}: ${sentence}`, () =>
      Effect.scoped(Effect.flatMap(rig, (made) => proof(new Hands(made))))
    )
}

/** The same for a store that is dear to make: one for all, which the rig empties. It tells every sentence that does not hold. */
export const keepsContract = <R>(rig: Effect.Effect<Rig, unknown, R>): Effect.Effect<void, never, R> =>
  Effect.map(
    Effect.forEach(sentences, ([sentence, proof]) =>
      Effect.map(Effect.exit(Effect.flatMap(rig, (made) => proof(new Hands(made)))), (exit) =>
        Exit.isSuccess(exit) ? [] : [`${sentence}: ${Cause.pretty(exit.cause)}`]
      )
    ),
    (problems) => assert.deepStrictEqual(problems.flat(), [])
  )
