/** Sending once more what has come to an end. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { type Box, Outbox } from "./box.ts"
import type { OutboxFull, StoreUnavailable } from "./errors.ts"
import { type Filter, items } from "./find.ts"
import { freshId } from "./ids.ts"
import { type Item, isOpen, type NewItem } from "./model.ts"
import { portion } from "./steer.ts"

/** What a replay has done. */
export interface Replayed {
  readonly queued: number
  /** Items whose input is not kept any more. */
  readonly gone: number
}

const copyOf = (run: string, item: Item): NewItem => ({
  id: `${item.id}#${run}`,
  lane: item.lane,
  operation: item.operation,
  account: item.account,
  version: item.version,
  onDead: item.onDead,
  priority: item.priority,
  dueIn: 0,
  input: item.input,
  hash: item.hash,
  replays: item.id,
  ...(item.key === undefined ? {} : { key: item.key })
})

const copied = (
  { seal = Effect.succeed, store }: Box,
  run: string,
  some: ReadonlyArray<Item>
): Effect.Effect<Replayed, StoreUnavailable | OutboxFull> =>
  Effect.gen(function* () {
    const kept = some.filter(({ input }) => input !== "")
    const copies = yield* Effect.forEach(kept, (item) =>
      Effect.map(seal(item.input), (input) => copyOf(run, { ...item, input }))
    )
    const now = yield* Clock.currentTimeMillis
    const added = copies.length === 0 ? [] : yield* store.add({ items: copies, now })
    return { queued: added.filter((one) => one === "queued").length, gone: some.length - kept.length }
  })

/**
 * Sends items once more that have come to an end, as new ones that name the old: what an incident at the vendor has lost, say. It
 * may do twice what was done: choose by time and vendor.
 */
export const replay = (filter: Filter): Effect.Effect<Replayed, StoreUnavailable | OutboxFull, Outbox> =>
  Effect.gen(function* () {
    const box = yield* Outbox
    const run = (yield* freshId).slice(-12)
    const ended = { state: ["delivered", "warned", "dead", "unknown"], ...filter } as const
    return yield* items(ended).pipe(
      // A worker may end the copies while this reads on: they are not copied in their turn.
      Stream.filter(({ id, state }) => !isOpen(state) && !id.endsWith(`#${run}`)),
      Stream.grouped(portion),
      Stream.mapEffect((some) => copied(box, run, some)),
      Stream.runFold(
        () => ({ queued: 0, gone: 0 }),
        (sum, one) => ({ queued: sum.queued + one.queued, gone: sum.gone + one.gone })
      ),
      Effect.tap(() => box.publish({ _tag: "Enqueued" }))
    )
  })
