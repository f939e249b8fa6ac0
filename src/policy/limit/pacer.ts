/**
 * When the next call may go, from three sources: the documented quotas, the limit in the server's headers, and, where it states
 * none, the limit inferred from its refusals. The latest of them counts.
 */
import { type Gcra, gcraOf } from "./gcra.ts"
import { HeaderLimit } from "./headerLimit.ts"
import type { RateHints } from "./Hints.ts"
import { InferredLimit } from "./inferredLimit.ts"
import { Jitter } from "./jitter.ts"
import { Keyed } from "./keyed.ts"
import type { Quota } from "./quota.ts"
import { Sends } from "./sends.ts"

/** Waits (ms) after refusals that do not say when: 1 s, then 3 s, then longer each time, as m3ter documents it. */
export const refusalPauses: { readonly first: number; readonly factor: number; readonly longest: number } = {
  first: 1000,
  factor: 3,
  longest: 60_000
}

/** The pacing of one queue. Times, those of hints too, are ms on the queue's clock. */
export class Pacer {
  /** Until when a refusal holds all calls back. */
  heldUntil = -Infinity
  /** The quotas that count for each key by itself. */
  readonly keyed: Keyed
  private readonly sends = new Sends()
  private readonly jitter = new Jitter()
  private readonly headerLimit = new HeaderLimit(this.sends, this.jitter.padded)
  private readonly inferred = new InferredLimit(this.sends, this.jitter.padded)
  private readonly common: ReadonlyArray<Gcra>
  private pause = refusalPauses.first

  constructor(quotas: ReadonlyArray<Quota>) {
    this.common = quotas.filter(({ each }) => each === undefined).map(gcraOf)
    this.keyed = new Keyed(quotas.filter(({ each }) => each === "key"))
  }

  /** When the next call may go, or, with `ahead`, no earlier than when one with so many before it may go. */
  readyAt(now: number, ahead = 0): number {
    let latest = Math.max(this.heldUntil, this.headerLimit.readyAt(now, ahead), this.inferred.readyAt(ahead))
    for (const gcra of this.common) latest = Math.max(latest, gcra.readyAt(now, ahead))
    return latest
  }

  sent(key: string, now: number): void {
    this.sends.sent(now)
    this.headerLimit.sent(now)
    for (const gcra of this.common) gcra.sent(now)
    this.keyed.sent(key, now)
  }

  /** A call that was counted as sent at `at` was not sent. */
  unsent(key: string, at: number): void {
    this.sends.remove(at)
    this.headerLimit.unsent(at)
    for (const gcra of this.common) gcra.unsent(at)
    this.keyed.unsent(key, at)
  }

  /** A call that was counted as sent at `at` is sent only now. */
  delayed(key: string, at: number, now: number): void {
    this.sends.remove(at)
    this.sends.sent(now)
    this.headerLimit.delayed(at, now)
    for (const gcra of this.common) gcra.delayed(at, now)
    this.keyed.delayed(key, at, now)
  }

  /** A call that left at `at` was answered now. */
  answered(hints: RateHints, at: number, now: number): void {
    this.pause = refusalPauses.first
    this.jitter.answered(now - at)
    this.headerLimit.update(hints, at, now)
    this.inferred.answered(now)
  }

  /** Something was learned about the limit, without a call. */
  hint(hints: RateHints, now: number): void {
    this.headerLimit.update(hints, now, now)
    if (hints.retryAt !== undefined) this.heldUntil = Math.max(this.heldUntil, hints.retryAt)
  }

  /** A call that left at `at` was refused now: all calls wait until the time that the server names. */
  limited(hints: RateHints, at: number, now: number): void {
    this.headerLimit.update(hints, at, now)
    this.sends.remove(at)
    const named = hints.retryAt ?? hints.resetAt
    const until = named ?? now + this.pause
    // Calls that left before the last refusal arrived are part of the same refusal.
    if (at >= this.heldUntil) {
      if (named === undefined) this.pause = Math.min(refusalPauses.longest, this.pause * refusalPauses.factor)
      this.inferred.limited(at, now, {
        wait: named === undefined ? undefined : named - now,
        window: this.headerLimit.window
      })
    } else this.inferred.limitedToo()
    this.heldUntil = Math.max(this.heldUntil, until)
  }
}
