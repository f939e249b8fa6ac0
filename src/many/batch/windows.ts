/** Windows of items: as full as can be, and never later than a source that trickles lets its first item wait. */
import * as Cause from "effect/Cause"
import type * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import type * as Pull from "effect/Pull"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { Run } from "./run.ts"

type Some<A> = readonly [A, ...ReadonlyArray<A>]

/** How items become windows. */
export interface Windowing {
  /** The most items of one window. */
  readonly most: number
  /** How long (ms) the first item of a window waits for others. */
  readonly linger: number
  /** The run that they are for: once it is given up, no more is read. */
  readonly run: Run
}

class Windows<A, E> {
  private readonly options: Windowing
  private readonly clock: Clock.Clock
  private readonly read: Effect.Effect<Fiber.Fiber<Some<A>, E | Cause.Done>>
  private window: Array<A> = []
  /** When (monotonic ms) the window was begun. */
  private begun = 0
  private chunk: ReadonlyArray<A> = []
  private at = 0
  private reading: Fiber.Fiber<Some<A>, E | Cause.Done> | undefined
  private end: Pull.Pull<never, E> | undefined

  constructor(pull: Pull.Pull<Some<A>, E>, scope: Scope.Scope, clock: Clock.Clock, options: Windowing) {
    this.options = options
    this.clock = clock
    // In a fiber of its own, so that a window can be cut while the source is waited for. One that has items gives them at once.
    this.read = Effect.map(
      Effect.forkIn(pull, scope, { startImmediately: true }),
      (fiber) => (this.reading = fiber)
    )
    options.run.onHalt = () => this.reading?.interruptUnsafe()
  }

  readonly next: Pull.Pull<Some<ReadonlyArray<A>>, E> = Effect.suspend(() => {
    this.fill()
    const { length } = this.window
    if (length > 0 && this.options.run.halted !== undefined) return Cause.done()
    if (length >= this.options.most || (length > 0 && this.end !== undefined)) return this.emit()
    if (this.end !== undefined) {
      this.options.run.drained = true
      return this.end
    }
    return this.reading === undefined
      ? Effect.flatMap(this.read, (fiber) => this.await(fiber))
      : this.await(this.reading)
  })

  private await(fiber: Fiber.Fiber<Some<A>, E | Cause.Done>): Pull.Pull<Some<ReadonlyArray<A>>, E> {
    const exit = fiber.pollUnsafe()
    if (exit !== undefined) return this.receive(exit)
    // What is there at once tells whether anything is left; nothing else is waited for.
    if (this.options.run.halted !== undefined) return Effect.andThen(Fiber.interrupt(fiber), Cause.done())
    const received = Effect.map(Fiber.await(fiber), (exit) => this.receive(exit))
    if (this.window.length === 0) return Effect.flatten(received)
    const duration = Math.max(0, Math.ceil(this.begun + this.options.linger - this.now()))
    const orElse = () => Effect.succeed(this.emit())
    return Effect.flatten(Effect.timeoutOrElse(received, { duration, orElse }))
  }

  private receive(exit: Exit.Exit<Some<A>, E | Cause.Done>): Pull.Pull<Some<ReadonlyArray<A>>, E> {
    this.reading = undefined
    if (Exit.isSuccess(exit)) [this.chunk, this.at] = [exit.value, 0]
    else if (this.options.run.halted !== undefined && Cause.hasInterruptsOnly(exit.cause)) return Cause.done()
    else this.end = Exit.failCause(exit.cause)
    return this.next
  }

  private fill() {
    if (this.at >= this.chunk.length) return
    const some = this.chunk.slice(this.at, this.at + this.options.most - this.window.length)
    this.at += some.length
    if (this.window.length === 0) {
      this.begun = this.now()
      this.window = some
    } else for (const item of some) this.window.push(item)
  }

  private emit(): Effect.Effect<Some<ReadonlyArray<A>>> {
    const { window } = this
    this.window = []
    return Effect.succeed([window])
  }

  private now(): number {
    return Number(this.clock.monotonicTimeNanosUnsafe()) / 1e6
  }
}

/** Cuts a stream into windows. */
export const windows = <A, E, R>(
  items: Stream.Stream<A, E, R>,
  options: Windowing
): Stream.Stream<ReadonlyArray<A>, E, R> =>
  Stream.transformPull(items, (pull, scope) =>
    Effect.clockWith((clock) => Effect.succeed(new Windows(pull, scope, clock, options).next))
  )
