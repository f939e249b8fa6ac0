/** What is seen of a run from outside: requests as they reach the vendors, and retries as they are paid for. */
import { Clock, Context, Effect, Stream } from "effect"
import { HttpClient, type HttpClientRequest, type HttpClientResponse } from "effect/http"
import { codeOf } from "../../src/pipeline/Transport.ts"
import { isFault } from "../../src/pipeline/report.ts"
import type { Call, Composing } from "../../src/pipeline/Call.ts"
import type * as Pipeline from "../../src/pipeline/Pipeline.ts"
import type { ChaosClock } from "./clock.ts"
import { isForAll, linesOf, notBefore } from "./documented.ts"

/** The number of the call that a fiber works for. */
export const CallNumber = Context.Reference<number>("test/chaos/CallNumber", { defaultValue: () => -1 })
/** A call that reached the transport: what was asked, and of which layer. */
export interface Watched extends Composing {
  readonly call: Call
}

interface WatchedAttempt {
  readonly watched: Watched
  readonly attempt: Pipeline.Attempt
}

const Current = Context.Reference<WatchedAttempt | undefined>("test/chaos/Watched", {
  defaultValue: () => undefined
})

/** One request as it left, and what came back; true time, ms. */
export interface Sent extends WatchedAttempt {
  readonly call: number
  readonly at: number
  /** The documented limits that it counts against. */
  readonly lines: ReadonlyArray<string>
  /** When the head of an answer came, or the failure. */
  answeredAt?: number
  status?: number
  /** When the answer had been read to its end. */
  whole?: number
  /** The code of the socket's error. */
  code?: string
  /** Earlier than this the vendor wants no further request. */
  notBefore?: number
  /** Whether that holds for all, and not only for the refused call. */
  forAll?: boolean
}

/** A retry that left its backoff, and was paid for. */
export interface Paid {
  readonly vendor: string
  readonly at: number
}

/** All that was seen. */
export interface Seen {
  readonly sent: Array<Sent>
  readonly paid: Array<Paid>
  /** Every call that reached the transport. */
  readonly calls: Map<Call, Watched>
  /** Exchanges with a vendor that are not over. */
  open: number
}

export const nothing = (): Seen => ({ sent: [], paid: [], calls: new Map(), open: 0 })

/** Two more stages in the pipeline that only look. */
export const watched =
  (seen: Seen, clock: ChaosClock) =>
  (pipeline: Pipeline.Pipeline): Pipeline.Pipeline => {
    const paid: Pipeline.AttemptStage = {
      of: "attempt",
      name: "paid",
      around:
        ({ layer }, next) =>
        (attempt) =>
          Effect.suspend(() => {
            const { after, kind, requeued } = attempt
            if (kind === "retry" && requeued !== true && after !== undefined && isFault(after))
              seen.paid.push({ vendor: layer.vendor.name, at: clock.now() })
            return next(attempt)
          })
    }
    const here: Pipeline.AttemptStage = {
      of: "attempt",
      name: "here",
      around: (composing, next) => (attempt) => {
        const { call } = attempt
        const one = seen.calls.get(call) ?? { ...composing, call }
        seen.calls.set(call, one)
        return Effect.provideService(next(attempt), Current, { watched: one, attempt })
      }
    }
    // Where the budget was left out, whatever stands before the breaker, or the wire, is left.
    const breaker = pipeline.attempt.findIndex(({ name }) => name === "breaker")
    const at = breaker < 0 ? pipeline.attempt.length : breaker
    return { ...pipeline, attempt: [...pipeline.attempt.toSpliced(at, 0, paid), here] }
  }

/** The way to the vendors takes `there` ms, the way back up to `back` ms; the vendors' own clock is right. */
export interface Road {
  readonly there: number
  readonly back: (request: number) => number
}

/** A client that looks at what passes through it. An exchange is over when its body has been read, or it is given up. */
export const watchedClient = (
  seen: Seen,
  clock: ChaosClock,
  road: Road,
  inner: () => HttpClient.HttpClient,
  trueClock: Clock.Clock
): HttpClient.HttpClient => {
  const hear = (
    sent: Sent | undefined,
    answer: Pick<Sent, "status" | "code">,
    headers: Readonly<Record<string, string | undefined>> = {}
  ) =>
    Effect.sync(() => {
      if (sent === undefined) return
      const { name } = sent.watched.layer.vendor
      const wait =
        answer.status === undefined
          ? undefined
          : notBefore(name, answer.status, headers, clock.currentTimeMillisUnsafe())
      Object.assign(sent, {
        ...answer,
        answeredAt: clock.now(),
        ...(wait === undefined ? {} : { notBefore: clock.now() + wait, forAll: isForAll(name, headers) })
      })
    })
  const exchange = (request: HttpClientRequest.HttpClientRequest, sent: Sent | undefined) =>
    Effect.gen(function* () {
      const back = road.back(seen.sent.length)
      yield* Effect.sleep(road.there)
      const response = yield* Effect.provideService(inner().execute(request), Clock.Clock, trueClock).pipe(
        Effect.tapError((error) => hear(sent, { code: codeOf(error) ?? "?" }))
      )
      yield* Effect.sleep(back)
      yield* hear(sent, { status: response.status }, { ...response.headers })
      return response
    })
  const opened = () => {
    let isOpen = true
    seen.open++
    return () => {
      if (isOpen) seen.open--
      isOpen = false
    }
  }
  return HttpClient.make((request, _, signal) =>
    Effect.gen(function* () {
      const [current, call] = [yield* Current, yield* CallNumber]
      const sent: Sent | undefined = current && {
        ...current,
        call,
        at: clock.now(),
        lines: linesOf(current.watched)
      }
      if (sent !== undefined) seen.sent.push(sent)
      const close = opened()
      signal.addEventListener("abort", close)
      const response = yield* Effect.onError(exchange(request, sent), () => Effect.sync(close))
      const whole = Effect.sync(() => sent !== undefined && Object.assign(sent, { whole: clock.now() }))
      const body = Stream.suspend(() => response.stream).pipe(
        Stream.onEnd(whole),
        Stream.tapError((error) => (error.reason._tag === "EmptyBodyError" ? whole : Effect.void))
      )
      const stream = Stream.ensuring(body, Effect.sync(close))
      // as: the answer itself, but for its body
      return Object.create(response, { stream: { value: stream } }) as HttpClientResponse.HttpClientResponse
    })
  )
}

/** The status of an answer that was read to its end; of half an answer nothing is known for certain. */
export const statusOf = ({ status, whole }: Sent): number | undefined =>
  whole === undefined ? undefined : status
