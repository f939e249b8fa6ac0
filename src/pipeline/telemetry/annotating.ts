/** What the facts are on spans: how a call or an attempt ended are attributes of its span, what happens before are events of the call's. */
import type * as Fiber from "effect/Fiber"
import { attribute } from "./attribute.ts"
import type { AttemptEnded, CallEnded, End, Fact } from "./facts.ts"
import { spanWith } from "./renewal.ts"
import { eventName } from "./signals/eventNames.ts"

type Attributes = Record<string, unknown>

const failedWith = ({ outcome, reason }: End): Attributes => ({
  ...(outcome === "ok" ? {} : { [attribute.error]: outcome }),
  ...(reason === undefined ? {} : { [attribute.reason]: reason })
})

const ofCall = (fact: CallEnded): Attributes => ({
  [attribute.call]: fact.id(),
  [attribute.delivery]: fact.delivery,
  [attribute.attempts]: fact.attempts,
  ...failedWith(fact)
})

const ofAttempt = (fact: AttemptEnded): Attributes => ({
  ...(fact.status === undefined ? {} : { [attribute.status]: fact.status }),
  ...(fact.protocol === undefined ? {} : { [attribute.protocol]: fact.protocol }),
  // A header of an answer is a list in the conventions.
  ...(fact.requestId === undefined
    ? {}
    : { [`${attribute.header}.${fact.requestId.header}`]: [fact.requestId.value] }),
  ...failedWith(fact)
})

const seconds = (millis: number): number => millis / 1000

const eventOf = (fact: Fact): readonly [string, Attributes] | undefined => {
  switch (fact._tag) {
    case "Waiting":
      return [
        eventName.waiting,
        {
          [attribute.wait]: fact.reason,
          [attribute.after]: fact.after,
          [attribute.seconds]: seconds(fact.millis),
          [attribute.until]: new Date(fact.until).toISOString()
        }
      ]
    case "Waited":
      return [eventName.wait, { [attribute.wait]: fact.reason, [attribute.seconds]: seconds(fact.millis) }]
    case "CircuitMet":
      return [eventName.circuit, { [attribute.seconds]: seconds(fact.retryAfter) }]
    case "BudgetSpent":
      return [eventName.budget, { [attribute.after]: fact.after }]
    case "CallSplit":
      return [eventName.split, { [attribute.after]: fact.after }]
    case "CredentialRenewed":
      return fact.reason === "refused" ? [eventName.token, { [attribute.renewal]: fact.reason }] : undefined
    default:
      return undefined
  }
}

type AnyFiber = Fiber.Fiber<unknown, unknown>

const set = (fiber: AnyFiber, key: string, value: string, attributes: Attributes): void => {
  const span = spanWith(fiber, key, value)
  if (span === undefined) return
  for (const [name, one] of Object.entries(attributes)) span.attribute(name, one)
}

/** Says on the spans around a fiber what a fact says. A child fiber of a call is within its span, too. */
export const annotate = (fiber: AnyFiber, fact: Fact, now: () => bigint): void => {
  if (fact._tag === "CallEnded") return set(fiber, attribute.operation, fact.operation, ofCall(fact))
  if (fact._tag === "AttemptEnded") return set(fiber, attribute.kind, fact.kind, ofAttempt(fact))
  const found = eventOf(fact)
  if (found === undefined) return
  // A credential is fetched with an operation of its own, for the call around it.
  const operation = fact._tag === "CredentialRenewed" ? undefined : fact.operation
  spanWith(fiber, attribute.operation, operation)?.event(found[0], now(), found[1])
}
