/** Several observers as one. */
import * as Effect from "effect/Effect"
import type { Observer } from "./facts.ts"

/** Hands every fact to each of the observers, in order; the first wraps outermost. */
export const all = (...observers: ReadonlyArray<Observer>): Observer => {
  const observing = observers.flatMap(({ observe }) => (observe === undefined ? [] : [observe]))
  const [first, ...others] = observing
  const calls = observers.flatMap(({ call }) => (call === undefined ? [] : [call]))
  const attempts = observers.flatMap(({ attempt }) => (attempt === undefined ? [] : [attempt]))
  return {
    ...(first === undefined
      ? {}
      : {
          observe: (fact) =>
            others.reduce((before, observe) => Effect.andThen(before, observe(fact)), first(fact))
        }),
    ...(calls.length === 0
      ? {}
      : { call: (effect, began) => calls.reduceRight((inner, wrap) => wrap(inner, began), effect) }),
    ...(attempts.length === 0
      ? {}
      : { attempt: (effect, began) => attempts.reduceRight((inner, wrap) => wrap(inner, began), effect) })
  }
}
