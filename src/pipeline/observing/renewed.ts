/** Where the fetches of credentials are observed: one for all the calls that wait. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { Contract } from "../../contract/compile.ts"
import type { AnyFailure } from "../../contract/Failure.ts"
import type { Renewal } from "../telemetry/renewal.ts"
import { beganOf } from "./began.ts"
import { elapsed, outcomeOf } from "./ends.ts"
import { note } from "./moments.ts"

/** Observes that a credential is fetched. */
export const renewed = <A>(
  contract: Contract,
  reason: Renewal["reason"],
  fetch: Effect.Effect<A, AnyFailure>
): Effect.Effect<A, AnyFailure> =>
  Clock.clockWith((clock) => {
    const start = clock.monotonicTimeNanosUnsafe()
    return Effect.onExit(fetch, (exit) =>
      note(() => ({
        _tag: "CredentialRenewed",
        ...beganOf(contract),
        reason,
        outcome: outcomeOf(exit),
        millis: elapsed(start, clock.monotonicTimeNanosUnsafe())
      }))
    )
  })
