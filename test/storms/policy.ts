/**
 * The one default policy of the storms, in the order of the pipeline: retry, budget, queue, attempt timeout. Every constant of budget
 * and queue is the library's default.
 */
import { Cause, Clock, Data, Duration, Effect, Exit, Random } from "effect"
import * as Budget from "../../src/policy/Budget.ts"
import * as Limit from "../../src/policy/Limit.ts"
import type { Answer } from "./server.ts"

export class Refused extends Data.TaggedError("Refused")<{ readonly answer: Answer }> {}
export class Faulty extends Data.TaggedError("Faulty")<{ readonly answer: Answer }> {}
export class Spent extends Data.TaggedError("Spent") {}

/** The outermost retry: three more attempts after faults, full jitter, 100 ms doubling to 5 s. */
const retry = { times: 3, base: 100, cap: 5000 }

/** Sends one call, with its first arrival and its deadline (Unix ms); succeeds or fails for good. */
export type Call = (
  request: Effect.Effect<Answer>,
  arrived: number,
  deadline: number
) => Effect.Effect<void, unknown>

const judge = (
  request: Effect.Effect<Answer>,
  timeout: number
): Effect.Effect<Answer, Refused | Faulty | Cause.TimeoutError> =>
  Effect.flatMap(
    Effect.timeout(request, Math.max(0, timeout)),
    (answer): Effect.Effect<Answer, Refused | Faulty> => {
      if (answer.status === 429) return Effect.fail(new Refused({ answer }))
      return answer.status >= 500 ? Effect.fail(new Faulty({ answer })) : Effect.succeed(answer)
    }
  )

const isFault = (error: unknown): boolean => Cause.isTimeoutError(error) || error instanceof Faulty

/** No second attempt: what every policy is compared with. */
export const none =
  (timeout: number): Call =>
  (request) =>
    Effect.asVoid(judge(request, timeout))

/** Reads the end of an attempt for the queue, as the pipeline does from `retry`. */
const read =
  (clock: Clock.Clock): Limit.Read =>
  (exit) => {
    const now = clock.currentTimeMillisUnsafe()
    // The success of an attempt is an `Answer`; the queue only knows that it is something.
    if (Exit.isSuccess(exit)) return { _tag: "Answered", hints: Limit.Hints.read(headersOf(exit.value), now) }
    const error = Cause.squash(exit.cause)
    if (error instanceof Refused)
      return { _tag: "Limited", hints: Limit.Hints.read(error.answer.headers, now) }
    return { _tag: isFault(error) ? "Failing" : "Ignored" }
  }

const headersOf = (value: unknown): Readonly<Record<string, string>> =>
  typeof value === "object" && value !== null && "headers" in value
    ? (value.headers as Record<string, string>)
    : {}

/** The default policy. `timeout` (ms) is the attempt's. */
export const standard = (timeout: number) =>
  Effect.gen(function* () {
    const clock = yield* Clock.Clock
    const budget = yield* Budget.make()
    const limit = yield* Limit.make({ read: read(clock) })
    const call: Call = Effect.fnUntraced(function* (request, arrived, deadline) {
      yield* budget.deposit
      for (let [faults, probes] = [0, 0]; ;) {
        let down = false
        const attempt = Effect.flatMap(Clock.currentTimeMillis, (now) =>
          judge(request, Math.min(timeout, deadline - now))
        )
        const queued = limit.run(attempt, { arrived, deadline, probes }, (exit) => {
          down = true
          return exit
        })
        const exit = yield* Effect.exit(queued)
        if (Exit.isSuccess(exit)) return
        const error = Cause.squash(exit.cause)
        // A 429 goes back to the queue, which paces it: no attempt is counted and nothing is spent.
        if (error instanceof Refused) continue
        // Nor does a call that failed while the server was down.
        if (down) {
          probes++
          continue
        }
        if (!isFault(error) || ++faults > retry.times) return yield* Effect.failCause(exit.cause)
        const wait = (yield* Random.next) * Math.min(retry.cap, retry.base * 2 ** (faults - 1))
        if ((yield* Clock.currentTimeMillis) + wait >= deadline) return yield* Effect.failCause(exit.cause)
        yield* Effect.sleep(Duration.millis(wait))
        if (!(yield* budget.withdraw)) return yield* Effect.fail(new Spent())
      }
    })
    return { call, budget, limit }
  })
