/** What is asked of an outbox's store to measure it. Each load gives how many records it moved. */
import { Effect } from "effect"
import type { NewItem } from "../../src/durable/outbox/model.ts"
import type { Commands } from "../../src/durable/outbox/store.ts"

const lane = { lane: "Shop.track main", operation: "Shop.track", account: "main" }
const now = 1_764_000_000_000

// About 300 bytes, most of it the input, as an event of a vendor is.
const input = (n: number): string =>
  JSON.stringify({
    event: { externalId: `user-${n}`, name: "ordered", time: "2026-11-25T09:00:00Z" },
    properties: { order: n, total: 12.5, currency: "EUR", articles: ["a-17", "b-23"], city: "Lisbon" }
  }).padEnd(230, " ")

const item = (n: number): NewItem => ({
  ...lane,
  id: `order-${n}`,
  version: 1,
  onDead: "go-on",
  priority: 0,
  dueIn: 0,
  input: input(n),
  hash: `hash-of-the-input-${n % 10}`.padEnd(22, "-")
})

const items = (from: number, count: number): ReadonlyArray<NewItem> =>
  Array.from({ length: count }, (_, index) => item(from + index))

/** Fibers that each take the next piece of work until nothing is left. */
const together = <E>(fibers: number, pieces: number, work: (piece: number) => Effect.Effect<unknown, E>) => {
  let next = 0
  const fiber = Effect.whileLoop({
    while: () => next < pieces,
    body: () => work(next++),
    step: () => undefined
  })
  return Effect.all(
    Array.from({ length: fibers }, () => fiber),
    { concurrency: "unbounded", discard: true }
  )
}

/** One item a command. */
export const enqueueEach = (store: Commands, from: number, count: number, callers: number) =>
  together(callers, count, (n) => store.add({ items: [item(from + n)], now }))

/** A thousand items a command, as `enqueueAll` does. */
export const enqueueAll = (store: Commands, from: number, count: number, callers = 2) =>
  together(callers, count / 1_000, (n) => store.add({ items: items(from + n * 1_000, 1_000), now }))

const outcome = { call: "0193a2b4-0000-7000-8000-000000000000", status: 201 }

/** Requests of so many items: claimed, intended, settled. */
export const drain = (store: Commands, records: number, batch: number, inFlight: number) =>
  together(inFlight, Math.ceil(records / batch), () =>
    Effect.gen(function* () {
      const request = crypto.randomUUID()
      const held = { request, owner: "bench", lease: 60_000, now }
      const taken = yield* store.claim({ ...held, lane: lane.lane, most: batch, bytes: 1e6 })
      if (taken.length === 0) return
      yield* store.intent({ ...held, kind: "once" })
      const results = taken.map(
        ({ seq }) => ({ seq, state: "delivered", counts: "attempt", outcome }) as const
      )
      yield* store.settle({ request, results, now })
    })
  )
