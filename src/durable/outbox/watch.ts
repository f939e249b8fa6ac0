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

/**
 * Ends are read once more for so many ms after the last: what another process wrote down a moment ago may become visible only after
 * what was written later.
 */
const overlap = 250

/** Between two looks, so that a crowd of ends is one. */
const breath = "50 millis"

/** Where a reader is: the time of the last end, and what was given of the time before it that is read once more. */
interface Place {
  readonly time: number
  readonly given: ReadonlySet<string>
  /** Behind which row the next page begins. */
  readonly after: readonly [ended: number, seq: number]
}

const nameOf = ({ ended = 0, seq }: Pick<Item, "ended" | "seq">): string => `${seq} ${ended}`

const startAt = (time: number): Place => ({ time, given: new Set(), after: [time, -1] })

/** The place behind a page, and what of the page is new. */
const passed = (
  place: Place,
  found: ReadonlyArray<Item>
): readonly [fresh: ReadonlyArray<Item>, next: Place] => {
  const fresh = found.filter((item) => !place.given.has(nameOf(item)))
  const last = found.at(-1)
  const time = Math.max(place.time, last?.ended ?? 0)
  if (last !== undefined && found.length === page) {
    const given = new Set([...place.given, ...fresh.map(nameOf)])
    return [fresh, { time, given, after: [last.ended ?? 0, last.seq] }]
  }
  // The end for now: the next look begins a little earlier.
  const isNear = (name: string): boolean => Number(name.split(" ")[1]) >= time - overlap
  const given = new Set([...place.given, ...fresh.map(nameOf)].filter(isNear))
  return [fresh, { time, given, after: [time - overlap, -1] }]
}

/** The items that have ended since, again and again: when this process hears of a change, and every half second. */
const watching = (box: Box, from: Place): Stream.Stream<Item, StoreUnavailable> =>
  Stream.unwrap(
    Effect.map(box.subscribe, (bell) => {
      const waiting = Effect.andThen(
        Effect.raceFirst(PubSub.takeAll(bell), Effect.sleep(poll)),
        Effect.sleep(breath)
      )
      return Stream.paginate(from, (place: Place) =>
        Effect.gen(function* () {
          const found = yield* box.store.ended({ after: place.after, limit: page })
          const [fresh, next] = passed(place, found)
          if (fresh.length === 0 && found.length < page) yield* waiting
          return [fresh, Option.some(next)] as const
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
      return watching(box, startAt(options.since ?? now))
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
