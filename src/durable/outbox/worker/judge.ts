/** What the end of a request means for each of its items. */
import * as Duration from "effect/Duration"
import type { AnyFailure, Category } from "../../../contract/Failure.ts"
import { passes } from "../../../many/batch/run.ts"
import type { Claimed, Kind, Outcome, Result } from "../model.ts"

/** What is known of a failure, for its items. */
export const outcomeOf = (failure: AnyFailure): Outcome => ({
  tag: failure._tag,
  category: failure.category,
  delivery: failure.delivery,
  message: failure.message,
  remedy: failure.remedy,
  ...(failure.status === undefined ? {} : { status: failure.status }),
  ...(failure.call?.id === undefined ? {} : { call: failure.call.id })
})

// What is wrong with the layer is wrong for all items, and is put right by a person.
const ofTheLayer: ReadonlySet<Category> = new Set(["unauthenticated", "forbidden", "misconfigured"])

/** Whether the trouble is the vendor's or the layer's, and passes for these items too. */
export const isPassing = (failure: AnyFailure): boolean =>
  failure._tag !== "InvalidInput" && (passes(failure) || ofTheLayer.has(failure.category))

/** The waits (ms) where none is named, each twice the one before. */
const [first, longest] = [1_000, 300_000]

/** How long (ms) to wait after so many failures in a row; `share` in [0, 1) spreads it by a quarter either way. */
export const backoff = (failures: number, share: number): number =>
  Math.min(longest, first * 2 ** Math.min(failures, 20)) * (0.75 + share / 2)

/** How long (ms from `now`) the vendor says that it lasts; 0 where it does not. */
export const namedBy = ({ notBefore, retry }: AnyFailure, now: number): number => {
  const at = typeof retry === "object" && "at" in retry ? retry.at.epochMilliseconds - now : 0
  const after = typeof retry === "object" && "after" in retry ? Duration.toMillis(retry.after) : 0
  return Math.max(0, at, after, (notBefore?.epochMilliseconds ?? now) - now)
}

/** The circumstances of a judgment. */
export interface Circumstances {
  readonly kind: Kind
  readonly now: number
  /** For how long (ms) items are tried. */
  readonly keepTrying: number
  /** In [0, 1): spreads the waits. */
  readonly share: number
}

const gaveUp = (outcome: Outcome, { attempts }: Claimed, now: number, since: number): Outcome => ({
  ...outcome,
  message: `Given up after ${attempts + 1} attempts in ${Duration.format(Duration.seconds(Math.round((now - since) / 1000)))}. ${outcome.message ?? ""}`
})

const earlier = "An earlier attempt may have been carried out all the same."

/** The end of an item that is refused: what was in doubt before stays in doubt. */
export const refused = (item: Claimed, outcome: Outcome, counts: Result["counts"]): Result =>
  item.doubts === 0
    ? { seq: item.seq, state: "dead", counts, outcome }
    : {
        seq: item.seq,
        state: "unknown",
        counts,
        outcome: { ...outcome, message: `${outcome.message ?? ""} ${earlier}`.trim() }
      }

/** An item that is tried again later, for as long as it may be tried. */
export const later = (
  item: Claimed,
  failure: AnyFailure,
  counts: Result["counts"],
  { keepTrying, now, share }: Circumstances
): Result => {
  const dueIn = Math.max(namedBy(failure, now), backoff(item.attempts, share))
  const outcome = outcomeOf(failure)
  if (now + dueIn - item.since <= keepTrying)
    return { seq: item.seq, state: "pending", dueIn, counts, outcome }
  const end = gaveUp(outcome, item, now, item.since)
  return counts === "doubt"
    ? { seq: item.seq, state: "unknown", counts, outcome: end }
    : refused(item, end, counts)
}

/** A sending of it may have been done, so it is sent again as it was, or not at all: made anew, it may have another key. */
const asItWas = (
  item: Claimed,
  failure: AnyFailure,
  { keepTrying, now }: Circumstances
): Result | undefined =>
  now - item.since <= keepTrying
    ? undefined
    : {
        seq: item.seq,
        state: "unknown",
        counts: "doubt",
        outcome: { ...gaveUp(outcomeOf(failure), item, now, item.since), delivery: "Unknown" }
      }

/**
 * What a failure means for an item. `undefined`: nothing yet, for the same request is sent again when its lease is over.
 */
export const judge = (
  item: Claimed,
  failure: AnyFailure,
  circumstances: Circumstances
): Result | undefined => {
  const { delivery } = failure
  const outcome = outcomeOf(failure)
  if (delivery === "Applied")
    return {
      seq: item.seq,
      state: "warned",
      counts: "attempt",
      outcome: { ...outcome, recorded: true, warning: failure.message }
    }
  if (circumstances.kind === "keyed" && (delivery === "Unknown" || (item.doubts > 0 && isPassing(failure))))
    return asItWas(item, failure, circumstances)
  if (delivery === "Unknown") {
    return circumstances.kind === "idempotent"
      ? later(item, failure, "doubt", circumstances)
      : { seq: item.seq, state: "unknown", counts: "doubt", outcome }
  }
  const counts = delivery === "NotSent" ? "nothing" : "attempt"
  return isPassing(failure) ? later(item, failure, counts, circumstances) : refused(item, outcome, counts)
}
