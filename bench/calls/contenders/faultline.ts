/** Faultline: the whole pipeline, the least of it, and the whole as promises. Default telemetry and no tracer, unless asked for. */
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import * as Tracer from "effect/Tracer"
import type * as Vendor from "../../../src/pipeline/layer.ts"
import * as Pipeline from "../../../src/pipeline/Pipeline.ts"
import * as Telemetry from "../../../src/pipeline/Telemetry.ts"
import * as Transport from "../../../src/pipeline/Transport.ts"
import * as Promises from "../../../src/promises/Promises.ts"
import { listMeters } from "../../../src/vendors/m3ter/index.ts"
import { type Contender, inLoops } from "../../processes/contender.ts"
import { inFibers } from "../../processes/fibers.ts"
import { m3ter } from "../../vendors.ts"
import { added, type Target, thing } from "../shapes.ts"
import { stub } from "../stub.ts"
import { addThing, getThing, layer } from "../thing.ts"

/** What of Faultline is measured. */
interface Choice extends Target {
  readonly face: "fiber" | "bare" | "promise"
  readonly telemetry?: "none"
  /** With a tracer of the application's: Effect's spans, or those of the OpenTelemetry SDK. */
  readonly traced?: true | "openTelemetry"
}

/** Encoding, credentials, the request, and reading the answer. */
const bare: Vendor.Options = {
  pipeline: Pipeline.without(
    "observe",
    "deadline",
    "split",
    "journal",
    "hedge",
    "budget",
    "breaker",
    "queue",
    "timeout"
  )
}

const tracer = Tracer.make({ span: (options) => new Tracer.NativeSpan(options) })

// Loaded for who asks: the SDK is large.
const sdk = Layer.unwrap(
  Effect.map(
    Effect.promise(() => import("./openTelemetry.ts")),
    ({ openTelemetry }) => openTelemetry
  )
)

const tracerOf = (traced: Choice["traced"]): Layer.Layer<never> => {
  if (traced === undefined) return Layer.empty
  return traced === true ? Layer.succeed(Tracer.Tracer, tracer) : sdk
}

const observed = ({ telemetry, traced }: Choice): Layer.Layer<never> =>
  Layer.merge(
    telemetry === "none" ? Layer.succeed(Telemetry.Current, Telemetry.none) : Layer.empty,
    tracerOf(traced)
  )

const vendorsOf = (choice: Choice) => {
  const { base, face, over } = choice
  const transport = over === "stub" ? stub : Transport.layer
  const options = face === "bare" ? bare : {}
  const around = observed(choice)
  return {
    things: Layer.merge(Layer.provide(layer(base, options), transport), around),
    meters: Layer.merge(Layer.provide(m3ter(base, options), transport), around)
  }
}

const promised = (choice: Choice): Contender => {
  const vendors = vendorsOf(choice)
  const things = Promises.of({ getThing, addThing }, vendors.things)
  const meters = Promises.of({ listMeters }, vendors.meters)
  const calls = {
    get: () => things.getThing({ id: thing.id }),
    post: () => things.addThing(added),
    "get-30k": () => meters.listMeters({})
  }
  return inLoops(choice.concurrency, calls[choice.shape])
}

export const make = (choice: Choice): Contender => {
  const { concurrency, face, shape } = choice
  if (face === "promise") return promised(choice)
  const { meters, things } = vendorsOf(choice)
  const fibers = <A, E, Api, F>(call: () => Effect.Effect<A, E, Api>, vendor: Layer.Layer<Api, F>) =>
    inFibers(concurrency, Effect.suspend(call), ManagedRuntime.make(vendor).runPromise)
  if (shape === "get") return fibers(() => getThing({ id: thing.id }), things)
  if (shape === "post") return fibers(() => addThing(added), things)
  return fibers(() => listMeters({}), meters)
}
