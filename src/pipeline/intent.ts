/**
 * The last step before a call may reach the wire: whoever must write down what is about to be sent does it here, with the request
 * in hand. It may send the request of an earlier time in its place, or refuse.
 */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type { AnyFailure } from "../contract/Failure.ts"
import type { Outgoing } from "../contract/Outgoing.ts"

/** A request that is about to be sent, without credentials. */
export interface Intended {
  readonly outgoing: Outgoing
  /** Whether doing it twice is as good as doing it once. */
  readonly idempotent: boolean
}

/** Writes it down; succeeds with the request to send. A failure ends the call with nothing sent. */
export type Intend = (intended: Intended) => Effect.Effect<Outgoing, AnyFailure>

/** What is done before the calls inside an effect are sent. Default: nothing. */
export const Current = Context.Reference<Intend | undefined>("faultline/Intent", {
  defaultValue: () => undefined
})
