/** The calls of an outbox are counted as all calls are: its requests, their repeats, and batches that are halved to find a bad item. */
import { assert, it } from "@effect/vitest"
import { Effect, Layer, Metric } from "effect"
import { TestClock } from "effect/testing"
import { fromJson } from "../../src/contract/Wire.ts"
import * as Outbox from "../../src/durable/Outbox.ts"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"
import * as Shop from "../shop/shop.ts"
import { registry, total } from "../telemetry/counts.ts"
import { addLines, line, linesOf, payOrder, setLines } from "./sale.ts"

it.effect("requests that an outbox sends are attempts counted, its calls are calls counted", () => {
  let requests = 0
  const wire = Shop.transport((_method, _url, _headers, body) => {
    requests++
    if (requests % 3 === 0) return fromJson(500, {}, { message: "broken" })
    const isBad = body.includes("lines") && linesOf(body).some(({ article }) => article === "bad")
    return isBad ? fromJson(400, {}, { message: "no" }) : fromJson(200, {}, {})
  })
  const metrics = registry()
  let ended = 0
  const counting: Telemetry.Observer = {
    observe: (fact) => Effect.sync(() => void (ended += fact._tag === "CallEnded" ? 1 : 0))
  }
  const worker = Outbox.worker([addLines, setLines, payOrder], {}).pipe(Layer.provide(Shop.layer(wire.layer)))
  return Effect.gen(function* () {
    const articles = Array.from({ length: 20 }, (_, at) => (at % 7 === 3 ? "bad" : `a${at}`))
    yield* Outbox.enqueueAll(
      setLines,
      articles.map((article) => line(article)),
      {}
    )
    yield* Outbox.enqueueAll(
      addLines,
      articles.map((article) => line(article)),
      {}
    )
    for (let at = 0; at < 5; at++) yield* Outbox.enqueue(payOrder, { id: `p${at}` })
    yield* Layer.build(worker)
    for (let minute = 0; minute < 90; minute++)
      yield* Effect.andThen(Effect.yieldNow, TestClock.adjust("1 minute"))
    const { all } = yield* Outbox.stats
    const snapshot = metrics.read()
    assert.deepStrictEqual(
      [all.open, total(snapshot, "faultline.attempts"), total(snapshot, "faultline.calls")],
      [0, requests, ended]
    )
    assert.isAbove(requests, 20)
  }).pipe(
    Effect.scoped,
    Effect.provide(Outbox.layerMemory()),
    Effect.provideService(Telemetry.Current, Telemetry.all(Telemetry.standard, counting)),
    Effect.provideService(Metric.MetricRegistry, metrics.registry)
  )
})
