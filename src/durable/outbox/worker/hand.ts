/**
 * A hand at one lane: it waits for a turn at the vendor, claims what one request takes, and carries it out. Nothing is claimed while it
 * waits: what is claimed is sent.
 */
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Random from "effect/Random"
import * as Scope from "effect/Scope"
import type { AnyFailure } from "../../../contract/Failure.ts"
import type { Permit } from "../../../contract/Operation.ts"
import { freshId } from "../ids.ts"
import type { StoreUnavailable } from "../errors.ts"
import type { Ready } from "../lane.ts"
import type { Claimed } from "../model.ts"
import { batch } from "./batch.ts"
import { backoff, isPassing, namedBy, outcomeOf } from "./judge.ts"
import { joined, read } from "./read.ts"
import type { Working } from "./working.ts"

/** How a lane is doing. */
export interface Standing {
  /** Requests in a row that met trouble which is not the items'. */
  failures: number
  /** Not before this (Unix ms). */
  until: number
  /** Hands at work. */
  hands: number
}

/** What a hand is given. */
export interface Work {
  readonly working: Working
  readonly standing: Standing
  /** Runs a request so that it goes on when the hand is stopped. */
  readonly fork: <A, E>(effect: Effect.Effect<A, E>) => Effect.Effect<Fiber.Fiber<A, E>>
  /** More is waiting than one request takes: lets another hand help, where one may. */
  readonly help: Effect.Effect<void>
}

const waitFor = (standing: Standing): Effect.Effect<void> =>
  Effect.flatMap(Clock.currentTimeMillis, (now) =>
    standing.until > now ? Effect.sleep(standing.until - now) : Effect.void
  )

/** Notes how a request ended, and says so once when trouble begins and when it is over. */
export const note = (
  { publish, lane: { lane, operation } }: Working,
  standing: Standing,
  failure: AnyFailure | undefined
): Effect.Effect<void> =>
  Effect.gen(function* () {
    const held = { _tag: "LaneHeld", lane, operation } as const
    if (failure === undefined || !isPassing(failure)) {
      if (standing.failures > 0) yield* publish({ ...held, for: 0, outcome: {} })
      standing.failures = standing.until = 0
      return
    }
    const [now, share] = [yield* Clock.currentTimeMillis, yield* Random.next]
    const wait = Math.max(namedBy(failure, now), backoff(standing.failures++, share))
    standing.until = Math.max(standing.until, now + wait)
    if (standing.failures === 1) yield* publish({ ...held, for: wait, outcome: outcomeOf(failure) })
  })

/** The place in the vendor's queues. One item stands for those that will be claimed; what cannot be read needs none. */
const permitFor = (
  { operation, service, settings, ...box }: Working,
  next: NonNullable<Ready["next"]>
): Effect.Effect<Permit | undefined, never, Scope.Scope> => {
  const item = { ...next, seq: 0, id: "", operation: operation.tag, attempts: 0, doubts: 0, since: 0 }
  return read(box, operation, item, settings).pipe(
    Effect.flatMap((held) => service.reserve(operation, joined(operation, [held]))),
    Effect.catchCause((cause) => (Cause.hasInterrupts(cause) ? Effect.interrupt : Effect.succeed(undefined)))
  )
}

const claim = (
  { lane, operation: { batching }, owner, settings, store }: Working,
  request: string
): Effect.Effect<ReadonlyArray<Claimed>, StoreUnavailable> =>
  Effect.flatMap(Clock.currentTimeMillis, (now) =>
    store.claim({
      lane: lane.lane,
      request,
      owner,
      lease: settings.lease,
      most: batching?.count ?? 1,
      bytes: batching?.bytes ?? Number.MAX_SAFE_INTEGER,
      now
    })
  )

/** Gives back what was not sent; what was is left to its lease. */
const released = ({ owner, store }: Working, request: string): Effect.Effect<number, StoreUnavailable> =>
  Effect.flatMap(Clock.currentTimeMillis, (now) => store.release({ request, owner, now }))

/** Whether there was something to do. */
const once = (
  { fork, help, standing, working }: Work,
  next: NonNullable<Ready["next"]>
): Effect.Effect<ReadonlyArray<Claimed>, StoreUnavailable> =>
  Effect.uninterruptibleMask((restore) =>
    Effect.gen(function* () {
      const scope = yield* Scope.make()
      const request = yield* freshId
      const permit = yield* restore(permitFor(working, next)).pipe(
        Scope.provide(scope),
        Effect.onInterrupt(() => Scope.close(scope, Exit.void))
      )
      const claimed = yield* claim(working, request).pipe(
        // They may be claimed, and nobody would know before the lease is over.
        Effect.tapError(() => restore(Effect.ignore(working.keep(released(working, request))))),
        Effect.onError(() => Scope.close(scope, Exit.void))
      )
      if (claimed.length === 0) return yield* Effect.as(Scope.close(scope, Exit.void), claimed)
      if (claimed.length >= (working.operation.batching?.count ?? 1)) yield* help
      const carried = batch(working, request, claimed, permit).pipe(
        Effect.flatMap((failure) => note(working, standing, failure)),
        Effect.onInterrupt(() => Effect.ignore(released(working, request)))
      )
      const fiber = yield* fork(Effect.ensuring(Effect.interruptible(carried), Scope.close(scope, Exit.void)))
      yield* restore(Fiber.join(fiber))
      return claimed
    })
  )

/** Works until nothing is left to be claimed, or trouble leaves the lane to another hand. */
export const hand = (work: Work, ready: Ready): Effect.Effect<void, StoreUnavailable> =>
  Effect.gen(function* () {
    const { standing } = work
    let next = ready.next
    while (next !== undefined && !(standing.failures > 0 && standing.hands > 1)) {
      yield* waitFor(standing)
      const claimed: ReadonlyArray<Claimed> = yield* once(work, next)
      next = claimed.at(-1)
    }
  })
