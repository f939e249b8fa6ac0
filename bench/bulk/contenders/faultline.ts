/**
 * `Braze.trackUsers.many` and `M3ter.submitMeasurements.many`: they check each record, give it its id, cut by count and bytes, keep
 * the limits, and report what became of each record.
 */
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Stream from "effect/Stream"
import type { Outcome } from "../../../src/many/Batch.ts"
import * as Transport from "../../../src/pipeline/Transport.ts"
import { trackUsers } from "../../../src/vendors/braze/index.ts"
import { submitMeasurements } from "../../../src/vendors/m3ter/index.ts"
import type { Contender } from "../../processes/contender.ts"
import { braze, m3ter } from "../../vendors.ts"
import { events, measurements, type Target } from "../loads.ts"

const trackings = () =>
  events.map(({ external_id: externalId, time, ...event }) => ({
    event: { externalId, time: DateTime.makeUnsafe(time), ...event }
  }))

const taken = <Item, Failure, E, R>(outcomes: Stream.Stream<Outcome<Item, Failure>, E, R>) =>
  Stream.runFold(
    outcomes,
    () => 0,
    (done, { outcome }) => (outcome === "accepted" ? done + 1 : done)
  )

const contender = <Api, E>(
  vendor: Layer.Layer<Api, E>,
  all: Effect.Effect<number, never, Api>
): Contender => {
  const { runPromise } = ManagedRuntime.make(vendor)
  return {
    once: () => runPromise(all),
    run: (until) =>
      runPromise(
        Effect.suspend(() => {
          let done = 0
          const loop = Effect.whileLoop({
            while: () => performance.now() < until,
            body: () => all,
            step: (some) => void (done += some)
          })
          return Effect.map(loop, () => done)
        })
      )
  }
}

export const make = ({ base, load }: Target): Contender => {
  if (load === "braze") {
    const items = trackings()
    return contender(Layer.provide(braze(base), Transport.layer), taken(trackUsers.many(items)))
  }
  const items = measurements.map((one) => ({ ...one, ts: DateTime.makeUnsafe(one.ts) }))
  return contender(Layer.provide(m3ter(base), Transport.layer), taken(submitMeasurements.many(items)))
}
