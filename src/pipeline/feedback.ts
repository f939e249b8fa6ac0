/** What a queue learns from the end of an attempt. */
import type * as Clock from "effect/Clock"
import * as Exit from "effect/Exit"
import { retryAt } from "../contract/Failure.ts"
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

const readEnd = ({ answer, exit }: Ended, now: number): Limit.Feedback => {
  const hints = Limit.Hints.read(answer?.headers ?? {}, now)
  const failure = failureOf(exit)
  if (failure === undefined)
    return { _tag: Exit.isSuccess(exit) ? "Answered" : "Ignored", hints: withoutPause(hints) }
  const named = retryAt(failure, now)
  if (named !== undefined) {
    const until = Math.max(named, hints.retryAt ?? 0)
    // A refusal that names no time is left to the pauses of the queue.
    return { _tag: "Limited", hints: until > now ? { ...hints, retryAt: until } : hints }
  }
  // A vendor may advise against a retry after a 429; the others are held back all the same.
  if (failure.status === 429) return { _tag: "Limited", hints }
  return {
    _tag: isFault(failure) ? "Failing" : "Answered",
    hints: isForAll(failure.status) ? hints : withoutPause(hints)
  }
}

/** Reads ends on a clock. */
export const feedback =
  (clock: Clock.Clock): Limit.Read =>
  (exit) =>
    Exit.isSuccess(exit)
      ? readEnd(exit.value as Ended, clock.currentTimeMillisUnsafe()) // as: the queue stage is the only caller, and this is what it runs
      : { _tag: "Ignored" }

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
