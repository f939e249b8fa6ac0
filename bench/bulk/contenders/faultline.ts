/**
 * `Braze.trackUsers.many` and `M3ter.submitMeasurements.many`: they check each record, give it its id, cut by count and bytes, keep
 * the limits, and report what became of each record.
 */
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Stream from "effect/Stream"
import type { Halted, Outcome } from "../../../src/many/Batch.ts"
import * as Transport from "../../../src/pipeline/Transport.ts"
import { trackUsers } from "../../../src/vendors/braze/index.ts"
import { submitMeasurements } from "../../../src/vendors/m3ter/index.ts"
import type { Contender } from "../../processes/contender.ts"
import { braze, m3ter } from "../../vendors.ts"
import { type Order, orders, type Target } from "../loads.ts"

const tracking = ({ at, customer, number, total }: Order) => ({
  event: {
    externalId: customer,
    name: "ordered",
    time: DateTime.fromDateUnsafe(at),
    properties: { order: `order-${number}`, total, items: number % 9 }
  }
})

const measurement = ({ at, customer, number, total }: Order) => ({
  meter: `meter_${number % 40}`,
  account: customer,
  ts: DateTime.fromDateUnsafe(at),
  what: { order: `order-${number}` },
  measure: { total, items: number % 9 }
})

const taken = <Item, Failure, E, R>(outcomes: Stream.Stream<Outcome<Item, Failure>, E, R>) =>
  Stream.runFold(
    outcomes,
    () => 0,
    (done, { outcome }) => (outcome === "accepted" ? done + 1 : done)
  )

const contender = <Api, E>(
  vendor: Layer.Layer<Api, E>,
  all: Effect.Effect<number, Halted, Api>
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

export const make = ({ base, load }: Target): Contender =>
  load === "braze"
    ? contender(
        Layer.provide(braze(base), Transport.layer),
        Effect.suspend(() => taken(trackUsers.many(orders.map(tracking))))
      )
    : contender(
        Layer.provide(m3ter(base), Transport.layer),
        Effect.suspend(() => taken(submitMeasurements.many(orders.map(measurement))))
      )
