/**
 * When the next call may go, from three sources: the documented quotas, the rate that is learned from the server's headers and
 * refusals, and the time until which it said that it refuses. The latest of them counts.
 */
import * as Duration from "effect/Duration"
import { type Gcra, gcraOf } from "./gcra.ts"
import { HeaderLimit } from "./headerLimit.ts"
import type { RateHints } from "./Hints.ts"
import { Jitter } from "./jitter.ts"
import { Keyed } from "./keyed.ts"
import { LearnedRate } from "./learnedRate.ts"
import type { Quota } from "./quota.ts"

/** The longest that a refusal may hold all calls back where no longer window is documented, in ms: an hour. */
export const longestHold = 3_600_000

/**
 * A wait of one whole second may be almost a second too long: it is found out by trials. Waits (ms) from here on are two seconds
 * or more, less what the answer took to arrive.
 */
const within = 1500

const millisOf = (duration: Duration.Input): number => Duration.toMillis(Duration.fromInputUnsafe(duration))

/** The declared rate in calls per second. Where a burst is allowed, it says little about when a call may go. */
const rateOf = ({ atOnce, burst, limit, per }: Quota): number =>
  atOnce === undefined && burst === undefined ? (1000 * limit) / millisOf(per) : Infinity

/** The rate (calls per ms) at which a server counts what it lets through at once: to state it evenly says nothing more. */
const windowed = (quotas: ReadonlyArray<Quota>): number =>
  Math.min(
    ...quotas.map(({ atOnce, limit, per }) => (atOnce === undefined ? Infinity : limit / millisOf(per)))
  )

/** How long the quotas may hold calls back: the longest documented window. */
export const holdOf = (quotas: ReadonlyArray<Quota>): number => {
  const known = quotas.map(({ longest, per }) =>
    longest === undefined ? Math.max(longestHold, millisOf(per)) : millisOf(longest)
  )
  return known.length === 0 ? longestHold : Math.max(...known)
}

/** The pacing of one queue. Times, those of hints too, are ms on the queue's clock. */
export class Pacer {
  /** Until when a refusal holds all calls back. */
  heldUntil = -Infinity
  /** The quotas that count for each key by itself. */
  readonly keyed: Keyed
  private readonly jitter = new Jitter()
  readonly headerLimit = new HeaderLimit()
  readonly learned: LearnedRate
  readonly common: ReadonlyArray<Gcra>
  private readonly longestHold: number
  private readonly backoff: Quota["backoff"]
  private readonly windowed: number
  /** How often in a row the server has refused without saying for how long. */
  private refusals = 0

  /** `random` gives numbers in [0, 1). */
  constructor(quotas: ReadonlyArray<Quota>, random: () => number) {
    const common = quotas.filter(({ each }) => each === undefined)
    this.common = common.map((quota) => gcraOf(quota, this.jitter))
    this.keyed = new Keyed(
      quotas.filter(({ each }) => each === "key"),
      this.jitter
    )
    this.longestHold = holdOf(quotas)
    this.windowed = windowed(common)
    this.backoff = quotas.find(({ backoff }) => backoff !== undefined)?.backoff
    this.learned = new LearnedRate(random, Math.min(Infinity, ...common.map(rateOf)))
  }

  /** When the next call may go, or, with `ahead`, no earlier than when one with so many before it may go. */
  readyAt(now: number, ahead = 0): number {
    let latest = Math.max(this.heldUntil, this.learned.readyAt(now, ahead))
    for (const gcra of this.common) latest = Math.max(latest, gcra.readyAt(now, ahead))
    return latest
  }

  sent(key: string, now: number): void {
    this.learned.sent(now)
    for (const gcra of this.common) gcra.sent(now)
    this.keyed.sent(key, now)
  }

  /** A call that was counted as sent at `at` was not sent. */
  unsent(key: string, at: number): void {
    this.learned.unsent(at)
    for (const gcra of this.common) gcra.unsent(at)
    this.keyed.unsent(key, at)
  }

  /** A call that was counted as sent at `at` is sent only now. */
  delayed(key: string, at: number, now: number): void {
    this.learned.delayed(at, now)
    for (const gcra of this.common) gcra.delayed(at, now)
    this.keyed.delayed(key, at, now)
  }

  /** A call that left at `at` was answered now. */
  answered(hints: RateHints, at: number, now: number): void {
    this.refusals = 0
    this.jitter.answered(now - at)
    this.read(hints, now)
    this.learned.answered(at, now)
  }

  /** Something was learned about the limit, without a call. */
  hint(hints: RateHints, now: number): void {
    this.read(hints, now)
    if (hints.retryAt !== undefined) this.hold(hints.retryAt, now)
  }

  /** A call that left at `at` was refused now: all calls wait until the time that the server names. */
  limited(hints: RateHints, at: number, now: number): void {
    this.jitter.answered(now - at)
    this.read(hints, now)
    const { coarse, resetAt, rounded } = hints
    const retryAt = hints.retryAt ?? resetAt ?? this.backedOff(at, now)
    const vague = hints.retryAt === undefined ? coarse && resetAt !== undefined : rounded
    const held = retryAt !== undefined && (vague !== true || retryAt - now >= within)
    this.learned.refused(at, now, held)
    if (held) this.hold(retryAt, now)
  }

  /** Until when nobody calls by the vendor's own advice. Calls that left before the last refusal arrived are part of it. */
  private backedOff(at: number, now: number): number | undefined {
    if (this.backoff === undefined) return undefined
    if (at < this.heldUntil) return this.heldUntil
    const pause = millisOf(this.backoff.first) * this.backoff.factor ** this.refusals++
    return now + Math.min(pause, this.longestHold)
  }

  private read(hints: RateHints, now: number): void {
    if (!this.headerLimit.update(hints, now)) return
    const { limit, window } = this.headerLimit
    if (window !== undefined && limit / window < this.windowed) this.learned.limit(limit, window, now)
  }

  /** A wait beyond what is documented is believed only so far, from when the server began to refuse: then single calls are tried. */
  private hold(until: number, now: number): void {
    const named =
      until - now <= this.longestHold ? until : (this.learned.trials.since ?? now) + this.longestHold
    this.heldUntil = Math.max(this.heldUntil, named)
  }
}
