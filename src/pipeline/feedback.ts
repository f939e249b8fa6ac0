/** What a queue learns from the end of an attempt. */
import type * as Clock from "effect/Clock"
import * as Exit from "effect/Exit"
import type { AnySpec } from "../contract/Operation.ts"
import { type AnyFailure, classOf, isGuess, retryAt } from "../contract/Failure.ts"
import * as Limit from "../policy/limit/make.ts"
import type { Ended } from "./ended.ts"
import { failureOf, isFault } from "./report.ts"

/** The statuses, besides 429, with which `Retry-After` speaks of the server, or of the rate of all calls, and not of this call alone. */
const isForAll = (status = 0): boolean => [408, 413, 425].includes(status) || status >= 500

const withoutPause = (hints: Limit.RateHints): Limit.RateHints => {
  if (hints.retryAt === undefined) return hints
  const { retryAt: _, ...others } = hints
  return others
}

const isTooMany = ({ status }: AnyFailure): boolean => status === 429

/** Whether a refusal is about a job of its own operation. */
export type IsBusy = (failure: AnyFailure, hints: Limit.RateHints) => boolean

/**
 * The failure's class says that it is, or it is a 429 of an operation that starts jobs, and its headers do not show a limit that is
 * used up.
 */
export const isBusy =
  (job?: AnySpec["job"]): IsBusy =>
  (failure, { remaining }) =>
    classOf(failure).facts.holds === "operation" ||
    (job !== undefined && remaining !== 0 && isTooMany(failure))

/** Until when (Unix ms) a refusal holds calls back, by its own words and by its headers; `undefined` where it says nothing. */
export const untilOf = (failure: AnyFailure, hints: Limit.RateHints, now: number): number | undefined => {
  const named = retryAt(failure, now)
  return named === undefined ? hints.retryAt : Math.max(named, hints.retryAt ?? 0)
}

const readEnd = ({ answer, exit }: Ended, now: number, busy: IsBusy): Limit.Feedback => {
  const hints = Limit.Hints.read(answer?.headers ?? {}, now)
  const failure = failureOf(exit)
  if (failure === undefined)
    return { _tag: Exit.isSuccess(exit) ? "Answered" : "Ignored", hints: withoutPause(hints) }
  // The others have nothing to do with that job.
  if (busy(failure, hints)) return { _tag: "Answered", hints: withoutPause(hints) }
  if (typeof failure.retry === "object") {
    // A wait that only its class knows is the refused call's own: where the answer names no time, the queue finds out when others may go.
    const until = (isGuess(failure) ? hints.retryAt : untilOf(failure, hints, now)) ?? now
    return { _tag: "Limited", hints: until > now ? { ...hints, retryAt: until } : hints }
  }
  // A vendor may advise against a retry after a 429; the others are held back all the same.
  if (isTooMany(failure)) return { _tag: "Limited", hints }
  return {
    _tag: isFault(failure) ? "Failing" : "Answered",
    hints: isForAll(failure.status) ? hints : withoutPause(hints)
  }
}

/** Reads the ends of attempts on a clock; of an operation that starts jobs, by its fact `job`. */
export const feedback = (clock: Clock.Clock, job?: AnySpec["job"]): Limit.Read => {
  const busy = isBusy(job)
  return (exit) =>
    Exit.isSuccess(exit)
      ? readEnd(exit.value as Ended, clock.currentTimeMillisUnsafe(), busy) // as: the queue stage is the only caller, and this is what it runs
      : { _tag: "Ignored" }
}

/**
 * For the wider class around the one that an operation counts against: a 429 is put down to the narrower, whose limit is the first to be
 * reached. If the wider limit is reached, its other calls find out.
 */
export const ofNarrower =
  (read: Limit.Read): Limit.Read =>
  (exit, elapsedMs) => {
    const found = read(exit, elapsedMs)
    return found._tag === "Limited" ? { _tag: "Answered" } : found
  }
