/**
 * What the outbox's store does in PostgreSQL, by itself: `npm run example bench/outbox/postgres.ts [records]`. Every commit waits for the
 * disk (`synchronous_commit=on`); the server is started for it.
 */
import { Effect } from "effect"
import { SqlClient } from "effect/sql/SqlClient"
import type { NewItem } from "../../src/durable/outbox/model.ts"
import { make } from "../../src/durable/outbox/sql.ts"
import type { Commands } from "../../src/durable/outbox/store.ts"
import { available, clientOf, postgresServer } from "../../test/durable/sql/postgresServer.ts"

const now = 0
const lane = "Bench.track"

const itemOf = (id: string): NewItem => ({
  id,
  lane,
  operation: lane,
  account: "",
  version: 1,
  onDead: "go-on",
  priority: 0,
  dueIn: 0,
  input: JSON.stringify({ id, externalId: `user-${id}`, name: "ordered", text: "x".repeat(200) }),
  hash: id
})

const itemsOf = (prefix: string, from: number, count: number) =>
  Array.from({ length: count }, (_, index) => itemOf(`${prefix}-${from + index}`))

const timed = <A, E, R>(name: string, records: number, effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const began = performance.now()
    yield* effect
    const seconds = (performance.now() - began) / 1000
    console.log(`${name}: ${Math.round(records / seconds).toLocaleString("en")} records/s`)
  })

const one = (store: Commands, request: string, most: number) =>
  Effect.gen(function* () {
    const claimed = yield* store.claim({ lane, request, owner: "o", lease: 60_000, most, bytes: 1e9, now })
    if (claimed.length === 0) return 0
    yield* store.intent({ request, owner: "o", kind: "once", lease: 60_000, now })
    const results = claimed.map(
      ({ seq }) => ({ seq, state: "delivered", counts: "attempt", outcome: { call: request } }) as const
    )
    yield* store.settle({ request, results, now })
    return claimed.length
  })

/** Drains with so many hands, which share a number for their requests. */
const drain = (store: Commands, prefix: string, hands: number, most: number, records: number) => {
  let [next, done] = [0, 0]
  const hand = Effect.gen(function* () {
    while (done < records) {
      const count = yield* one(store, `${prefix}-${next++}`, most)
      if (count === 0) return
      done += count
    }
  })
  return Effect.all(
    Array.from({ length: hands }, () => hand),
    { concurrency: "unbounded" }
  )
}

const run = (records: number) =>
  Effect.gen(function* () {
    const store = yield* make()
    const sql = yield* SqlClient
    const few = Math.min(records, 4_000)
    yield* timed(
      "enqueue, one caller in sequence",
      few,
      Effect.forEach(itemsOf("s", 0, few), (item) => store.add({ items: [item], now }), { discard: true })
    )
    yield* timed(
      "enqueue, 64 callers",
      few * 4,
      Effect.forEach(itemsOf("c", 0, few * 4), (item) => store.add({ items: [item], now }), {
        concurrency: 64,
        discard: true
      })
    )
    const portions = Array.from({ length: records / 1_000 }, (_, index) => itemsOf("p", index * 1_000, 1_000))
    const all = Effect.forEach(portions, (items) => store.add({ items, now }), { discard: true })
    yield* timed("enqueueAll, 1,000 at once", records, all)
    yield* timed("the same again, all duplicates", records, all)
    yield* timed("one by one, 64 hands", few, drain(store, "d1", 64, 1, few))
    yield* timed("batches of 75, one hand", records / 2, drain(store, "d2", 1, 75, records / 2))
    yield* timed("batches of 75, 4 hands", records / 2, drain(store, "d3", 4, 75, records / 2))
    yield* timed("stats", 1, store.stats({ now }))
    yield* timed("reap", 1, store.reap({ now }))
    yield* timed("stats after folding", 1, store.stats({ now }))
    const [size] = yield* sql.unsafe<{ readonly size: string }>(
      "SELECT pg_size_pretty(pg_total_relation_size('faultline_outbox_item')) AS size"
    )
    console.log(`size: ${size?.size} for ${records + few * 5} records`)
  })

const records = Number(process.argv[2] ?? 100_000)
if (available())
  await Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const { url } = yield* postgresServer({ settings: [] })
        yield* Effect.provide(run(records), clientOf(url, { maxConnections: 16 }))
      })
    )
  )
