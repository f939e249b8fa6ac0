/** Where fibers meet the queue: it keeps the clock, sets the alarm, and lets a fiber wait for its turn. */
import type * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Exit from "effect/Exit"
import { OutOfTime } from "../Common.ts"
import type { Alarm } from "./alarm.ts"
import type { RateHints } from "./Hints.ts"
import type { Feedback, Read, Ticket } from "./ticket.ts"
import type { Quota } from "./quota.ts"
import type { Place, Queue, Report, Turn } from "./queue.ts"

/** A place whose fiber waits. */
export interface Waiting extends Place {
  /** What a store has granted already, so that no quota is asked for twice. */
  readonly granted: Set<Quota>
}

/** The desk of one queue. */
export interface Desk {
  readonly queue: Queue
  /** ms on a clock that does not jump. */
  readonly now: () => number
  /** Unix ms of a moment on that clock. */
  readonly unix: (at: number) => number
  readonly local: (hints: RateHints) => RateHints
  /** Changes the queue, then sets the alarm for what is next. */
  readonly act: (change: (now: number) => void) => void
  readonly place: (ticket: Ticket) => Waiting
  /** Waits until the place is called. */
  readonly wait: (place: Waiting, join: (place: Waiting, now: number) => void) => Effect.Effect<void, OutOfTime>
  readonly leave: (place: Waiting) => Effect.Effect<void>
  readonly done: (place: Waiting, exit: Exit.Exit<unknown, unknown>, read: Read) => Effect.Effect<void>
}

/** Makes the desk of a queue. */
export const makeDesk = (queue: Queue, clock: Clock.Clock, alarm: Alarm): Desk => {
  let entered = 0
  const now = () => Number(clock.monotonicTimeNanosUnsafe()) / 1e6
  const fromUnix = (at: number) => now() + at - clock.currentTimeMillisUnsafe()
  const act = (change: (now: number) => void) => {
    change(now())
    alarm(queue.wakeAt(now()), now(), ring)
  }
  const ring = () => act(queue.pump)
  const local = ({ resetAt, retryAt, ...rest }: RateHints): RateHints => ({
    ...rest,
    ...(resetAt === undefined ? {} : { resetAt: fromUnix(resetAt) }),
    ...(retryAt === undefined ? {} : { retryAt: fromUnix(retryAt) })
  })
  const report = ({ _tag, hints }: Feedback): Report => ({ ending: endings[_tag], hints: local(hints ?? {}) })
  return {
    queue,
    now,
    unix: (at) => clock.currentTimeMillisUnsafe() + at - now(),
    local,
    act,
    place: ({ arrived, deadline, key = "", kind = "" }) => {
      const at = deadline === undefined ? Infinity : fromUnix(deadline)
      const order = entered++
      return {
        key,
        kind,
        arrived: arrived ?? clock.currentTimeMillisUnsafe(),
        entered: order,
        deadline: at,
        allotted: at - now(),
        granted: new Set(),
        called: () => undefined,
        trip: undefined
      }
    },
    wait: (place, join) =>
      Effect.callback<void, OutOfTime>((resume) => {
        place.called = (turn) => resume(turn.go ? Effect.void : Effect.fail(refusal(place, turn, now())))
        act((now) => join(place, now))
      }),
    leave: (place) => Effect.sync(() => act((now) => queue.leave(place, now))),
    done: (place, exit, read) =>
      Effect.sync(() => {
        // Reading may throw: the place is given back all the same.
        let ending: Report = { ending: "ignored", hints: {} }
        try {
          ending = report(read(exit, now() - (place.trip?.at ?? now())))
        } finally {
          act((now) => queue.done(place, ending, now))
        }
      })
  }
}

const endings = { Answered: "answered", Limited: "limited", Failing: "failing", Ignored: "ignored" } as const

const refusal = (place: Waiting, turn: Turn & { readonly go: false }, now: number): OutOfTime =>
  new OutOfTime({
    deadline: Duration.millis(Math.max(0, place.allotted)),
    ...(turn.readyAt === undefined ? {} : { readyIn: Duration.millis(Math.max(0, Math.ceil(turn.readyAt - now))) })
  })
