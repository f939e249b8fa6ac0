/** The failed calls of a journal on the console, with what to do about them. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Redacted } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import { toStored } from "../../src/durable/journal/stored.ts"
import { inMemory } from "../../src/durable/journal/memory.ts"
import { reads } from "../../src/durable/journal/store.ts"
import * as Console from "../../src/console/Console.ts"
import * as Journal from "../../src/pipeline/Journal.ts"
import type { Row } from "../../src/durable/JournalStore.ts"
import * as Metrix from "../../src/vendors/metrix/index.ts"
import * as Shop from "../shop/shop.ts"
import { failure, start, success, wide } from "../durable/journal/rows.ts"

const shop = { vendor: Shop.vendor }

const journal = Effect.gen(function* () {
  const backend = inMemory(wide)
  const rows = yield* Effect.all([
    failure(0),
    success(1_000),
    failure(2_000, { tag: "DeliveryUnknown", category: "network", delivery: "Unknown" }),
    failure(3_000, { tag: "Shop.Forgotten" })
  ])
  yield* backend.add(rows.map(toStored), start)
  return { rows, store: reads(backend) }
})

describe("the failures of a journal", () => {
  it.effect(
    "are the newest first, without what succeeded, each with its remedy and where it is documented",
    () =>
      Effect.gen(function* () {
        const { rows, store } = yield* journal
        const failures = yield* Console.fromJournal(store, [shop], 10)
        const found = yield* failures.last(10)
        assert.deepStrictEqual(
          found.map(({ id, tag }) => [id, tag]),
          [rows[3], rows[2], rows[0]].map((row) => [row?.call, row?.tag])
        )
        const [forgotten, unknown, sold] = found
        assert.deepInclude(sold, {
          remedy: "Choose another article.",
          see: "https://shop.example/docs",
          delivery: "Refused",
          status: 400,
          attempts: 2,
          at: start + 13
        })
        assert.isString(unknown?.remedy, "a failure of no vendor has its own")
        assert.notProperty(forgotten, "remedy", "one that is known no more has none")
      })
  )

  it.effect("are as many as are wanted", () =>
    Effect.gen(function* () {
      const { store } = yield* journal
      assert.lengthOf(yield* (yield* Console.fromJournal(store, [], 2)).last(10), 2)
      assert.lengthOf(yield* (yield* Console.fromJournal(store, [], 10)).last(1), 1)
    })
  )

  it.effect("have no reports where the journal keeps personal data, and say where they are", () =>
    Effect.gen(function* () {
      const rows: Array<Row> = []
      const call = Metrix.ingest({ customUserId: "ada@example.com", messages: [{ type: "user", id: "m1" }] })
      const wire = Layer.succeed(
        HttpClient.HttpClient,
        HttpClient.make((request) =>
          Effect.succeed(
            HttpClientResponse.fromWeb(request, new Response("no ada@example.com", { status: 400 }))
          )
        )
      )
      const calls = Journal.rows((row) => void rows.push(row), { bodies: "whole" })
      yield* Effect.flip(call).pipe(
        Effect.provide(
          Metrix.layerNoTransport({ appId: "a", apiKey: Redacted.make("key-1234567890") }).pipe(
            Layer.provide(wire)
          )
        ),
        Effect.provideService(Journal.Current, { ...Journal.into([]), calls })
      )
      assert.include(JSON.stringify(rows), "ada@example.com")
      const backend = inMemory(wide)
      yield* backend.add(rows.map(toStored), 0)
      const failures = yield* Console.fromJournal(reads(backend), [Metrix], 10)
      const [shown] = yield* failures.last(10)
      const report = (yield* failures.report(shown?.id ?? "")) ?? ""
      assert.match(report, /“faultline report [\w-]+” makes the report\./)
      assert.notInclude(JSON.stringify(shown) + report, "ada@example.com")
    })
  )

  it.effect("have reports, also of a vendor that nothing is known of", () =>
    Effect.gen(function* () {
      const { rows, store } = yield* journal
      const { report } = yield* Console.fromJournal(store, [], 10)
      assert.match((yield* report(rows[0].call)) ?? "", /^# Shop: Shop\.placeOrder failed with Shop\.SoldOut/)
      assert.isUndefined(yield* report("none"))
    })
  )
})
