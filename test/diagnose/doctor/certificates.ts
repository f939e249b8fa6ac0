/** Authorities that this process trusts for a while. */
import { Effect } from "effect"
import * as tls from "node:tls"

/** Runs with those authorities trusted by this process, and no others. */
export const trusting = <A, E, R>(
  authorities: ReadonlyArray<string>,
  effect: Effect.Effect<A, E, R>
): Effect.Effect<A, E, R> =>
  Effect.acquireUseRelease(
    Effect.sync(() => {
      const before = tls.getCACertificates("default")
      tls.setDefaultCACertificates([...authorities])
      return before
    }),
    () => effect,
    (before) => Effect.sync(() => tls.setDefaultCACertificates(before))
  )
