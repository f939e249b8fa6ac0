/** The journal's store as a service: what is found in it, and how it stands. */
import * as Context from "effect/Context"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import type { Category } from "../../contract/Failure.ts"
import type { Row } from "../../pipeline/Journal.ts"
import type { Backend, JournalUnavailable } from "./backend.ts"
import type { Drops } from "./buffer.ts"
import { fromStored } from "./stored.ts"
import type { Cursor, Wanted } from "./wanted.ts"

/** A moment: ISO text with its zone, a `Date`, or a `DateTime`. */
export type Moment = DateTime.DateTime.Input

/** Which calls. What is left out is any. Upper and lower case are the same. */
export interface Query {
  /** `Braze`. */
  readonly vendor?: string
  /** `Braze.trackUsers`, or `trackUsers`. */
  readonly operation?: string
  /** How it failed: `Braze.RateLimited`, or `RateLimited`; `interrupted`; `defect`. */
  readonly tag?: string
  readonly category?: Category
  /** Began at or after, and before. */
  readonly since?: Moment
  readonly until?: Moment
  /** The id of a call, or its beginning. */
  readonly id?: string
  /** What in an outbox the call was made for. */
  readonly item?: string
  /** At most so many, the newest. Default: all. */
  readonly limit?: number
}

/** How the journal stands. */
export interface Stats {
  /** Kept calls, and about how many bytes they take. */
  readonly calls: number
  readonly bytes: number
  /** When the oldest of them began. */
  readonly oldest?: DateTime.Utc
  /** Calls of this process that are not written yet. */
  readonly waiting: number
  /** Calls of this process that were not kept: what is written was too slow, or could not be written. */
  readonly drops: Drops
  /** What keeps it from being written, while something does. */
  readonly trouble?: JournalUnavailable
}

/** What a journal's store can be asked. */
export interface Store {
  /** The calls, the newest first, read from the store as they are wanted. */
  readonly find: (query?: Query) => Stream.Stream<Row, JournalUnavailable>
  /** The call with this id. */
  readonly get: (id: string) => Effect.Effect<Row | undefined, JournalUnavailable>
  readonly stats: Effect.Effect<Stats, JournalUnavailable>
  /** Writes what waits, at once. It is done every 100 ms, and at the end, without being asked. */
  readonly flush: Effect.Effect<void, JournalUnavailable>
}

/** The journal's store. */
export class JournalStore extends Context.Service<JournalStore, Store>()("faultline/JournalStore") {}

const millisOf = (moment: Moment): number => DateTime.toEpochMillis(DateTime.makeUnsafe(moment))

const wantedOf = ({ since, until, ...rest }: Omit<Query, "limit">): Wanted => ({
  ...rest,
  since: since === undefined ? -Infinity : millisOf(since),
  until: until === undefined ? Infinity : millisOf(until)
})

// As many as are read at once.
const page = 500

const reading =
  ({ find }: Backend): Store["find"] =>
  ({ limit, ...query } = {}) =>
    Stream.suspend(() => {
      const wanted = wantedOf(query)
      const most = Math.min(page, limit ?? page)
      const rows = Stream.paginate<Cursor | undefined, Row, JournalUnavailable>(undefined, (after) =>
        Effect.map(find(wanted, after, most), ({ next, rows }) => [
          rows.map(fromStored),
          Option.fromUndefinedOr(next)
        ])
      )
      return limit === undefined ? rows : Stream.take(rows, limit)
    })

/** How a store reads. */
export const reads = (backend: Backend): Pick<Store, "find" | "get"> => {
  const find = reading(backend)
  const get: Store["get"] = (id) =>
    Effect.map(
      Stream.runHead(Stream.filter(find({ id, limit: 1 }), ({ call }) => call === id.toLowerCase())),
      (found) => Option.getOrUndefined(found)
    )
  return { find, get }
}

/** How a store stands, apart from what waits. */
export const standing = ({
  counts
}: Backend): Effect.Effect<Omit<Stats, "waiting" | "drops">, JournalUnavailable> =>
  Effect.map(counts, ({ bytes, calls, oldest }) => ({
    calls,
    bytes,
    ...(oldest === undefined ? {} : { oldest: DateTime.makeUnsafe(oldest) })
  }))
