/** Finding items. */
import * as Clock from "effect/Clock"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { type Box, Outbox } from "./box.ts"
import type { Query, Stats } from "./commands.ts"
import type { StoreUnavailable } from "./errors.ts"
import type { Item, State } from "./model.ts"

/** A moment: ISO text with its zone, a `Date`, or a `DateTime`. */
export type Moment = DateTime.DateTime.Input

/** Which items. What is left out is any. */
export interface Filter {
  readonly ids?: ReadonlyArray<string>
  readonly state?: State | ReadonlyArray<State>
  /** `Braze`. */
  readonly vendor?: string
  /** `Braze.trackUsers`. */
  readonly operation?: string
  readonly lane?: string
  readonly key?: string
  /** Tag of the failure: `Braze.RateLimited`. */
  readonly tag?: string
  /** Enqueued at or after, and before. */
  readonly since?: Moment
  readonly until?: Moment
}

const millisOf = (moment: Moment): number => DateTime.toEpochMillis(DateTime.makeUnsafe(moment))

/** The query of a filter. */
export const queryOf = ({ since, state, until, ...rest }: Filter, limit: number, after?: number): Query => ({
  ...rest,
  ...(state === undefined ? {} : { states: typeof state === "string" ? [state] : state }),
  ...(since === undefined ? {} : { since: millisOf(since) }),
  ...(until === undefined ? {} : { until: millisOf(until) }),
  ...(after === undefined ? {} : { after }),
  limit
})

// As many as are read at once.
const page = 500

const opened = ({ open }: Box, item: Item): Effect.Effect<Item> =>
  open === undefined || item.input === ""
    ? Effect.succeed(item)
    : open(item.input).pipe(
        Effect.map((input) => ({ ...item, input })),
        // What cannot be opened is shown as it is kept.
        Effect.catchCause(() => Effect.succeed(item))
      )

/** All items that match, in the order in which they came, with their inputs as JSON. */
export const items = (filter: Filter = {}): Stream.Stream<Item, StoreUnavailable, Outbox> =>
  Stream.unwrap(
    Effect.map(Outbox, (box) =>
      Stream.paginate(0, (after: number) =>
        Effect.gen(function* () {
          const found = yield* box.store.list(queryOf(filter, page, after))
          const shown = yield* Effect.forEach(found, (item) => opened(box, item))
          const last = found.length < page ? undefined : found.at(-1)?.seq
          return [shown, Option.fromUndefinedOr(last)] as const
        })
      )
    )
  )

/** The first items that match, in the order in which they came. Default limit: 100. */
export const list = (
  filter: Filter & { readonly limit?: number } = {}
): Effect.Effect<ReadonlyArray<Item>, StoreUnavailable, Outbox> => {
  const { limit = 100, ...rest } = filter
  return Stream.runCollect(Stream.take(items(rest), limit))
}

/** The item with this id. */
export const get = (id: string): Effect.Effect<Item | undefined, StoreUnavailable, Outbox> =>
  Effect.map(list({ ids: [id], limit: 1 }), ([item]) => item)

/** How many items are where, in all and per lane; the age (ms) of the oldest that is open, and pauses. It is as quick with a million. */
export const stats: Effect.Effect<Stats, StoreUnavailable, Outbox> = Effect.flatMap(Outbox, ({ store }) =>
  Effect.flatMap(Clock.currentTimeMillis, (now) => store.stats({ now }))
)
