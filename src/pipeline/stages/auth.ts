/** Auth: adds the credentials to the request. */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Common from "../../contract/Common.ts"
import { type AnyFailure, withReport } from "../../contract/Failure.ts"
import * as Deadline from "../../policy/Deadline.ts"
import type { AuthenticatedRequest } from "../Auth.ts"
import type { Attempt, AttemptStage, Composing, Ended } from "../Call.ts"
import { timed } from "../observing/waits.ts"
import { report, unsent, withNow } from "../report.ts"
import { whereOf } from "../where.ts"

const noCredentials = ({ contract }: Composing, attempt: Attempt): Effect.Effect<never, Ended> =>
  withNow((now) => {
    const call = report(whereOf(contract, attempt, now), "NotSent")
    return Effect.fail(unsent(new Common.NotSent({ reason: "credentials", call }), { final: true }))
  })

/** A call whose credentials cannot be fetched was never sent. The request for them has been repeated already, by its own policy. */
const withoutCredentials = (
  composing: Composing,
  attempt: Attempt,
  failure: AnyFailure
): Effect.Effect<never, Ended> =>
  failure._tag === "NoAnswer" || failure._tag === "DeliveryUnknown"
    ? noCredentials(composing, attempt)
    : Effect.fail(unsent(withReport(failure, { delivery: "NotSent" }), { final: true }))

const obtain = (composing: Composing, attempt: Attempt): Effect.Effect<AuthenticatedRequest, Ended> => {
  const { contract } = composing
  const { credentials, id } = attempt.call
  return Effect.flatMap(Deadline.remaining, (left) =>
    timed(contract, id, "credentials", credentials.apply(attempt.outgoing, contract.operation)).pipe(
      Effect.catch((failure) => withoutCredentials(composing, attempt, failure)),
      Effect.timeoutOrElse({
        duration: Duration.millis(left),
        orElse: () => noCredentials(composing, attempt)
      })
    )
  )
}

/** The stage. */
export const auth: AttemptStage<"auth"> = {
  of: "attempt",
  name: "auth",
  around: (composing, next) => {
    if (composing.contract.spec.anonymous === true) return next
    const send = (
      attempt: Attempt,
      { request, since, stale }: AuthenticatedRequest
    ): Effect.Effect<Ended> => {
      const ended = next({ ...attempt, outgoing: request })
      return stale === undefined
        ? ended
        : Effect.map(ended, (end) => ({ ...end, credential: { stale, since } }))
    }
    const { operation } = composing.contract
    return (attempt) => {
      const { atHand, fixed } = attempt.call.credentials
      if (fixed !== undefined)
        return Effect.suspend(() => send(attempt, { request: fixed(attempt.outgoing) }))
      return withNow((now) => {
        const ready = atHand?.(attempt.outgoing, operation, now)
        return ready === undefined
          ? Effect.matchEffect(obtain(composing, attempt), {
              onFailure: Effect.succeed,
              onSuccess: (request) => send(attempt, request)
            })
          : send(attempt, ready)
      })
    }
  }
}
