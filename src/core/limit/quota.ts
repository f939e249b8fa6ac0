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

/** Even release of `limit` calls per `per` ms: a virtual schedule where every call takes the next slot. */
export interface Spacing {
  /** When the next call may go, or, with `ahead`, the call that has so many before it. */
  readonly readyAt: (now: number, ahead?: number) => number
  readonly sent: (now: number) => void
  /** Gives back a slot that was taken and not used. */
  readonly unsent: () => void
  /** Corrects the figures; the slots that are taken stay taken. */
  readonly change: (limit: number, per: number) => void
  /** Whether it holds nothing back, so that forgetting it changes nothing. */
  readonly idle: (now: number) => boolean
}

/** Makes a `Spacing` of `limit` calls per `per` ms. */
export const spacing = (limit: number, per: number, burst = 1): Spacing => {
  let interval = per / (limit * evenness)
  let tolerance = burst > 1 ? (burst - 1) * interval : per * slack
  let next = -Infinity
  return {
    readyAt: (now, ahead = 0) =>
      (ahead === 0 ? next : Math.max(now, next) + ahead * interval * evenness) - tolerance,
    sent: (now) => {
      next = Math.max(next, now) + interval
    },
    unsent: () => {
      next -= interval
    },
    change: (toLimit, toPer) => {
      interval = toPer / (toLimit * evenness)
      tolerance = burst > 1 ? (burst - 1) * interval : toPer * slack
    },
    idle: (now) => next <= now
  }
}

/** The even release of a documented quota. */
export const paced = (quota: Quota): Spacing =>
  spacing(quota.limit, Duration.toMillis(Duration.fromInputUnsafe(quota.per)), quota.burst)
