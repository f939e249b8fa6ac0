/**
 * What is observed of calls: bounded facts, handed to a set of observers. Spans, metrics and logs are three of them; the application
 * adds its own, and chooses where they go.
 */
import * as Context from "effect/Context"
import { all } from "./telemetry/all.ts"
import type { Observer } from "./telemetry/facts.ts"
import { logging } from "./telemetry/logging.ts"
import { metrics } from "./telemetry/metrics.ts"
import { tracing } from "./telemetry/tracing.ts"

export { all } from "./telemetry/all.ts"
export { attribute, type AttributeKey, attributes, type AttributeSignal } from "./telemetry/attribute.ts"
export type {
  AttemptBegan,
  AttemptEnded,
  BatchSent,
  Began,
  BudgetSpent,
  CallEnded,
  CallSplit,
  CircuitChanged,
  CircuitMet,
  CredentialRenewed,
  End,
  Fact,
  FirstCall,
  Observer,
  OfCall,
  Outcome,
  Waited,
  Waiting,
  WaitReason
} from "./telemetry/facts.ts"
export type {
  CircuitState,
  ClassHealth,
  QuotaHealth,
  SharedHealth,
  VendorHealth
} from "./telemetry/health.ts"
export { health, Layers, Registered } from "./telemetry/layers.ts"
export type { Source } from "./telemetry/reading.ts"
export { Hidden, hide } from "./telemetry/hide.ts"
export { hosts } from "./telemetry/hosts.ts"
export { logging } from "./telemetry/logging.ts"
export { metrics, prepare } from "./telemetry/metrics.ts"
export { series } from "./telemetry/series.ts"
export { event, type EventSignal, metric, type MetricSignal, prometheusName } from "./telemetry/signals.ts"
export { tracing } from "./telemetry/tracing.ts"

/** Spans, metrics and logs. */
export const standard: Observer = all(tracing, metrics, logging)

/** Observes nothing. */
export const none: Observer = {}

/**
 * The observers of all layers; provide another value to replace them: `Telemetry.all(Telemetry.standard, mine)`.
 *
 * @example
 * ```ts
 * import { Console, Effect, Redacted } from "effect"
 * import { Metrix, Telemetry } from "faultline"
 * import { Simulator } from "faultline/testing"
 *
 * const mine: Telemetry.Observer = {
 *   observe: (fact) => Console.log(`${fact._tag} ${fact.operation}`)
 * }
 * const { apiKey, appId } = Metrix.simulator.credentials
 * const program = Metrix.ingest({ customUserId: "u1", messages: [{ type: "action", customName: "visit" }] }).pipe(
 *   Effect.provide(Metrix.layerNoTransport({ appId, apiKey: Redacted.make(apiKey) })),
 *   Effect.provide(Simulator.layer(Metrix.simulator)),
 *   Effect.provideService(Telemetry.Current, Telemetry.all(Telemetry.standard, mine))
 * )
 * await Effect.runPromise(program) // AttemptEnded Metrix.ingest, CallEnded Metrix.ingest
 * ```
 */
export const Current = Context.Reference<Observer>("faultline/Telemetry", { defaultValue: () => standard })
