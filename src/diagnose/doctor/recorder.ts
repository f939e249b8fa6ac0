/** Runs steps one after another, measures them, and tells whoever watches. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { Outcome, Step, StepName } from "./step.ts"

/** What whoever watches is told: that a step begins, and how it ended. */
export type Noticed =
  | { readonly _tag: "Begun"; readonly name: StepName; readonly subject: string | null }
  | { readonly _tag: "Ended"; readonly step: Step }

/** Told of every step while the doctor is at work. */
export type Watch = (noticed: Noticed) => Effect.Effect<void>

/** The steps of one examination. */
export interface Recorder {
  /** Makes a step, whose outcome stands in what it gives. */
  readonly run: <A, R>(
    name: StepName,
    subject: string | null,
    work: Effect.Effect<A, never, R>,
    outcome: (made: A) => Outcome
  ) => Effect.Effect<readonly [Step, A], never, R>
  readonly steps: ReadonlyArray<Step>
}

/** ms on the clock that does not jump. */
export const elapsed: Effect.Effect<number> = Effect.map(
  Clock.monotonicTimeNanos,
  (nanos) => Number(nanos) / 1e6
)

/** A recorder without steps. */
export const recorder = (watch: Watch): Recorder => {
  const steps: Array<Step> = []
  return {
    steps,
    run: (name, subject, work, outcome) =>
      Effect.gen(function* () {
        yield* watch({ _tag: "Begun", name, subject })
        const began = yield* elapsed
        const made = yield* work
        const millis = Math.round((yield* elapsed) - began)
        const step: Step = { name, subject, millis, ...outcome(made) }
        steps.push(step)
        yield* watch({ _tag: "Ended", step })
        return [step, made] as const
      })
  }
}

/** That a step was not made because of another one. */
export const because = ({ name, subject }: Step): string =>
  `It needs “${subject === null ? name : `${name} ${subject}`}”, which failed.`
