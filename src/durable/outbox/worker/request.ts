/** One request: its intent is written down, it is sent, and each of its items is settled by what the vendor answered. */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Random from "effect/Random"
import { type AnyFailure, isFailure } from "../../../contract/Failure.ts"
import type { Permit } from "../../../contract/Operation.ts"
import * as Deadline from "../../../policy/Deadline.ts"
import { Current as Intent } from "../../../pipeline/intent.ts"
import { Item } from "../../../pipeline/Journal.ts"
import { type Late, LateAnswers } from "../../../pipeline/LateAnswers.ts"
import * as Reserve from "../../../pipeline/Reserve.ts"
import type { StoreUnavailable } from "../errors.ts"
import type { Result } from "../model.ts"
import { thaw } from "./frozen.ts"
import { intending, type Request, type Under } from "./intending.ts"
import { later } from "./judge.ts"
import { type Judged, judgeExit } from "./judgeExit.ts"
import type { Held } from "./options.ts"
import { joined } from "./read.ts"
import type { Working } from "./working.ts"

const circumstances = ({ settings: { keepTrying } }: Working, { intended, kind }: Under) =>
  Effect.zipWith(Clock.currentTimeMillis, Random.next, (now, share) => ({
    kind,
    now,
    share,
    keepTrying,
    sent: intended
  }))

/** Settles items, and tells of those that have come to an end. */
export const settle = (
  working: Working,
  request: string,
  held: ReadonlyArray<Held>,
  results: ReadonlyArray<Result>
): Effect.Effect<void, StoreUnavailable> =>
  results.length === 0
    ? Effect.void
    : Effect.gen(function* () {
        const now = yield* Clock.currentTimeMillis
        const moved = new Set(yield* working.keep(working.store.settle({ request, results, now })))
        const ids = new Map(held.map(({ item }) => [item.seq, item.id]))
        for (const { outcome, seq, state } of results)
          if (moved.has(seq) && state !== "pending")
            yield* working.publish({ ...working.lane, _tag: "Ended", id: ids.get(seq) ?? "", state, outcome })
      })

const notWritten: Result["outcome"] = {
  delivery: "NotSent",
  message: "The outbox could not be told that it was about to be sent, so it was not sent."
}

/** Items that were certainly not sent are to be sent. */
const unsent = (held: ReadonlyArray<Held>): ReadonlyArray<Result> =>
  held.map(({ item: { seq } }) => ({ seq, state: "pending", counts: "nothing", outcome: notWritten }))

/** An answer that comes after the request was given up still counts. */
const lateTo =
  (working: Working, request: Request, under: Under) =>
  ({ exit }: Late): Effect.Effect<void> =>
    Effect.flatMap(circumstances(working, under), (found) => {
      const { failure, parts, results } = judgeExit(working, request.held, exit, found)
      // Refused for one of them, all are to be sent again, and that one to be found then.
      const all =
        parts.length > 0 && failure !== undefined
          ? request.held.map(({ item }) => later(item, failure, "attempt", found))
          : results
      return Effect.ignore(settle(working, request.id, request.held, all))
    })

/** What the journal notes beside the call: the item, or the request where there are several. */
const itemOf = ({ held: [first, ...others], id }: Request): string =>
  first === undefined || others.length > 0 ? id : first.item.id

const call = (
  working: Working,
  request: Request,
  under: Under,
  permit: Permit | undefined
): Effect.Effect<unknown, AnyFailure> => {
  const { operation, service, settings } = working
  const input = joined(operation, request.held)
  const late = { listen: lateTo(working, request, under), within: Duration.millis(settings.lease) }
  const sending = service.call(operation, input)
  return (permit === undefined ? sending : Reserve.using(permit)(sending)).pipe(
    Deadline.within(settings.deadline),
    Effect.provideService(Intent, intending(working, request, under)),
    Effect.provideService(LateAnswers, late),
    Effect.provideService(Item, itemOf(request)),
    Effect.catch((error) => (isFailure(error) ? Effect.fail(error) : Effect.die(error)))
  )
}

/** How a request ended: what of it is to be sent in parts, and the failure that the whole lane would meet. */
export interface Carried {
  readonly parts: Judged["parts"]
  readonly failure: AnyFailure | undefined
}

/** Sends a request once, and settles what is settled by it. */
export const carry = (
  working: Working,
  request: Request,
  permit?: Permit
): Effect.Effect<Carried, StoreUnavailable> =>
  Effect.gen(function* () {
    const kind = request.frozen === undefined ? "once" : "keyed"
    const under: Under = { kind, intended: false, lost: false, unheard: false }
    const exit = yield* Effect.exit(call(working, request, under, permit))
    if (under.lost) {
      // The intent may be written all the same, and would leave them in doubt. A request that is known by its key is sent as it is.
      if (under.unheard && under.kind !== "keyed")
        yield* settle(working, request.id, request.held, unsent(request.held))
      return { parts: [], failure: undefined }
    }
    // Stopped after its intent was written: the lease decides. Before it: nothing was sent.
    if (Exit.isFailure(exit) && Exit.hasInterrupts(exit) && under.intended) return yield* Effect.interrupt
    const judged = judgeExit(working, request.held, exit, yield* circumstances(working, under))
    yield* settle(working, request.id, request.held, judged.results)
    return { parts: judged.parts, failure: judged.failure }
  })

/** A frozen request, read again. */
export const thawed = (id: string, body: string, held: ReadonlyArray<Held>): Request | undefined => {
  const frozen = thaw(body)
  return frozen === undefined ? undefined : { id, held, frozen }
}
