/** Where fibers meet the queue: it keeps the clock, sets the timer, and lets a fiber wait for its turn. */
import * as Cause from "effect/Cause"
import type * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { OutOfTime } from "../../contract/Common.ts"
import type { RateHints } from "./Hints.ts"
import type { Queue } from "./queue.ts"
import type { Feedback, Read, Ticket } from "./ticket.ts"
import type { Timer } from "./timer.ts"
import type { Report, Turn, Waiter } from "./waiter.ts"

const endings = { Answered: "answered", Limited: "limited", Failing: "failing", Ignored: "ignored" } as const

/** The driver of one queue. It keeps the clock it is made with. */
export class QueueDriver {
  readonly queue: Queue
  private readonly clock: Clock.Clock
  private readonly timer: Timer
  private entered = 0

  constructor(queue: Queue, clock: Clock.Clock, timer: Timer) {
    this.queue = queue
    this.clock = clock
    this.timer = timer
  }

  /** ms on a clock that does not jump. */
  now(): number {
    return Number(this.clock.monotonicTimeNanosUnsafe()) / 1e6
  }

  /** A time on that clock, in Unix ms. */
  toUnix(at: number): number {
    return this.clock.currentTimeMillisUnsafe() + at - this.now()
  }

  /** Changes the queue, then sets the timer for what is next. */
  act(change: (now: number) => void): void {
    change(this.now())
    const now = this.now()
    this.timer(this.queue.wakeAt(now), now, this.wake)
  }

  waiter({ arrived, deadline, key = "", kind = "" }: Ticket): Waiter {
    const ends = deadline === undefined ? Infinity : this.fromUnix(deadline)
    return {
      key,
      kind,
      arrived: arrived ?? this.clock.currentTimeMillisUnsafe(),
      entered: this.entered++,
      deadline: ends,
      allotted: ends - this.now(),
      resume: () => undefined,
      inFlight: undefined
    }
  }

  /** Joins the queue and waits for the turn. */
  wait(waiter: Waiter, join: (now: number) => void): Effect.Effect<void, OutOfTime> {
    return Effect.suspend(() => {
      const turns: Array<Turn> = []
      waiter.resume = (turn) => turns.push(turn)
      this.act(join)
      // Mostly its turn comes at once.
      const [turn] = turns
      if (turn !== undefined) return this.begins(waiter, turn)
      return Effect.callback<void, OutOfTime>((resume) => {
        waiter.resume = (turn) => resume(this.begins(waiter, turn))
      })
    })
  }

  leave(waiter: Waiter): Effect.Effect<void> {
    return Effect.sync(() => this.act((now) => this.queue.leave(waiter, now)))
  }

  /** The attempt of a turn that was held begins. */
  depart(waiter: Waiter): void {
    this.act((now) => this.queue.depart(waiter, now))
  }

  done(waiter: Waiter, exit: Exit.Exit<unknown, unknown>, read: Read): void {
    // Reading may throw: the turn is given back all the same.
    let report: Report = { ending: "ignored", hints: {} }
    try {
      const givenUp = Exit.isFailure(exit) && Cause.hasInterruptsOnly(exit.cause)
      if (!givenUp) report = this.report(read(exit, this.now() - (waiter.inFlight?.at ?? this.now())))
    } finally {
      this.act((now) => this.queue.done(waiter, report, now))
    }
  }

  /** Hints with their times on the queue's clock. */
  local({ resetAt, retryAt, ...rest }: RateHints): RateHints {
    return {
      ...rest,
      ...(resetAt === undefined ? {} : { resetAt: this.fromUnix(resetAt) }),
      ...(retryAt === undefined ? {} : { retryAt: this.fromUnix(retryAt) })
    }
  }

  private begins(waiter: Waiter, turn: Turn): Effect.Effect<void, OutOfTime> {
    return turn.go ? Effect.void : Effect.fail(this.refusal(waiter, turn))
  }

  private readonly wake = (): void => this.act(this.queue.pump)

  private fromUnix(at: number): number {
    return this.now() + at - this.clock.currentTimeMillisUnsafe()
  }

  private report({ _tag, hints = {} }: Feedback): Report {
    return { ending: endings[_tag], hints: this.local(hints) }
  }

  private refusal({ allotted }: Waiter, { readyAt }: Turn & { readonly go: false }): OutOfTime {
    const deadline = Duration.millis(Math.max(0, allotted))
    if (readyAt === undefined) return new OutOfTime({ deadline })
    return new OutOfTime({ deadline, readyIn: Duration.millis(Math.max(0, Math.ceil(readyAt - this.now()))) })
  }
}
