/** Circuits of this process against Effect's own, which they follow. */
import { assert, describe, it } from "@effect/vitest"
import { Clock, Context, Duration, Effect, Layer, Random } from "effect"
import { CircuitBreaker } from "effect/persistence"
import { TestClock } from "effect/testing"
import { memory } from "../../../src/policy/breaker/memory.ts"
import { type Admission, type CircuitStore, shared } from "../../../src/policy/breaker/store.ts"

const failures = 3

const ours = Effect.map(Clock.Clock, (clock) => memory(failures, clock))
const effects = Effect.map(Layer.build(CircuitBreaker.layerStoreMemory()), (context) =>
  shared(Context.get(context, CircuitBreaker.CircuitBreakerStore), failures)
)

/** One thing that happens to a circuit; `pick` says which of the calls that are under way ends. */
type Step =
  | { readonly does: "wait"; readonly millis: number }
  | { readonly does: "begin"; readonly key: string }
  | { readonly does: "end"; readonly pick: number; readonly outcome: CircuitBreaker.Outcome["_tag"] }

const outcomes = ["Success", "Failure", "Failure", "Failure", "Ignored"] as const
const waits = [1, 500, 1000, 2500, 3_600_000, 7_200_000]

const drawStep: Effect.Effect<Step> = Effect.gen(function* () {
  const index = (length: number) => Random.nextIntBetween(0, length - 1)
  const kind = yield* index(10)
  if (kind === 0) return { does: "wait", millis: waits[yield* index(waits.length)] ?? 0 }
  if (kind === 1) return { does: "wait", millis: 1000 }
  if (kind < 6) return { does: "begin", key: (yield* index(4)) === 0 ? "b" : "a" }
  return {
    does: "end",
    pick: yield* Random.next,
    outcome: outcomes[yield* index(outcomes.length)] ?? "Ignored"
  }
})

/** What a store answers to the steps, without the numbers of generations, which are its own. */
const play = (store: CircuitStore, steps: ReadonlyArray<Step>) =>
  Effect.gen(function* () {
    const underWay: Array<readonly [key: string, admission: Admission]> = []
    const answers: Array<unknown> = []
    for (const step of steps) {
      if (step.does === "wait") yield* TestClock.adjust(step.millis)
      if (step.does === "begin") {
        const admission = yield* Effect.result(Effect.scoped(store.admit(step.key)))
        if (admission._tag === "Failure") answers.push(Duration.toMillis(admission.failure.retryAfter))
        else if (admission.success !== undefined) {
          underWay.push([step.key, admission.success])
          answers.push({ ...admission.success, generation: 0 })
        }
      }
      const [ended] = step.does === "end" ? underWay.splice(Math.floor(step.pick * underWay.length), 1) : []
      if (step.does === "end" && ended !== undefined) {
        const [key, admission] = ended
        const openFor = Duration.seconds(admission.consecutiveOpenings + 1)
        answers.push(yield* store.record({ key, admission, outcome: step.outcome, openFor }))
      }
      answers.push(yield* store.state("a"), yield* store.state("b"))
    }
    return answers
  })

describe("the circuits of this process", () => {
  it.effect.each(Array.from({ length: 50 }, (_, seed) => seed))(
    "answer as Effect's own do, whatever happens: seed %s",
    (seed) =>
      Effect.gen(function* () {
        const steps = yield* Effect.forEach(Array.from({ length: 300 }), () => drawStep)
        const [mine, theirs] = [yield* ours, yield* effects]
        const expected = yield* play(theirs, steps)
        assert.deepStrictEqual(yield* play(mine, steps), expected)
      }).pipe(Random.withSeed(`circuit ${seed}`))
  )

  it.effect("go through every change in these histories", () =>
    Effect.gen(function* () {
      const steps = yield* Effect.forEach(Array.from({ length: 300 }), () => drawStep)
      const answers = JSON.stringify(yield* play(yield* ours, steps))
      for (const change of ["Closed", "HalfOpen"]) assert.include(answers, `"from":"${change}","to":"Open"`)
      for (const change of [`"Open","to":"HalfOpen"`, `"HalfOpen","to":"Closed"`])
        assert.include(answers, `"from":${change}`)
      assert.include(answers, `"consecutiveOpenings":2`)
    }).pipe(Random.withSeed("circuit 0"))
  )
})
