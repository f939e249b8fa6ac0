/** Names of fields that an application hides beside the vendors': in everything that people are shown of a call. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Logger, References } from "effect"
import { inspect } from "node:util"
import { define } from "../../src/contract/Vendor.ts"
import { fromJson } from "../../src/contract/Wire.ts"
import { report } from "../../src/diagnose/Diagnose.ts"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Journal from "../../src/pipeline/Journal.ts"
import * as Layers from "../../src/pipeline/layer.ts"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"
import * as Shop from "../shop/shop.ts"

const tenant = "Acme-Tenant-77"

const shop = (() => {
  const vendor = define({ ...Shop.vendor, records: [{ status: "4xx", level: "Error" }] })
  const connection = { auth: Auth.bearer(Shop.key), settings: { shopId: "s" } }
  const answer = fromJson(400, {}, { message: `sold out: ${tenant}`, article: tenant })
  return Layer.orDie(Layers.layerNoTransport(Shop.ShopApi, vendor, connection)).pipe(
    Layer.provide(Shop.transport(() => answer).layer)
  )
})()

const support = { vendor: Shop.vendor, asks: [], helps: [], where: "mail", see: "https://shop.example" }

/** Everything that is shown of a refused call, by where it is. */
const shown = Effect.gen(function* () {
  const [entries, rows, lines]: [Array<Journal.Entry>, Array<Journal.Row>, Array<string>] = [[], [], []]
  const calls = Journal.rows((row) => void rows.push(row))
  const logger = Logger.layer([Logger.map(Logger.formatJson, (line) => void lines.push(line))])
  const failure = yield* Effect.flip(Shop.placeOrder({ article: tenant, count: 1 })).pipe(
    Effect.provideService(Journal.Current, { ...Journal.into(entries), calls }),
    Effect.provideService(References.MinimumLogLevel, "Trace"),
    Effect.provide(logger)
  )
  assert.isTrue(failure instanceof Shop.SoldOut)
  if (failure instanceof Shop.SoldOut) assert.strictEqual(failure.article, tenant)
  return {
    message: failure.message,
    printed: inspect(failure),
    JSON: JSON.stringify(failure),
    request: JSON.stringify(failure.request),
    entries: JSON.stringify(entries),
    rows: JSON.stringify(rows),
    log: lines.join(),
    report: JSON.stringify(report(failure, support))
  }
})

const showing = (places: Effect.Success<typeof shown>): ReadonlyArray<string> =>
  Object.entries(places).flatMap(([place, text]) => (text.includes(tenant) ? [place] : []))

const all = ["message", "printed", "JSON", "request", "entries", "rows", "log", "report"]

describe("a field that the application hides", () => {
  it.effect("is shown nowhere, and is what it was for the program", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(showing(yield* shown), all)
      assert.deepStrictEqual(showing(yield* Effect.provide(shown, Telemetry.hide("article"))), [])
      // The layer is the same, and has not learned it.
      assert.deepStrictEqual(showing(yield* shown), all)
    }).pipe(Effect.provide(shop))
  )

  it.effect("is found however it is spelled, and where names are hidden around it", () =>
    Effect.gen(function* () {
      for (const name of ["ARTICLE", "art_icle", "art-icle"])
        assert.deepStrictEqual(showing(yield* Effect.provide(shown, Telemetry.hide("other", name))), [])
      const inner = Effect.provide(shown, Telemetry.hide("other"))
      assert.deepStrictEqual(showing(yield* Effect.provide(inner, Telemetry.hide("article"))), [])
    }).pipe(Effect.provide(shop))
  )

  it.effect("is hidden in an address", () =>
    Effect.gen(function* () {
      const read = Effect.flip(Shop.getOrder({ id: tenant }))
      assert.include((yield* read).request?.url, tenant)
      const { request } = yield* Effect.provide(read, Telemetry.hide("id"))
      assert.strictEqual(request?.url, "https://shop.example/orders/<personal>")
    }).pipe(Effect.provide(shop))
  )

  it.effect("may be named for a whole program, its layers included", () =>
    Effect.gen(function* () {
      const program = Effect.provide(shown, shop)
      assert.deepStrictEqual(showing(yield* Effect.provide(program, Telemetry.hide("article"))), [])
      assert.deepStrictEqual(
        showing(yield* Effect.provide(shown, Layer.mergeAll(shop, Telemetry.hide("article")))),
        []
      )
    })
  )
})
