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
import { registry, type Snapshot, total, valuesOf } from "./counts.ts"

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

/** Counts what begins. Every other run hedges its reads as soon as it can. */
const counting = (hedging: boolean) => {
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
    ...(hedging ? { hedge: { atLeast: 1, floor: 1, withdraw: Effect.succeed(true) } } : {}),
    pipeline: (documented) => ({ ...documented, call: [begins, ...documented.call] })
  })
  return { counts, tampering }
}

/** A run in which lists are now and then too much to be answered, so that they are split. */
const scheduled = (seed: number) => {
  const schedule = scheduleOf(seed)
  const tooMuch = [
    { on: "Ixon.listAgents", chance: 0.3, fault: "failure", tag: "Ixon.GatewayTimeout" },
    { on: "M3ter.submitMeasurements", chance: 0.2, fault: "failure", tag: "M3ter.RequestTooLarge" }
  ] as const
  return { ...schedule, script: [...tooMuch, ...schedule.script] }
}

const run = (seed: number) =>
  Effect.gen(function* () {
    const metrics = registry()
    const { counts, tampering } = counting(seed % 2 === 0)
    const snapshots = new Map<Phase, Snapshot>()
    let begun = 0
    const record = yield* play(scheduled(seed), tampering, (phase) =>
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
    return valuesOf(metrics.read(), attempts.name, Telemetry.attribute.kind)
  })

it.live(
  "calls begun are counted, requests sent are counted, and every attribute is in the list with its values",
  () =>
    Effect.gen(function* () {
      const kinds = yield* Effect.forEach(
        Array.from({ length: 40 }, (_, index) => index + 1),
        run
      )
      // Nothing is counted in vain: attempts of every kind were made.
      assert.sameMembers([...new Set(kinds.flat())], ["first", "retry", "renewal", "hedge", "part"])
    })
)
