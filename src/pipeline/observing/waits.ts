/** Where the waits of a call are observed. */
import * as Effect from "effect/Effect"
import type { Contract } from "../../contract/compile.ts"
import type { AnyFailure } from "../../contract/Failure.ts"
import type * as Retry from "../../policy/Retry.ts"
import type { Call } from "../Call.ts"
import { withNow } from "../report.ts"
import type * as Telemetry from "../Telemetry.ts"
import { beganOf } from "./began.ts"

const reasons = {
  "passing fault": "backoff",
  "the vendor's time": "vendor",
  "new credentials": "credentials"
} as const

/** Observes that a call waits before it is retried. */
export const waiting = (
  contract: Contract,
  { id }: Call,
  { observe }: Telemetry.Observer,
  after: AnyFailure,
  { millis, why }: Retry.Wait
): Effect.Effect<void> =>
  observe === undefined
    ? Effect.void
    : withNow((now) =>
        observe({
          _tag: "Waiting",
          ...beganOf(contract),
          id: () => id.value,
          reason: reasons[why],
          after: after._tag,
          millis,
          until: now + millis
        })
      )
