/**
 * When the next call may go, from three sources: the documented quotas, what the server's headers say, and what its refusals
 * teach where it says nothing else. The latest of them counts.
 */
import { Hinted } from "./hinted.ts"
import type { RateHints } from "./Hints.ts"
import { Jitter } from "./jitter.ts"
import { Keyed } from "./keyed.ts"
import { Learned } from "./learned.ts"
import { paced, type Quota, type Spacing } from "./quota.ts"
import { Sends } from "./sends.ts"

/** Waits (ms) after refusals that do not say when: 1 s, then 3 s, then longer each time, as m3ter documents it. */
export const refusalPauses: { readonly first: number; readonly factor: number; readonly longest: number } = {
  first: 1000,
  factor: 3,
  longest: 60_000
}

/** The pace of one queue. Moments, those of hints too, are ms on the queue's clock. */
export class Pace {
  /** Until when a refusal holds everybody back. */
  heldUntil = -Infinity
  /** The quotas that count for each key by itself. */
  readonly keyed: Keyed
  private readonly sends = new Sends()
  private readonly jitter = new Jitter()
  private readonly hinted = new Hinted(this.sends, this.jitter.kept)
  private readonly learned = new Learned(this.sends, this.jitter.kept)
  private readonly common: ReadonlyArray<Spacing>
  private pause = refusalPauses.first

  constructor(quotas: ReadonlyArray<Quota>) {
    this.common = quotas.filter(({ each }) => each === undefined).map(paced)
    this.keyed = new Keyed(quotas.filter(({ each }) => each === "key"))
  }

  /** When the next call may go, or, with `ahead`, no earlier than when one with so many before it may go. */
  readyAt(now: number, ahead = 0): number {
    let latest = Math.max(this.heldUntil, this.hinted.readyAt(now, ahead), this.learned.readyAt(ahead))
    for (const spacing of this.common) latest = Math.max(latest, spacing.readyAt(now, ahead))
    return latest
  }

  sent(key: string, now: number): void {
    this.sends.sent(now)
    this.hinted.sent(now)
    for (const spacing of this.common) spacing.sent(now)
    this.keyed.sent(key, now)
  }

  /** A call that was counted as sent at `at` was not sent. */
  unsent(key: string, at: number): void {
    this.sends.refused(at)
    this.hinted.unsent()
    for (const spacing of this.common) spacing.unsent()
    this.keyed.unsent(key)
  }

  /** A call that left at `at` was answered now. */
  answered(hints: RateHints, at: number, now: number): void {
    this.pause = refusalPauses.first
    this.jitter.answered(now - at)
    this.hinted.heard(hints, at, now)
    this.learned.answered(now)
  }

  /** Something was learned about the limit, without a call. */
  hint(hints: RateHints, now: number): void {
    this.hinted.heard(hints, now, now)
    if (hints.retryAt !== undefined) this.heldUntil = Math.max(this.heldUntil, hints.retryAt)
  }

  /** A call that left at `at` was refused now: everybody waits until the server's time. */
  limited(hints: RateHints, at: number, now: number): void {
    this.hinted.heard(hints, at, now)
    this.sends.refused(at)
    const said = hints.retryAt ?? hints.resetAt
    const until = said ?? now + this.pause
    // Calls that left before the last refusal was heard are part of the same refusal.
    if (at >= this.heldUntil) {
      if (said === undefined) this.pause = Math.min(refusalPauses.longest, this.pause * refusalPauses.factor)
      this.learned.limited(at, now, {
        wait: said === undefined ? undefined : said - now,
        window: this.hinted.window
      })
    } else this.learned.again()
    this.heldUntil = Math.max(this.heldUntil, until)
  }
}
