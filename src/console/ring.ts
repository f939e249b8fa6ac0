/** The last failed calls of this process: an observer that keeps them, and explains them when somebody looks. */
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import { type AnyFailure, isFailure } from "../contract/Failure.ts"
import * as Diagnose from "../diagnose/Diagnose.ts"
import type * as Telemetry from "../pipeline/Telemetry.ts"
import { supportIn } from "./support.ts"
import type { FailedCall, Failures } from "./sources.ts"

interface Kept {
  readonly shown: FailedCall
  readonly failure?: AnyFailure
}

const explained = (failure: AnyFailure, now: number, began: Telemetry.Began): FailedCall => {
  const { _tag, attempts, call, delivery, message, remedy, see, status, time } = failure
  const { operation, vendor } = began
  return {
    ...(call?.id === undefined ? {} : { id: call.id }),
    at: time === undefined ? now : DateTime.toEpochMillis(time),
    vendor,
    operation,
    tag: _tag,
    message,
    remedy,
    see,
    delivery,
    ...(status === undefined ? {} : { status }),
    attempts: attempts.length
  }
}

const failureIn = (cause: Cause.Cause<unknown>): AnyFailure | undefined =>
  cause.reasons
    .filter(Cause.isFailReason)
    .map(({ error }) => error)
    .find(isFailure)

const sentences: Readonly<Record<string, string>> = {
  interrupted: "The call was interrupted: its caller ended, or waited no longer.",
  defect: "The call ended with a defect: a fault of the program, which its log shows."
}

/** The last failed calls of this process. Each keeps its request until it is pushed out, for its report is made when it is asked for. */
export class Ring {
  private readonly kept: Array<Kept> = []
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  private add(one: Kept): void {
    this.kept.unshift(one)
    if (this.kept.length > this.most) this.kept.pop()
  }

  /** Hears of calls: of failures with what they carry, and of those that ended without one. */
  readonly observer: Telemetry.Observer = {
    call: (effect, began) =>
      Effect.tapCause(effect, (cause) => {
        const failure = failureIn(cause)
        if (failure === undefined) return Effect.void
        return Effect.map(Clock.currentTimeMillis, (now) =>
          this.add({ shown: explained(failure, now, began), failure })
        )
      }),
    observe: (fact) => {
      const message = fact._tag === "CallEnded" ? sentences[fact.outcome] : undefined
      if (fact._tag !== "CallEnded" || message === undefined) return Effect.void
      const { attempts, delivery, id, operation, outcome: tag, vendor } = fact
      return Effect.map(Clock.currentTimeMillis, (at) =>
        this.add({ shown: { id: id(), at, vendor, operation, tag, message, delivery, attempts } })
      )
    }
  }

  /** What it has kept. `vendors` say what their support asks for. */
  failures(vendors: ReadonlyArray<Diagnose.VendorModule>): Failures {
    return {
      last: (most) => Effect.sync(() => this.kept.slice(0, most).map(({ shown }) => shown)),
      report: (id) =>
        Effect.sync(() => {
          const failure = this.kept.find(({ shown }) => shown.id === id)?.failure
          return failure === undefined
            ? undefined
            : Diagnose.renderReport(Diagnose.report(failure, supportIn(vendors, failure.vendor)))
        })
    }
  }
}
