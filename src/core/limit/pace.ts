/**
 * When the next call may go, from three sources: the documented quotas, what the server's headers say, and what its refusals
 * teach where it says nothing else. The latest of them counts.
 */
import type { RateHints } from "./Hints.ts"
import { makeLearned } from "./learned.ts"
import { makeHinted } from "./hinted.ts"
import { paced, type Quota, type Spacing } from "./quota.ts"
import * as Sends from "./sends.ts"

/** Hints with their moments on the queue's own clock, which does not jump. */
export type LocalHints = RateHints

/** The pace of one queue; moments are ms on the queue's clock. */
export interface Pace {
  /** When the next call may go, or, with `ahead`, no earlier than when a call with so many before it may go. */
  readonly readyAt: (now: number, ahead?: number) => number
  /** Whether a call under this key may go as far as the quotas that count for each key are concerned, and when. */
  readonly keyReadyAt: (key: string, now: number) => number
  readonly sent: (key: string, now: number) => void
  /** The call was given back unsent. */
  readonly unsent: (key: string, at: number) => void
  readonly answered: (hints: LocalHints, at: number, now: number) => void
  readonly limited: (hints: LocalHints, at: number, now: number) => void
  /** Until when a refusal holds everybody back. */
  readonly heldUntil: () => number
}

/** Waits after refusals that do not say when: 1 s, then 3 s, then longer each time, as m3ter documents it. */
export const refusalPauses: { readonly first: number; readonly factor: number; readonly longest: number } = {
  first: 1000,
  factor: 3,
  longest: 60_000
}

/** Makes the pace of one queue. `local` is false where a store shared between processes gives the permission of the quotas. */
export const make = (quotas: ReadonlyArray<Quota>): Pace => {
  const sends = Sends.make()
  const common = quotas.filter(({ each }) => each === undefined).map(paced)
  const hinted = makeHinted(sends)
  const learned = makeLearned(sends)
  const keyed = makeKeyed(quotas.filter(({ each }) => each === "key"))
  let held = -Infinity
  let pause = refusalPauses.first
  return {
    readyAt: (now, ahead = 0) =>
      Math.max(held, hinted.readyAt(now, ahead), learned.readyAt(now, ahead), ...common.map((one) => one.readyAt(now, ahead))),
    keyReadyAt: keyed.readyAt,
    sent: (key, now) => {
      sends.sent(now)
      hinted.sent(now)
      for (const one of common) one.sent(now)
      keyed.sent(key, now)
    },
    unsent: (key, at) => {
      sends.refused(at)
      hinted.unsent()
      for (const one of common) one.unsent()
      keyed.unsent(key)
    },
    answered: (hints, at, now) => {
      pause = refusalPauses.first
      hinted.heard(hints, at, now)
      learned.answered(now)
    },
    limited: (hints, at, now) => {
      hinted.heard(hints, at, now)
      sends.refused(at)
      const said = hints.retryAt ?? hints.resetAt
      const until = said ?? now + pause
      // Calls that left before the last refusal was heard are part of the same refusal.
      if (at >= held) {
        if (said === undefined) pause = Math.min(refusalPauses.longest, pause * refusalPauses.factor)
        learned.limited(until - now, at, now, hinted.window())
      }
      held = Math.max(held, until)
    },
    heldUntil: () => held
  }
}

interface Keyed {
  readonly readyAt: (key: string, now: number) => number
  readonly sent: (key: string, now: number) => void
  readonly unsent: (key: string) => void
}

const makeKeyed = (quotas: ReadonlyArray<Quota>): Keyed => {
  const spacings = new Map<string, ReadonlyArray<Spacing>>()
  let sweepAt = 256
  const sweep = (now: number) => {
    if (spacings.size < sweepAt) return
    for (const [key, each] of spacings) if (each.every((one) => one.idle(now))) spacings.delete(key)
    sweepAt = Math.max(256, spacings.size * 2)
  }
  return {
    readyAt: (key, now) => Math.max(-Infinity, ...(spacings.get(key) ?? []).map((one) => one.readyAt(now))),
    sent: (key, now) => {
      if (quotas.length === 0) return
      sweep(now)
      const each = spacings.get(key) ?? quotas.map(paced)
      spacings.set(key, each)
      for (const one of each) one.sent(now)
    },
    unsent: (key) => {
      for (const one of spacings.get(key) ?? []) one.unsent()
    }
  }
}
