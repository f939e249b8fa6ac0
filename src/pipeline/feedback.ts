/** What a queue learns from the end of an attempt. */
import type * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Exit from "effect/Exit"
import type { AnyFailure } from "../contract/Failure.ts"
import * as Limit from "../policy/limit/make.ts"
import type { Ended } from "./ended.ts"
import { failureOf, isFault } from "./report.ts"

const waitOf = ({ retry }: AnyFailure, now: number): number | undefined => {
  if (typeof retry === "string") return undefined
  const at = "after" in retry ? now + Duration.toMillis(retry.after) : retry.at.epochMilliseconds
  // A refusal that names no time is left to the pauses of the queue.
  return Math.max(at, now)
}

const readEnd = ({ answer, exit }: Ended, now: number): Limit.Feedback => {
  const hints = Limit.Hints.read(answer?.headers ?? {}, now)
  const failure = failureOf(exit)
  if (failure === undefined) return { _tag: Exit.isSuccess(exit) ? "Answered" : "Ignored", hints }
  const retryAt = waitOf(failure, now)
  if (retryAt !== undefined) {
    const until = Math.max(retryAt, hints.retryAt ?? 0)
    return { _tag: "Limited", hints: until > now ? { ...hints, retryAt: until } : hints }
  }
  // A vendor may advise against a retry after a 429; the others are held back all the same.
  if (failure.status === 429) return { _tag: "Limited", hints }
  return { _tag: isFault(failure) ? "Failing" : "Answered", hints }
}

/** Reads ends on a clock. */
export const feedback =
  (clock: Clock.Clock): Limit.Read =>
  (exit) =>
    Exit.isSuccess(exit)
      ? readEnd(exit.value as Ended, clock.currentTimeMillisUnsafe()) // as: the queue stage is the only caller, and this is what it runs
      : { _tag: "Ignored" }
