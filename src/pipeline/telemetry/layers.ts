/** The layers of this process, in one place: their health, and their gauges. */
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { ofClass, ofShared } from "./gauges.ts"
import type { VendorHealth } from "./health.ts"
import { classesOf, classHealth, sharedHealth, type Source, vendorHealth } from "./reading.ts"
import { join, type Joined, type Parts, type Together } from "./together.ts"

const partsOf =
  (vendor: string, clock: Clock.Clock): Parts<Source> =>
  (sources) =>
    new Map(
      sources.length === 0
        ? []
        : [
            ["", () => ofShared(vendor, sharedHealth(sources, clock.currentTimeMillisUnsafe()))],
            ...classesOf(sources).map(
              (name) => [name, () => ofClass(vendor, classHealth(vendor, name, sources))] as const
            )
          ]
    )

/** The layers that are built and not yet closed. */
export class Registered {
  private readonly groups = new Set<Together<Source>>()

  join(vendor: string, context: Context.Context<never>, source: Source): Joined {
    const parts = partsOf(vendor, Context.get(context, Clock.Clock))
    return join(this.groups, [vendor, context, parts], source)
  }

  health(now: number): ReadonlyArray<VendorHealth> {
    const groups = [...this.groups]
    return Array.from(new Set(groups.map(({ name }) => name)), (vendor) => {
      const sources = groups.flatMap((group) => (group.name === vendor ? group.sources : []))
      return vendorHealth(vendor, sources, now)
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
      Effect.sync(() => {
        const joined = Context.get(context, Layers).join(vendor, context, source)
        source.onFirst(joined.refresh)
        return joined
      }),
      ({ leave }) => Effect.sync(leave)
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
