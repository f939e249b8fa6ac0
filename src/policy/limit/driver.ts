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

/** Wall time is read to so many ms. */
const coarse = 2

/** The driver of one queue. It keeps the clock it is made with. */
export class QueueDriver {
  readonly queue: Queue
  private readonly clock: Clock.Clock
  private readonly timer: Timer
  private entered = 0
  /** How far (ms) the wall clock was ahead when it last jumped. */
  private offset = NaN

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

  waiter(ticket: Ticket): Waiter {
    const { failFast = Infinity, idempotent = true, key = "", kind = "", probes = 0, times } = ticket
    const now = this.now()
    const { arrived = now, deadline = Infinity } = times === "monotonic" ? ticket : this.fromWall(ticket, now)
    return {
      key,
      kind,
      arrived,
      entered: this.entered++,
      deadline,
      allotted: deadline - now,
      failFast,
      idempotent,
      probes,
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
      waiter.since ??= this.now()
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

  /** The attempt has ended. `true` where it failed while the server was down: nothing is wrong with the call itself. */
  done(waiter: Waiter, exit: Exit.Exit<unknown, unknown>, read: Read): boolean {
    let down = false
    // Reading may throw: the turn is given back all the same.
    let report: Report = { ending: "ignored", hints: {} }
    try {
      const givenUp = Exit.isFailure(exit) && Cause.hasInterruptsOnly(exit.cause)
      if (!givenUp) report = this.report(read(exit, this.now() - (waiter.inFlight?.at ?? this.now())))
    } finally {
      this.act((now) => {
        down = this.queue.done(waiter, report, now)
      })
    }
    return down
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

  /** The times of a ticket on the queue's clock. Wall time is coarse: calls keep their order by one offset, until it jumps. */
  private fromWall({ arrived, deadline }: Ticket, now: number): Pick<Ticket, "arrived" | "deadline"> {
    const offset = this.clock.currentTimeMillisUnsafe() - now
    if (!(Math.abs(offset - this.offset) <= coarse)) this.offset = offset
    return {
      ...(arrived === undefined ? {} : { arrived: arrived - this.offset }),
      ...(deadline === undefined ? {} : { deadline: deadline - offset })
    }
  }

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
