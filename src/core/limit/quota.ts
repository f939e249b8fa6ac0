/** A documented limit as data, and the even release that keeps within it. */
import * as Duration from "effect/Duration"

/** A documented limit: at most `limit` calls `per` span of time. */
export interface Quota {
  /** Names it in messages and in a shared store: `braze/messages`. */
  readonly name: string
  readonly limit: number
  readonly per: Duration.Input
  /** Who shares it, in the vendor's words: a workspace, an organization, an address. */
  readonly scope: string
  /** Where it is documented. */
  readonly source: string
  /** Calls that may go at once, where the vendor documents a token bucket. Without it, calls are spread evenly. */
  readonly burst?: number
  /** `key`: the limit counts for each key (audience, tenant) by itself. */
  readonly each?: "key"
}

/** The share of a declared rate that is used, so that clocks and networks that run unevenly do not make it too much. */
export const evenness = 0.99

/**
 * How far a release may run ahead of its turn, as a share of the window: it forgives late timers, and yet a window never
 * holds more than the quota: (1 + 0.009) × 0.99 < 1.
 */
const slack = 0.009

/** Even release of `limit` calls per `per` ms: a virtual schedule in which every call takes the next slot. */
export class Spacing {
  private interval = 0
  private tolerance = 0
  private next = -Infinity
  private readonly burst: number

  constructor(limit: number, per: number, burst = 1) {
    this.burst = burst
    this.change(limit, per)
  }

  /** When the next call may go, or, with `ahead`, no earlier than when one with so many before it may go. */
  readyAt(now: number, ahead: number): number {
    const from = ahead === 0 ? this.next : Math.max(now, this.next)
    return from + ahead * this.interval * evenness - this.tolerance
  }

  sent(now: number): void {
    this.next = Math.max(this.next, now) + this.interval
  }

  /** Gives back a slot that was taken and not used. */
  unsent(): void {
    this.next -= this.interval
  }

  /** Corrects the figures; the slots that are taken stay taken. */
  change(limit: number, per: number): void {
    this.interval = per / (limit * evenness)
    this.tolerance = this.burst > 1 ? (this.burst - 1) * this.interval : per * slack
  }

  /** Whether it holds nothing back, so that forgetting it changes nothing. */
  idle(now: number): boolean {
    return this.next <= now
  }
}

/** The even release of a documented quota. */
export const paced = (quota: Quota): Spacing =>
  new Spacing(quota.limit, Duration.toMillis(Duration.fromInputUnsafe(quota.per)), quota.burst)
