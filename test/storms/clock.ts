/**
 * Virtual time for storms: a clock with a heap of sleepers and a scheduler without timers, driven in one synchronous loop. It
 * runs the same fibers as TestClock does at a small part of its cost.
 */
import { Clock, Context, Duration, Effect, Exit, Scheduler } from "effect"

interface Sleeper {
  readonly at: number
  readonly order: number
  readonly wake: () => void
  canceled: boolean
}

class VirtualClock implements Clock.Clock {
  private readonly heap: Array<Sleeper> = []
  private order = 0
  private time: number
  constructor(start: number) {
    this.time = start
  }
  currentTimeMillisUnsafe = () => this.time
  currentTimeMillis = Effect.sync(() => this.time)
  currentTimeNanosUnsafe = () => BigInt(Math.round(this.time * 1e6))
  currentTimeNanos = Effect.sync(() => this.currentTimeNanosUnsafe())
  monotonicTimeNanosUnsafe = () => BigInt(Math.round(this.time * 1e6))
  monotonicTimeNanos = Effect.sync(() => this.monotonicTimeNanosUnsafe())
  sleep(duration: Duration.Duration): Effect.Effect<void> {
    const millis = Duration.toMillis(duration)
    if (millis <= 0) return Effect.yieldNow
    return Effect.callback<void>((resume) => {
      const sleeper: Sleeper = {
        at: this.time + millis,
        order: this.order++,
        wake: () => resume(Effect.void),
        canceled: false
      }
      this.push(sleeper)
      return Effect.sync(() => {
        sleeper.canceled = true
      })
    })
  }
  /** Wakes the next sleeper; `false` where nobody sleeps. */
  advance(): boolean {
    for (let next = this.pop(); next !== undefined; next = this.pop()) {
      if (next.canceled) continue
      this.time = Math.max(this.time, next.at)
      next.wake()
      return true
    }
    return false
  }
  private before(a: number, b: number): boolean {
    const left = this.heap[a]!
    const right = this.heap[b]!
    return left.at < right.at || (left.at === right.at && left.order < right.order)
  }
  private swap(a: number, b: number) {
    const left = this.heap[a]!
    this.heap[a] = this.heap[b]!
    this.heap[b] = left
  }
  private push(sleeper: Sleeper) {
    this.heap.push(sleeper)
    let at = this.heap.length - 1
    while (at > 0 && this.before(at, (at - 1) >> 1)) {
      this.swap(at, (at - 1) >> 1)
      at = (at - 1) >> 1
    }
  }
  private pop(): Sleeper | undefined {
    const top = this.heap[0]
    const last = this.heap.pop()
    if (top === undefined || last === undefined || this.heap.length === 0) return top
    this.heap[0] = last
    let at = 0
    for (;;) {
      let least = at
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < this.heap.length && this.before(child, least)) least = child
      if (least === at) return top
      this.swap(at, least)
      at = least
    }
  }
}

/** Runs an effect to its end in virtual time, starting at `start` (Unix ms), and returns its value. */
export const runVirtual = <A, E>(effect: Effect.Effect<A, E>, start = 0): A => {
  const clock = new VirtualClock(start)
  const tasks: Array<() => void> = []
  const scheduler: Scheduler.Scheduler = {
    executionMode: "async",
    shouldYield: () => false,
    makeDispatcher: () => ({ scheduleTask: (task) => void tasks.push(task), flush: () => undefined })
  }
  const context = Context.make(Clock.Clock, clock).pipe(Context.add(Scheduler.Scheduler, scheduler))
  const fiber = Effect.runForkWith(context)(effect)
  for (;;) {
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) task()
    const exit = fiber.pollUnsafe()
    if (exit !== undefined) {
      if (Exit.isSuccess(exit)) return exit.value
      throw new Error(`the storm failed: ${String(exit.cause)}`)
    }
    if (!clock.advance()) throw new Error("the storm is stuck: a fiber waits for something that never comes")
  }
}
