/** What happens to a call before it ends, as its observers are handed it: each is made only where somebody observes. */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type { Transition } from "effect/persistence/CircuitBreaker"
import type { Contract } from "../../contract/compile.ts"
import type { AnyFailure } from "../../contract/Failure.ts"
import type { CallId } from "../callId.ts"
import * as Telemetry from "../Telemetry.ts"
import { beganOf } from "./began.ts"

/** Hands a fact to the observers of the present fiber. */
export const note = (fact: () => Telemetry.Fact): Effect.Effect<void> =>
  Effect.withFiber((fiber) => {
    const { observe } = fiber.getRef(Telemetry.Current)
    return observe === undefined ? Effect.void : observe(fact())
  })

/** What a fact says of its call. */
export const ofCall = (contract: Contract, id: CallId): Telemetry.OfCall => ({
  ...beganOf(contract),
  id: () => id.value
})

/** A call was not retried, because the budget was spent. */
export const budgetSpent = (contract: Contract, id: CallId, { _tag: after }: AnyFailure) =>
  note(() => ({ _tag: "BudgetSpent", ...ofCall(contract, id), after }))

/** A call met an open circuit, or a queue whose server is down. */
export const circuitMet = (contract: Contract, id: CallId, retryAfter: Duration.Duration) =>
  note(() => ({ _tag: "CircuitMet", ...ofCall(contract, id), retryAfter: Duration.toMillis(retryAfter) }))

/** A call is asked for in smaller parts. */
export const callSplit = (contract: Contract, id: CallId, { _tag: after }: AnyFailure) =>
  note(() => ({ _tag: "CallSplit", ...ofCall(contract, id), after }))

const states = { Closed: "closed", Open: "open", HalfOpen: "half_open" } as const

/** The circuit of a class of endpoints changed with a call. */
export const circuitChanged = (contract: Contract, name: string, { to }: Transition) =>
  note(() => ({ _tag: "CircuitChanged", ...beganOf(contract), class: name, state: states[to] }))
