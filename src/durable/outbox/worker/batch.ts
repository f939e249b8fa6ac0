/** All of one claimed batch: read, cut to one request, sent, and where one item is to blame, sent in parts under the same intent. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type { AnyFailure } from "../../../contract/Failure.ts"
import type { Permit } from "../../../contract/Operation.ts"
import { cut } from "../../../many/batch/cut.ts"
import type { StoreUnavailable } from "../errors.ts"
import type { Claimed, Result } from "../model.ts"
import { isPassing, outcomeOf } from "./judge.ts"
import type { Held } from "./options.ts"
import { read } from "./read.ts"
import type { Request } from "./intending.ts"
import { carry, settle } from "./request.ts"
import type { Working } from "./working.ts"

/** What is left of a claimed batch when all that cannot be sent is settled, and the surplus is given back. */
interface Fit {
  readonly held: ReadonlyArray<Held>
  /** Places of items that are too many for one request. */
  readonly surplus: ReadonlyArray<number>
}

const tooOld: Result["outcome"] = {
  tag: "RepeatTooLate",
  delivery: "Unknown",
  message:
    "It may have been carried out, and the time for which the vendor knows a repeat is over, so it was not sent again.",
  remedy: "Look up at the vendor whether it was done, and resolve it."
}

/** Whether an item that may have been done is past the time for which the vendor knows a repeat. */
const isPast = ({ within }: Working, { item }: Held, now: number): boolean =>
  item.doubts > 0 && within !== undefined && item.firstSent !== undefined && now - item.firstSent >= within

const fitOf = ({ operation: { batching } }: Working, held: ReadonlyArray<Held>): Fit => {
  if (batching === undefined)
    return { held: held.slice(0, 1), surplus: held.slice(1).map(({ item }) => item.seq) }
  const numbered = held.map(({ input }, index) => ({ index, item: input as never })) // as: the operation's own items
  const { bytes, count, size } = batching
  const [first = []] = cut(numbered, {
    count,
    ...(bytes === undefined ? {} : { bytes }),
    ...(size === undefined ? {} : { size })
  })
  const places = new Set(first.map(({ index }) => index))
  return {
    held: held.filter((_, index) => places.has(index)),
    surplus: held.flatMap(({ item }, index) => (places.has(index) ? [] : [item.seq]))
  }
}

/** Reads the items; those that cannot be sent are settled. */
const readAll = (
  working: Working,
  request: string,
  claimed: ReadonlyArray<Claimed>
): Effect.Effect<ReadonlyArray<Held>, StoreUnavailable> =>
  Effect.gen(function* () {
    const now = yield* Clock.currentTimeMillis
    const [all, results] = yield* Effect.partition(claimed, (item) =>
      read(working, working.operation, item, working.settings)
    )
    const past = all.filter((one) => isPast(working, one, now))
    yield* settle(
      working,
      request,
      claimed.map((item) => ({ item, input: undefined })),
      [
        ...results,
        ...past.map(({ item }): Result => ({
          seq: item.seq,
          state: "unknown",
          counts: "nothing",
          outcome: tooOld
        }))
      ]
    )
    return all.filter((one) => !past.includes(one))
  })

/** Makes items pending again that were to be sent after others which met trouble. */
const putOff = (working: Working, { held, id }: Request, failure: AnyFailure) =>
  settle(
    working,
    id,
    held,
    held.map(({ item }) => ({
      seq: item.seq,
      state: "pending",
      counts: "nothing",
      outcome: outcomeOf(failure)
    }))
  )

/** Sends a request, and its parts where it is refused for one of its items. Succeeds with the failure that the lane is in, if any. */
const sendAll = (
  working: Working,
  request: Request,
  permit: Permit | undefined
): Effect.Effect<AnyFailure | undefined, StoreUnavailable> =>
  Effect.gen(function* () {
    const left = [request]
    let first = permit
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const { id } = next
      const { failure, parts } = yield* carry(working, next, first)
      first = undefined
      left.unshift(...parts.map((held) => ({ id, held })))
      if (failure !== undefined && parts.length === 0 && isPassing(failure)) {
        yield* Effect.forEach(left, (one) => putOff(working, one, failure), { discard: true })
        return failure
      }
    }
    return undefined
  })

/** Carries a claimed batch out. */
export const batch = (
  working: Working,
  request: string,
  claimed: ReadonlyArray<Claimed>,
  permit: Permit | undefined
): Effect.Effect<AnyFailure | undefined, StoreUnavailable> =>
  Effect.gen(function* () {
    const { held, surplus } = fitOf(working, yield* readAll(working, request, claimed))
    const now = yield* Clock.currentTimeMillis
    const { owner, store } = working
    if (surplus.length > 0) yield* working.keep(store.release({ request, owner, seqs: surplus, now }))
    return held.length === 0 ? undefined : yield* sendAll(working, { id: request, held }, permit)
  })
