/** What every store of a journal does: it keeps rows as they were, finds them, and stays within its bounds. */
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Stream } from "effect"
import { reads, type Query, standing } from "../../../src/durable/journal/store.ts"
import { fromStored, toStored } from "../../../src/durable/journal/stored.ts"
import type { Row } from "../../../src/pipeline/Journal.ts"
import { backends, failure, start, success, wide } from "./rows.ts"

const moment = (after: number) => DateTime.formatIso(DateTime.makeUnsafe(start + after))

const idsOf = (rows: ReadonlyArray<Row>) => rows.map(({ call }) => call)

describe.each(Object.entries(backends))("a journal %s", (_, make) => {
  /** Keeps rows, and looks for some of them. */
  const looking = (rows: ReadonlyArray<Row>) =>
    Effect.gen(function* () {
      const backend = yield* make(wide)
      yield* backend.add(rows.map(toStored), start)
      const { find, get } = reads(backend)
      return { backend, get, find: (query?: Query) => Stream.runCollect(find(query)) }
    })

  it.live("gives back what it was given, with every attempt, answer and wait", () =>
    Effect.gen(function* () {
      const rows = yield* Effect.all([
        failure(3),
        failure(2, { retry: { after: 2000 }, category: "rate-limited" }),
        success(1)
      ])
      const { find, get } = yield* looking(rows)
      assert.deepStrictEqual(yield* find(), rows)
      for (const row of rows) assert.deepStrictEqual(yield* get(row.call), row)
      assert.isUndefined(yield* get("0193"))
    })
  )

  it.live("finds by vendor, operation, tag, category, item, time and the beginning of an id", () =>
    Effect.gen(function* () {
      const [one, two, three, four] = yield* Effect.all([
        failure(400),
        success(300, { vendor: "Braze", operation: "Braze.trackUsers" }),
        success(200),
        failure(100, { tag: "NotSent", category: "network", item: "order-8" })
      ])
      const { find } = yield* looking([three, one, four, two])
      const queries: ReadonlyArray<readonly [Query, ReadonlyArray<Row>]> = [
        [{}, [one, two, three, four]],
        [{ vendor: "braze" }, [two]],
        [{ operation: "Shop.placeOrder" }, [one, four]],
        [{ operation: "trackusers" }, [two]],
        [{ operation: "Users" }, []],
        [{ tag: "SoldOut" }, [one]],
        [{ tag: "Shop.SoldOut", vendor: "Shop" }, [one]],
        [{ tag: "notsent" }, [four]],
        [{ category: "network" }, [four]],
        [{ item: "order-8" }, [four]],
        [{ since: moment(200), until: moment(400) }, [two, three]],
        [{ since: new Date(start + 400) }, [one]],
        [{ id: two.call.slice(0, 13) }, [two]],
        [{ id: three.call.toUpperCase() }, [three]],
        [{ id: "zz" }, []],
        [{ limit: 2 }, [one, two]],
        [{ operation: "placeOrder", limit: 1 }, [one]]
      ]
      for (const [query, expected] of queries)
        assert.deepStrictEqual(idsOf(yield* find(query)), idsOf(expected), JSON.stringify(query))
    })
  )

  it.live("reads on where many began at the same moment, each once, the newest first", () =>
    Effect.gen(function* () {
      const rows = yield* Effect.forEach(
        Array.from({ length: 1_700 }, (_, n) => n),
        (n) => (n % 3 === 0 ? failure(n >> 8) : success(n >> 8))
      )
      const { find } = yield* looking(rows)
      const all = yield* find()
      assert.strictEqual(new Set(idsOf(all)).size, 1_700)
      assert.isTrue(
        all.every(({ at }, n) => n === 0 || at.epochMilliseconds <= all[n - 1]!.at.epochMilliseconds)
      )
      assert.lengthOf(yield* find({ tag: "SoldOut" }), 567)
      assert.lengthOf(yield* find({ limit: 900 }), 900)
    })
  )

  it.live("keeps a call once, however often it is given it", () =>
    Effect.gen(function* () {
      const rows = yield* Effect.all([failure(1), success(2)])
      const { backend, find } = yield* looking(rows)
      yield* backend.add(rows.map(toStored), start)
      assert.lengthOf(yield* find(), 2)
      const { bytes, calls, oldest } = yield* standing(backend)
      assert.deepStrictEqual([calls, oldest?.epochMilliseconds], [2, start + 1])
      assert.isAbove(bytes, 600)
    })
  )

  it.live("drops the oldest by age, also where nothing new comes", () =>
    Effect.gen(function* () {
      const rows = yield* Effect.forEach(
        Array.from({ length: 2_500 }, (_, n) => n),
        (n) => success(n)
      )
      const backend = yield* make({ ...wide, maxAge: 1_000 })
      yield* backend.add(rows.map(toStored), start + 1_000)
      yield* backend.add([], start + 3_000)
      const { calls, oldest } = yield* standing(backend)
      assert.deepStrictEqual([calls, oldest?.epochMilliseconds], [500, start + 2_000])
      yield* backend.add([], start + 9_000)
      const none = yield* standing(backend)
      assert.deepStrictEqual([none.calls, none.bytes, none.oldest], [0, 0, undefined])
    })
  )

  it.live("drops the oldest by counted bytes, and no more of them than it must", () =>
    Effect.gen(function* () {
      const maxBytes = 300_000
      const backend = yield* make({ ...wide, maxBytes })
      let last = 0
      for (let batch = 0; batch < 8; batch++) {
        const rows = yield* Effect.forEach(
          Array.from({ length: 300 }, (_, n) => batch * 300 + n),
          (n) => (n % 10 === 0 ? failure(n) : success(n))
        )
        yield* backend.add(rows.map(toStored), start)
        const { bytes } = yield* standing(backend)
        assert.isAtMost(bytes, maxBytes)
        last = bytes
      }
      assert.isAtLeast(last, maxBytes * 0.9)
      const [newest] = yield* Stream.runCollect(reads(backend).find({ limit: 1 }))
      assert.strictEqual(newest?.at.epochMilliseconds, start + 2_399)
    })
  )

  it.live("keeps the figures of a row whose details another version has written", () =>
    Effect.gen(function* () {
      const row = yield* failure(1)
      for (const detail of ["{", "[]", `{"attempts":[{"kind":"telepathy"}]}`]) {
        const [call, at, ...rest] = toStored(row)
        const { message, ...figures } = fromStored([call, at, ...rest.slice(0, -1), detail] as never)
        assert.match(message ?? "", /cannot be read/)
        assert.deepStrictEqual(
          [figures.call, figures.tag, figures.status, figures.millis],
          [row.call, row.tag, row.status, row.millis]
        )
      }
    })
  )
})
