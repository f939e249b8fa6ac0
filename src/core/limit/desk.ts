/** Where fibers meet the queue: it keeps the clock, sets the alarm, and lets a fiber wait for its turn. */
import * as Cause from "effect/Cause"
import type * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { OutOfTime } from "../Common.ts"
import type { Alarm } from "./alarm.ts"
import type { RateHints } from "./Hints.ts"
import type { Place, Queue, Report, Turn } from "./queue.ts"
import type { Quota } from "./quota.ts"
import type { Feedback, Read, Ticket } from "./ticket.ts"

/** A place whose fiber waits. */
export interface Waiting extends Place {
  /** What a store has granted already, so that no quota is asked for twice. */
  readonly granted: Set<Quota>
}

const endings = { Answered: "answered", Limited: "limited", Failing: "failing", Ignored: "ignored" } as const

/** The desk of one queue. It keeps the clock it is made with. */
export class Desk {
  readonly queue: Queue
  private readonly clock: Clock.Clock
  private readonly alarm: Alarm
  private entered = 0

  constructor(queue: Queue, clock: Clock.Clock, alarm: Alarm) {
    this.queue = queue
    this.clock = clock
    this.alarm = alarm
  }

  /** ms on a clock that does not jump. */
  now(): number {
    return Number(this.clock.monotonicTimeNanosUnsafe()) / 1e6
  }

  /** A moment on that clock, in Unix ms. */
  toUnix(at: number): number {
    return this.clock.currentTimeMillisUnsafe() + at - this.now()
  }

  /** Changes the queue, then sets the alarm for what is next. */
  act(change: (now: number) => void): void {
    change(this.now())
    this.alarm(this.queue.wakeAt(this.now()), this.now(), this.ring)
  }

  place({ arrived, deadline, key = "", kind = "" }: Ticket): Waiting {
    const ends = deadline === undefined ? Infinity : this.fromUnix(deadline)
    return {
      key,
      kind,
      arrived: arrived ?? this.clock.currentTimeMillisUnsafe(),
      entered: this.entered++,
      deadline: ends,
      allotted: ends - this.now(),
      granted: new Set(),
      called: () => undefined,
      trip: undefined
    }
  }

  /** Joins the line and waits until the place is called. */
  wait(place: Waiting, join: (now: number) => void): Effect.Effect<void, OutOfTime> {
    return Effect.callback<void, OutOfTime>((resume) => {
      place.called = (turn) => resume(turn.go ? Effect.void : Effect.fail(this.refusal(place, turn)))
      this.act(join)
    })
  }

  leave(place: Waiting): Effect.Effect<void> {
    return Effect.sync(() => this.act((now) => this.queue.leave(place, now)))
  }

  done(place: Waiting, exit: Exit.Exit<unknown, unknown>, read: Read): Effect.Effect<void> {
    return Effect.sync(() => {
      // Reading may throw: the place is given back all the same.
      let report: Report = { ending: "ignored", hints: {} }
      try {
        const givenUp = Exit.isFailure(exit) && Cause.hasInterruptsOnly(exit.cause)
        if (!givenUp) report = this.report(read(exit, this.now() - (place.trip?.at ?? this.now())))
      } finally {
        this.act((now) => this.queue.done(place, report, now))
      }
    })
  }

  /** Hints with their moments on the queue's clock. */
  local({ resetAt, retryAt, ...rest }: RateHints): RateHints {
    return {
      ...rest,
      ...(resetAt === undefined ? {} : { resetAt: this.fromUnix(resetAt) }),
      ...(retryAt === undefined ? {} : { retryAt: this.fromUnix(retryAt) })
    }
  }

  private readonly ring = (): void => this.act(this.queue.pump)

  private fromUnix(at: number): number {
    return this.now() + at - this.clock.currentTimeMillisUnsafe()
  }

  private report({ _tag, hints = {} }: Feedback): Report {
    return { ending: endings[_tag], hints: this.local(hints) }
  }

  private refusal({ allotted }: Waiting, { readyAt }: Turn & { readonly go: false }): OutOfTime {
    const deadline = Duration.millis(Math.max(0, allotted))
    if (readyAt === undefined) return new OutOfTime({ deadline })
    return new OutOfTime({ deadline, readyIn: Duration.millis(Math.max(0, Math.ceil(readyAt - this.now()))) })
  }
}
