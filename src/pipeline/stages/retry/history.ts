/** What has happened to a call so far: its attempts, their waits, and whether one of them may have been carried out. */
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import type { AttemptReport } from "../../../contract/CallReport.ts"
import { type AnyFailure, withReport } from "../../../contract/Failure.ts"
import type { Vendor } from "../../../contract/Vendor.ts"
import type * as Retry from "../../../policy/Retry.ts"
import type { Attempt, Call, Composing, Ended } from "../../Call.ts"
import type { CallId } from "../../callId.ts"
import { failureOf } from "../../report.ts"

/** What has happened to a call so far. */
export interface History {
  readonly id: CallId
  readonly attempts: ReadonlyArray<AttemptReport>
  /** Whether an attempt has ended with nobody knowing whether it was carried out. */
  readonly uncertain: boolean
  /** The last time that it was a probe of the queue's, which is no attempt of its own. */
  readonly probe?: { readonly failure: AnyFailure; readonly report: AttemptReport }
}

/** Nothing yet. */
export const none = ({ id }: Call): History => ({ id, attempts: [], uncertain: false })

/** When an attempt was made, and how long it took. */
export interface Timed {
  /** Unix ms. */
  readonly at: number
  readonly millis: number
}

/** One attempt, as it stands in the report of its call. */
export const reportOf = (
  { kind }: Attempt,
  { answer, exit }: Ended,
  { at, millis }: Timed
): AttemptReport => {
  const failure = failureOf(exit)
  const status = answer?.status ?? failure?.status
  return {
    kind,
    at: DateTime.makeUnsafe(at),
    millis,
    ended: failure?._tag ?? "ok",
    ...(status === undefined ? {} : { status })
  }
}

/** The attempt that follows one which failed while the vendor was down. */
export const probed = (attempt: Attempt): Attempt => ({ ...attempt, probes: (attempt.probes ?? 0) + 1 })

/** What the call ends with. One that was sent while the vendor was down, and then found no turn, ends with what it met. */
export const ending = ({ probe, ...history }: History, { sent }: Ended, failure: AnyFailure): AnyFailure =>
  probe === undefined || sent || failure.category !== "not-attempted"
    ? reported(history, failure)
    : reported({ ...history, attempts: [...history.attempts.slice(0, -1), probe.report] }, probe.failure)

const silence = new Set(["NotSent", "NoAnswer", "DeliveryUnknown"])

/** The failure of a call that got no answer time after time, with what the vendor advises about that. */
const advised = ({ lastingSilence }: Vendor, failure: AnyFailure): AnyFailure => {
  const { attempts } = failure
  return lastingSilence !== undefined &&
    attempts.length > 1 &&
    attempts.every(({ ended }) => silence.has(ended))
    ? withReport(failure, { advice: lastingSilence })
    : failure
}

/** The history with the wait that follows its last attempt. */
export const waited = ({ attempts, id, uncertain }: History, { millis, why }: Retry.Wait): History => {
  const last = attempts.at(-1)
  return last === undefined
    ? { id, attempts, uncertain }
    : { id, attempts: [...attempts.slice(0, -1), { ...last, waited: millis, why }], uncertain }
}

/**
 * The failure with the report of its attempts. Once an attempt may have been applied, a later refusal does not make it undone. One
 * of a call of its own, for credentials, keeps the id of that: there is its request.
 */
export const reported = ({ attempts, id, uncertain }: History, failure: AnyFailure): AnyFailure =>
  withReport(failure, {
    id: failure.call?.id ?? id.value,
    attempts: [...attempts],
    ...(uncertain && failure.delivery !== "Applied" ? { delivery: "Unknown" } : {})
  })

/** Ends the call with its failure. */
export const giveUp = (
  { layer }: Composing,
  { gaveUp }: Ended,
  failure: AnyFailure
): Effect.Effect<never, AnyFailure> => {
  const ended = advised(layer.vendor, failure)
  return gaveUp === undefined ? Effect.fail(ended) : Effect.andThen(gaveUp(ended), Effect.fail(ended))
}
