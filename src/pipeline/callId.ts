/** The id of a call, made when it is first asked for: a call that succeeds, and that no journal keeps, needs none. */
import * as Clock from "effect/Clock"
import type * as Fiber from "effect/Fiber"
import * as Random from "effect/Random"
import { monotonic } from "../policy/monotonic.ts"
import { timedUuid } from "./uuid.ts"

/** One call's. */
export class CallId {
  private made: string | undefined
  private readonly fiber: Fiber.Fiber<unknown, unknown>
  private readonly began: number

  /** Of the call of a fiber that began at `began`, in ms on the clock that does not jump. */
  constructor(fiber: Fiber.Fiber<unknown, unknown>, began: number) {
    this.fiber = fiber
    this.began = began
  }

  /** A UUID that sorts by when the call began. */
  get value(): string {
    return (this.made ??= this.make())
  }

  private make(): string {
    const clock = this.fiber.getRef(Clock.Clock)
    const elapsed = monotonic(clock) - this.began
    return timedUuid(this.fiber.getRef(Random.Random), clock.currentTimeMillisUnsafe() - elapsed)
  }
}
