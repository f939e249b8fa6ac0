/** The environment of this process, as far as it speaks of proxies. */
import { Effect } from "effect"

/** The environment with these variables, and without any other that speaks of proxies. */
export const withEnvironment = <A, E, R>(
  variables: Readonly<Record<string, string>>,
  effect: Effect.Effect<A, E, R>
): Effect.Effect<A, E, R> =>
  Effect.acquireUseRelease(
    Effect.sync(() => {
      const before = { ...process.env }
      for (const name of Object.keys(process.env)) if (/proxy$/i.test(name)) delete process.env[name]
      Object.assign(process.env, variables)
      return before
    }),
    () => effect,
    (before) =>
      Effect.sync(() => {
        for (const name of Object.keys(process.env)) if (/proxy$/i.test(name)) delete process.env[name]
        Object.assign(process.env, before)
      })
  )
