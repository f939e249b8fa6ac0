/** What is seen of a run from outside: requests as they reach the vendors, and retries as they are paid for. */
import { Clock, Context, Effect, Stream } from "effect"
import { HttpClient, type HttpClientRequest, type HttpClientResponse } from "effect/http"
import { codeOf } from "../../src/pipeline/Transport.ts"
import type { Passage } from "../../src/pipeline/Passage.ts"
import type * as Vendor from "../../src/pipeline/layer.ts"
import type { ChaosClock } from "./clock.ts"
import { linesOf, notBefore } from "./documented.ts"

/** The number of the call that a fiber works for. */
export const CallNumber = Context.Reference<number>("test/chaos/CallNumber", { defaultValue: () => -1 })
const CurrentPassage = Context.Reference<Passage | undefined>("test/chaos/Passage", {
  defaultValue: () => undefined
})

/** One request as it left, and what came back; true time, ms. */
export interface Sent {
  readonly passage: Passage
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
  readonly passages: Set<Passage>
  /** Exchanges with a vendor that are not over. */
  open: number
}

export const nothing = (): Seen => ({ sent: [], paid: [], passages: new Set(), open: 0 })

const isFault = (retry: unknown): boolean => retry === "safe" || retry === "if-idempotent"

/** Two more stages in the pipeline that only look. */
export const watched =
  (seen: Seen, clock: ChaosClock) =>
  (stages: ReadonlyArray<Vendor.Stage>): ReadonlyArray<Vendor.Stage> => {
    const looking = { does: "looks", because: "It is a test." }
    const paid: Vendor.Stage = {
      ...looking,
      name: "paid",
      apply: (inner, { last, runtime }) =>
        Effect.suspend(() => {
          if (last !== undefined && isFault(last.retry))
            seen.paid.push({ vendor: runtime.vendor.name, at: clock.now() })
          return inner
        })
    }
    const here: Vendor.Stage = {
      ...looking,
      name: "here",
      apply: (inner, passage) => {
        seen.passages.add(passage)
        return Effect.provideService(inner, CurrentPassage, passage)
      }
    }
    // Where the budget was left out, whatever stands before the breaker, or the wire, is left.
    const before = stages.findIndex(({ name }) => name === "breaker" || name === "wire")
    return [...stages.slice(0, before), paid, ...stages.slice(before)].flatMap((stage) =>
      stage.name === "wire" ? [here, stage] : [stage]
    )
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
      const { name } = sent.passage.runtime.vendor
      const wait =
        answer.status === undefined
          ? undefined
          : notBefore(name, answer.status, headers, clock.currentTimeMillisUnsafe())
      Object.assign(sent, {
        ...answer,
        answeredAt: clock.now(),
        ...(wait === undefined ? {} : { notBefore: clock.now() + wait })
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
      const [passage, call] = [yield* CurrentPassage, yield* CallNumber]
      const sent: Sent | undefined = passage && { passage, call, at: clock.now(), lines: linesOf(passage) }
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
