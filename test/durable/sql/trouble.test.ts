/** A server that ends in the middle of the work, connections that are cut, and what is said then. */
import { assert, describe } from "@effect/vitest"
import { Client } from "pg"
import { Effect, Fiber, Schedule } from "effect"
import type { Commands } from "../../../src/durable/outbox/store.ts"
import type { StoreUnavailable } from "../../../src/durable/outbox/errors.ts"
import { make } from "../../../src/durable/outbox/sql.ts"
import { claim, item, items, now, withPostgres, withStore } from "./items.ts"
import { bouncer, hasBouncer } from "./pgbouncer.ts"
import { clientOf, postgresServer } from "./postgresServer.ts"

const keep = <A>(effect: Effect.Effect<A, StoreUnavailable>) =>
  Effect.retry(effect, Schedule.jittered(Schedule.spaced("50 millis")))

const lease = 1_500

/** Sends what there is, in batches, whatever happens to the server. */
const work = (store: Commands, name: string, sent: Map<string, number>) => {
  let requests = 0
  const once = Effect.gen(function* () {
    const request = `${name}-${requests++}`
    const claimed = yield* keep(store.claim(claim(request, { most: 10, lease })))
    const isOurs = yield* keep(store.intent({ request, owner: "o", kind: "once", lease, now }))
    if (claimed.length === 0 || !isOurs) return yield* Effect.sleep("20 millis")
    for (const { id } of claimed) sent.set(id, (sent.get(id) ?? 0) + 1)
    const results = claimed.map(
      ({ seq }) => ({ seq, state: "delivered", counts: "attempt", outcome: {} }) as const
    )
    yield* keep(store.settle({ request, results, now }))
  })
  return Effect.forever(once)
}

const drained = (store: Commands) =>
  Effect.gen(function* () {
    yield* keep(store.reap({ now }))
    const { all } = yield* keep(store.stats({ now }))
    return all
  }).pipe(Effect.repeat({ until: ({ open }) => open === 0, schedule: Schedule.spaced("100 millis") }))

/** Works on 2,000 items with four hands while something happens; nothing is sent twice, and nothing is lost. */
const survives = (store: Commands, happens: Effect.Effect<unknown>) =>
  Effect.gen(function* () {
    const sent = new Map<string, number>()
    yield* store.add({ items: items(2_000), now })
    const hands = yield* Effect.forkChild(
      Effect.all(
        ["a", "b", "c", "d"].map((name) => work(store, name, sent)),
        { concurrency: "unbounded" }
      )
    )
    yield* happens
    const { delivered, enqueued, unknown } = yield* drained(store)
    yield* Fiber.interrupt(hands)
    const found = yield* store.list({ limit: 3_000 })
    assert.deepStrictEqual([enqueued, delivered + unknown, found.length], [2_000, 2_000, 2_000])
    assert.deepStrictEqual([...new Set(sent.values())], [1])
    const unsent = found.filter(({ id, state }) => state === "delivered" && sent.get(id) !== 1)
    assert.deepStrictEqual(unsent, [])
    assert.isAtLeast(delivered, 1_900)
  })

describe("the outbox in PostgreSQL in trouble", () => {
  withPostgres(
    "goes on after the server has crashed and come back: nothing is lost, nothing sent twice",
    () =>
      Effect.gen(function* () {
        const { start, stop, url } = yield* postgresServer()
        const crash = Effect.sleep("100 millis").pipe(
          Effect.andThen(stop),
          Effect.andThen(Effect.sleep("300 millis")),
          Effect.andThen(start)
        )
        yield* Effect.provide(
          Effect.flatMap(make(), (store) => survives(store, crash)),
          clientOf(url)
        )
      })
  )

  withStore("goes on when its connections are cut in the middle of statements", ({ store, url }) => {
    const cut = Effect.promise(async () => {
      const client = new Client(url)
      await client.connect()
      await client.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'"
      )
      await client.end()
    })
    return survives(
      store,
      Effect.repeat(cut, Schedule.max([Schedule.spaced("60 millis"), Schedule.recurs(5)]))
    )
  })

  withPostgres("says that the server cannot be reached while it is away", () =>
    Effect.gen(function* () {
      const { stop, url } = yield* postgresServer()
      const away = Effect.gen(function* () {
        const store = yield* make()
        yield* stop
        const error = yield* Effect.flip(store.add({ items: [item("a")], now }))
        assert.deepStrictEqual(
          [error._tag, "reason" in error && error.reason],
          ["StoreUnavailable", "unreachable"]
        )
        assert.include(
          error.message,
          "The outbox in faultline_outbox cannot be used: the database cannot be reached"
        )
      })
      yield* Effect.provide(away, clientOf(url))
    })
  )

  withPostgres("has an intent on the disk also where the database commits asynchronously", () =>
    Effect.gen(function* () {
      const settings = ["fsync=off", "synchronous_commit=off", "wal_writer_delay=10s"]
      const { start, stop, url } = yield* postgresServer({ settings })
      const crash = Effect.gen(function* () {
        const store = yield* make()
        yield* store.add({ items: [item("a"), item("b")], now })
        yield* store.claim(claim("r"))
        yield* store.intent({ request: "r", owner: "o", kind: "once", lease: 60_000, now })
        yield* Effect.andThen(stop, start)
        const found = yield* keep(store.list({ limit: 9 }))
        assert.deepStrictEqual(
          found.map(({ id, sending }) => [id, sending]),
          [
            ["a", true],
            ["b", true]
          ]
        )
      })
      yield* Effect.provide(crash, clientOf(url))
    })
  )

  withPostgres("works behind PgBouncer in transaction mode, without named statements", () =>
    Effect.gen(function* () {
      if (!hasBouncer()) return
      const { port } = yield* postgresServer()
      const url = yield* bouncer(port)
      yield* Effect.provide(
        Effect.flatMap(make(), (store) => survives(store, Effect.void)),
        clientOf(url, { prepare: false })
      )
    })
  )

  withStore("does a command again that was the victim of a deadlock", ({ sql, store, table }) =>
    Effect.gen(function* () {
      yield* store.add({ items: items(2), now })
      yield* store.claim(claim("r"))
      const lock = (seq: number) => sql.unsafe(`SELECT 1 FROM ${table}_item WHERE seq = ${seq} FOR UPDATE`)
      // It holds the second and asks for the first, while settling holds the first and asks for the second.
      const other = sql.withTransaction(
        lock(2).pipe(Effect.andThen(Effect.sleep("300 millis")), Effect.andThen(lock(1)))
      )
      const results = [1, 2].map(
        (seq) => ({ seq, state: "delivered", counts: "attempt", outcome: {} }) as const
      )
      const fiber = yield* Effect.forkChild(Effect.exit(other))
      yield* Effect.sleep("100 millis")
      assert.deepStrictEqual(yield* store.settle({ request: "r", results, now }), [1, 2])
      yield* Fiber.join(fiber)
    })
  )
})
