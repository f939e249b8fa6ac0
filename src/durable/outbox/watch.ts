/** Waiting for items to come to their end, in this process or in any other. */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as PubSub from "effect/PubSub"
import * as Stream from "effect/Stream"
import { type Box, Outbox } from "./box.ts"
import { IllegalMove, type StoreUnavailable } from "./errors.ts"
import { get } from "./find.ts"
import { type Item, isOpen } from "./model.ts"

/** How often the store is asked for what other processes have done. */
const poll = "500 millis"

// Read at once.
const page = 500

type Place = readonly [ended: number, seq: number]

/** The items that have ended since, again and again: when this process hears of a change, and every half second. */
const watching = (box: Box, from: Place): Stream.Stream<Item, StoreUnavailable> =>
  Stream.unwrap(
    Effect.map(box.subscribe, (bell) => {
      const more = (after: Place) =>
        Effect.map(box.store.ended({ after, limit: page }), (found) => {
          const last = found.at(-1)
          const place: Place = last === undefined ? after : [last.ended ?? after[0], last.seq]
          return [found, place] as const
        })
      const waiting = Effect.raceFirst(PubSub.takeAll(bell), Effect.sleep(poll))
      return Stream.paginate(from, (after: Place) =>
        Effect.gen(function* () {
          const [found, place] = yield* more(after)
          if (found.length < page) yield* waiting
          return [found, Option.some(place)] as const
        })
      )
    })
  )

/**
 * Items as they come to an end, from now on or from a moment: `delivered`, `warned`, `dead` or `unknown`. One that is resolved or
 * requeued comes again.
 */
export const changes = (
  options: { readonly since?: number } = {}
): Stream.Stream<Item, StoreUnavailable, Outbox> =>
  Stream.unwrap(
    Effect.gen(function* () {
      const box = yield* Outbox
      const now = yield* Clock.currentTimeMillis
      return watching(box, [options.since ?? now, 0])
    })
  )

/**
 * Waits until the item has come to an end, and gives it as it then is. An item that is unknown is one: nothing happens to it by itself
 * but a late answer.
 */
export const ended = (id: string): Effect.Effect<Item, StoreUnavailable | IllegalMove, Outbox> =>
  Effect.scoped(
    Effect.gen(function* () {
      const box = yield* Outbox
      const bell = yield* box.subscribe
      while (true) {
        const item = yield* get(id)
        if (item === undefined) return yield* new IllegalMove({ id, problem: "there is no such item." })
        if (!isOpen(item.state)) return item
        yield* Effect.raceFirst(PubSub.takeAll(bell), Effect.sleep(Duration.fromInputUnsafe(poll)))
      }
    })
  )
