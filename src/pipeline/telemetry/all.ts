/** Several observers as one. */
import * as Effect from "effect/Effect"
import type { Observer } from "./facts.ts"

/** Most observers have nothing to do with most facts: what they do is put together, and the rest costs nothing. */
const both = (one: Effect.Effect<void>, other: Effect.Effect<void>): Effect.Effect<void> => {
  if (one === Effect.void) return other
  return other === Effect.void ? one : Effect.andThen(one, other)
}

/** Hands every fact to each of the observers, in order; the first wraps outermost. */
export const all = (...observers: ReadonlyArray<Observer>): Observer => {
  const observing = observers.flatMap(({ observe }) => (observe === undefined ? [] : [observe]))
  const calls = observers.flatMap(({ call }) => (call === undefined ? [] : [call]))
  const attempts = observers.flatMap(({ attempt }) => (attempt === undefined ? [] : [attempt]))
  return {
    ...(observing.length === 0
      ? {}
      : { observe: (fact) => observing.reduce((rest, observe) => both(rest, observe(fact)), Effect.void) }),
    ...(calls.length === 0
      ? {}
      : { call: (effect, began) => calls.reduceRight((inner, wrap) => wrap(inner, began), effect) }),
    ...(attempts.length === 0
      ? {}
      : { attempt: (effect, began) => attempts.reduceRight((inner, wrap) => wrap(inner, began), effect) })
  }
}
