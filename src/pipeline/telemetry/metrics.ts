/** Metrics as an observer. What is measured is in the one list, `signals.ts`. */
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { SilenceReason } from "../../contract/unsent.ts"
import { readsOf } from "../../contract/compile.ts"
import { type AnyOperation, vendorOf } from "../../contract/Operation.ts"
import type { AttemptEnded, Began, CallEnded, Fact, Observer, Outcome } from "./facts.ts"
import { series } from "./series.ts"
import { metric } from "./signals.ts"

const calls = series(metric.calls)
const attempts = series(metric.attempts)
const callDuration = series(metric.callDuration)
const requestDuration = series(metric.requestDuration)
const waitDuration = series(metric.waitDuration)
const breakerTransitions = series(metric.breakerTransitions)
const tokenRenewals = series(metric.tokenRenewals)
const batchItems = series(metric.batchItems)

type Everything = Context.Context<never>

const errorOf = (outcome: Outcome): string | undefined => (outcome === "ok" ? undefined : outcome)

const ending = ({ outcome }: CallEnded): string => {
  if (outcome === "ok") return "success"
  return outcome === "interrupted" ? outcome : "failure"
}

const callEnded = (fact: CallEnded, context: Everything): void => {
  const { delivery, millis, operation, outcome, reason, vendor } = fact
  calls({ vendor, operation, error: errorOf(outcome), reason, delivery }).updateUnsafe(1, context)
  callDuration({ vendor, operation, outcome: ending(fact) }).updateUnsafe(millis / 1000, context)
}

const attemptEnded = (fact: AttemptEnded, context: Everything): void => {
  const { kind, method, millis, operation, outcome, path, port, protocol, server, status, vendor } = fact
  attempts({ vendor, operation, kind }).updateUnsafe(1, context)
  requestDuration({
    method,
    server,
    port: String(port),
    path,
    status: status === undefined ? undefined : String(status),
    error: errorOf(outcome),
    protocol
  }).updateUnsafe(millis / 1000, context)
}

type Operation = Pick<Began, "vendor" | "operation">

/** An increase is seen from one value to the next: the first call that nobody knows the end of is one where there was a 0 before it. */
const begins = ({ operation, vendor }: Operation, context: Everything): void => {
  for (const reason of SilenceReason.literals)
    calls({ vendor, operation, error: "DeliveryUnknown", reason, delivery: "Unknown" }).updateUnsafe(
      0,
      context
    )
}

const count = (fact: Fact, context: Everything): void => {
  const { vendor } = fact
  switch (fact._tag) {
    case "CallEnded":
      return callEnded(fact, context)
    case "AttemptEnded":
      return attemptEnded(fact, context)
    case "Waited":
      return waitDuration({ vendor, wait: fact.reason }).updateUnsafe(fact.millis / 1000, context)
    case "FirstCall":
      return fact.uncertain ? begins(fact, context) : undefined
    case "CredentialRenewed":
      return tokenRenewals({ vendor, renewal: fact.reason, error: errorOf(fact.outcome) }).updateUnsafe(
        1,
        context
      )
    case "CircuitChanged":
      return breakerTransitions({ vendor, class: fact.class, state: fact.state }).updateUnsafe(1, context)
    case "BatchSent":
      return batchItems({ vendor, operation: fact.operation }).updateUnsafe(fact.items, context)
  }
}

const counted: ReadonlySet<Fact["_tag"]> = new Set([
  "CallEnded",
  "AttemptEnded",
  "Waited",
  "FirstCall",
  "CredentialRenewed",
  "CircuitChanged",
  "BatchSent"
] as const)

/** Counts and measures. */
export const metrics: Observer = {
  observe: (fact) =>
    counted.has(fact._tag)
      ? Effect.contextWith((context: Everything) => {
          count(fact, context)
          return Effect.void
        })
      : Effect.void
}

/**
 * Lets the counts of unknown deliveries begin at 0 for these operations, before any of them is called: then the first one ever is an
 * increase, however soon it comes. Without it they begin with the first call of each operation.
 *
 * @example
 * ```ts
 * import { Effect, Metric } from "effect"
 * import { Braze, Telemetry } from "faultline"
 *
 * const program = Effect.andThen(Telemetry.prepare([Braze.sendMessages]), Metric.snapshot)
 * console.log((await Effect.runPromise(program)).every(({ id }) => id === "faultline.calls")) // true
 * ```
 */
export const prepare = (operations: ReadonlyArray<AnyOperation>): Effect.Effect<void> =>
  Effect.contextWith((context: Everything) =>
    Effect.sync(() => {
      for (const one of operations)
        if (!readsOf(one.spec) && one.spec.idempotent !== true)
          begins({ vendor: vendorOf(one), operation: one.tag }, context)
    })
  )
