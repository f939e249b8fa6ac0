/** Nothing is uncounted, and everything is bounded: whatever goes wrong at five vendors, with batches, pages, splits, hedges and probes. */
import { assert, it } from "@effect/vitest"
import { Effect, Metric } from "effect"
import { common } from "../../src/contract/Common.ts"
import { NotSentReason, SilenceReason } from "../../src/contract/unsent.ts"
import type * as Pipeline from "../../src/pipeline/Pipeline.ts"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"
import * as Braze from "../../src/vendors/braze/index.ts"
import { all as vendors } from "../vendors/all.ts"
import { type Phase, play, type Tampering } from "../chaos/run.ts"
import { scheduleOf } from "../chaos/schedule.ts"
import { registry, type Snapshot, total } from "./counts.ts"

const numbers = /^\d+(\.\d+)?$/

const operations = vendors.flatMap(({ operations }) => operations)
const sets: Readonly<Record<string, ReadonlyArray<string>>> = {
  vendors: vendors.map(({ name }) => name),
  operations: operations.map(({ tag }) => tag),
  paths: operations.map(({ spec }) => spec.path),
  methods: operations.map(({ spec }) => spec.method),
  // Braze has no host unless its layer is given one: the runs give it this.
  hosts: [Braze.instances["EU-01"], ...vendors.flatMap(({ vendor }) => Object.values(vendor.hosts))]
    .filter((url) => url !== "")
    .map((url) => new URL(url).hostname),
  classes: ["default", ...vendors.flatMap(({ vendor }) => Object.keys(vendor.quotas))],
  failures: [
    ...common.map(({ tag }) => tag),
    ...vendors.flatMap(({ vendor }) => vendor.failures.map(({ tag }) => tag)),
    ...NotSentReason.literals,
    ...SilenceReason.literals,
    "interrupted",
    "defect"
  ]
}

/** Whether a value is in the set that the list gives an attribute. */
const isIn = (values: Telemetry.AttributeSignal["values"], value: string): boolean => {
  if (typeof values !== "string") return values.includes(value)
  return values === "number" || values === "windows"
    ? numbers.test(value)
    : (sets[values] ?? []).includes(value)
}

const keyOf = new Map(Object.entries(Telemetry.attribute).map(([key, name]) => [name as string, key]))

/** What in a snapshot is not as the list says. */
const unlisted = (snapshot: Snapshot): ReadonlyArray<string> =>
  snapshot.flatMap(({ attributes = {}, id }) => {
    const signal = Object.values(Telemetry.metric).find(({ name }) => name === id)
    if (signal === undefined) return [`${id} is not in the list`]
    const allowed: ReadonlyArray<string> = signal.attributes
    return Object.entries(attributes).flatMap(([name, value]) => {
      const key = keyOf.get(name) ?? ""
      if (!allowed.includes(key)) return [`${id} has ${name}`]
      const { values } = Telemetry.attributes[key as Telemetry.AttributeKey] // as: it is a key of the list
      return isIn(values, value) ? [] : [`${id} has ${name}=${value}`]
    })
  })

const counting = () => {
  const counts = { begun: 0, sent: 0 }
  const begins: Pipeline.CallStage = {
    of: "call",
    name: "begins",
    around: (_, next) => (call) =>
      Effect.suspend(() => {
        counts.begun++
        return next(call)
      })
  }
  const tampering: Tampering = () => ({
    pipeline: (documented) => ({ ...documented, call: [begins, ...documented.call] })
  })
  return { counts, tampering }
}

const run = (seed: number) =>
  Effect.gen(function* () {
    const metrics = registry()
    const { counts, tampering } = counting()
    const snapshots = new Map<Phase, Snapshot>()
    let begun = 0
    const record = yield* play(scheduleOf(seed), tampering, (phase) =>
      Effect.sync(() => {
        snapshots.set(phase, metrics.read())
        if (phase === "after") begun = counts.begun
      })
    ).pipe(Effect.provideService(Metric.MetricRegistry, metrics.registry))
    const counted = (name: string) =>
      total(snapshots.get("after") ?? [], name) - total(snapshots.get("chaos") ?? [], name)
    const { attempts, callDuration, calls, requestDuration } = Telemetry.metric
    assert.deepStrictEqual(
      [calls, callDuration, attempts, requestDuration].map(({ name }) => counted(name)),
      [begun, begun, record.seen.sent.length, record.seen.sent.length],
      `seed ${seed}: calls begun are calls counted, requests sent are attempts counted`
    )
    assert.deepStrictEqual([...new Set(unlisted(metrics.read()))], [], `seed ${seed}`)
  })

it.live(
  "calls begun are counted, requests sent are counted, and every attribute is in the list with its values",
  () =>
    Effect.forEach(
      Array.from({ length: 40 }, (_, index) => index + 1),
      run,
      { discard: true }
    )
)
