/** The layers of this process, in one place: their health, and their gauges. */
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Metric from "effect/Metric"
import type * as Scope from "effect/Scope"
import { Gauges, ofClass, ofShared } from "./gauges.ts"
import type { VendorHealth } from "./health.ts"
import { classesOf, classHealth, sharedHealth, type Source, vendorHealth } from "./reading.ts"

type Everything = Context.Context<never>

/** Series of one registry with the same attributes of the application are one: layers that share them are read together. */
const placeOf = (context: Everything) => ({
  registry: Context.get(context, Metric.MetricRegistry),
  attributes: JSON.stringify(Context.get(context, Metric.CurrentMetricAttributes))
})

/** The layers of one vendor whose series are the same. */
class Together {
  readonly vendor: string
  readonly place: ReturnType<typeof placeOf>
  readonly sources: Array<Source> = []
  private readonly context: Everything
  private readonly gauges = new Map<string, Gauges>()

  constructor(vendor: string, context: Everything) {
    this.vendor = vendor
    this.context = context
    this.place = placeOf(context)
  }

  join(source: Source): void {
    this.sources.push(source)
    const { context, gauges, sources, vendor } = this
    const clock = Context.get(context, Clock.Clock)
    const shared = () => ofShared(vendor, sharedHealth(sources, clock.currentTimeMillisUnsafe()))
    if (sources.length === 1) gauges.set("", new Gauges(context, shared))
    for (const name of classesOf([source]))
      if (!gauges.has(name))
        gauges.set(name, new Gauges(context, () => ofClass(vendor, classHealth(vendor, name, sources))))
  }

  /** `true` where no layer is left. */
  leave(source: Source): boolean {
    this.sources.splice(this.sources.indexOf(source), 1)
    const left = this.sources.length > 0
    const names = new Set(left ? ["", ...classesOf(this.sources)] : [])
    for (const [name, gauges] of this.gauges) {
      if (names.has(name)) continue
      gauges.remove()
      this.gauges.delete(name)
    }
    return !left
  }
}

/** The layers that are built and not yet closed. */
export class Registered {
  private readonly groups = new Set<Together>()

  join(vendor: string, context: Everything, source: Source): () => void {
    const { attributes, registry } = placeOf(context)
    const group =
      [...this.groups].find(
        (one) =>
          one.vendor === vendor && one.place.registry === registry && one.place.attributes === attributes
      ) ?? new Together(vendor, context)
    this.groups.add(group)
    group.join(source)
    return () => void (group.leave(source) && this.groups.delete(group))
  }

  health(now: number): ReadonlyArray<VendorHealth> {
    const names = new Set(Array.from(this.groups, ({ vendor }) => vendor))
    return Array.from(names, (vendor) => {
      const sources = [...this.groups].filter((group) => group.vendor === vendor)
      return vendorHealth(
        vendor,
        sources.flatMap(({ sources }) => sources),
        now
      )
    })
  }
}

/**
 * Where layers are registered when they are built, and which they leave when they are closed: one for the whole process, unless another
 * is provided around a layer and around whoever reads its health.
 */
export const Layers = Context.Reference<Registered>("faultline/Telemetry/Layers", {
  defaultValue: () => new Registered()
})

/** Registers a layer until its scope closes. */
export const register = (vendor: string, source: Source): Effect.Effect<void, never, Scope.Scope> =>
  Effect.contextWith((context: Context.Context<Scope.Scope>) =>
    Effect.acquireRelease(
      Effect.sync(() => Context.get(context, Layers).join(vendor, context, source)),
      (leave) => Effect.sync(leave)
    )
  )

/**
 * How the vendors of this process stand, each over all its layers: calls that wait and that are in flight, limits, holds, circuits,
 * budget and token. Plain data, a few numbers for each quota class. Nothing is asked of anybody: where limits or circuits are shared
 * through Redis, it is what this process knows.
 *
 * Waiting, in flight, limits, rates, quotas and budgets are sums; of circuits it is the worst, of holds the longest, of tokens the one
 * that ends first.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict"
 * import { Effect } from "effect"
 * import { Braze, Telemetry } from "faultline"
 *
 * const program = Effect.gen(function* () {
 *   yield* Braze.trackUsers({ attributes: [{ externalId: "customer-1" }] })
 *   return yield* Telemetry.health
 * })
 *
 * const [braze] = await Effect.runPromise(Effect.provide(program, Braze.layerConfig()))
 * assert.equal(braze?.vendor, "Braze")
 * assert.deepEqual(
 *   braze?.classes.map(({ waiting }) => waiting),
 *   braze?.classes.map(() => 0)
 * )
 * ```
 */
export const health: Effect.Effect<ReadonlyArray<VendorHealth>> = Effect.clockWith((clock) =>
  Effect.map(Layers, (registered) => registered.health(clock.currentTimeMillisUnsafe()))
)
