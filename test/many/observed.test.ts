/** What is observed of batches. */
import { assert, it } from "@effect/vitest"
import { Effect, Metric } from "effect"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"
import { addLines, ended, host, upTo } from "./lines.ts"

it.effect("each request of a run is observed with its number of items, and measured", () => {
  const operation = addLines(true)
  const facts: Array<Telemetry.Fact> = []
  const noting: Telemetry.Observer = { observe: (fact) => Effect.sync(() => void facts.push(fact)) }
  const sizes = Telemetry.series(Telemetry.metric.batchItems)({ vendor: "Shop", operation: operation.tag })
  return Effect.gen(function* () {
    yield* ended(operation.many(upTo(5)))
    const counts = facts.flatMap((fact) => (fact._tag === "BatchSent" ? [fact.items] : []))
    assert.deepStrictEqual(
      counts.toSorted((one, other) => one - other),
      [1, 2, 2]
    )
    const calls = facts.filter((fact) => fact._tag === "CallEnded")
    assert.strictEqual(calls.length, counts.length)
    const measured = yield* Metric.value(sizes)
    assert.deepInclude(measured, { count: 3, sum: 5 })
  }).pipe(
    Effect.provideService(Telemetry.Current, Telemetry.all(Telemetry.metrics, noting)),
    Effect.provide(host(() => false).layer),
    Effect.provideService(Metric.MetricRegistry, new Map())
  )
})
