/** What goes into a simulated world and what comes out of it: requests with their faults, and answers. */
import type * as Effect from "effect/Effect"
import type { Wire } from "../../contract/Wire.ts"
import type { Plan } from "./faults.ts"
import type * as Ledger from "./ledger.ts"
import type { Head } from "./received.ts"
import type { Place } from "./route.ts"
import type { Fault } from "./script.ts"
import type { Simulated } from "./simulated.ts"
import type { Stray } from "./unexpected.ts"

/** Why no connection comes about. */
export type NoConnection = "refused" | "dns" | "tls" | "connect-timeout"

/** What comes back for a request. */
export type Answer =
  /** A whole answer, its body spread over `over` ms; `unexpected` where no operation fits the request. */
  | ({ readonly _tag: "Whole"; readonly wire: Wire; readonly over: number } & Partial<Stray>)
  /** Half an answer, then a cut connection. */
  | { readonly _tag: "Half"; readonly wire: Wire }
  /** A cut connection. */
  | { readonly _tag: "Cut" }
  /** No connection, for `millis` from now on. */
  | { readonly _tag: "Refused"; readonly as: NoConnection; readonly millis: number }
  /** Nothing, for ever. */
  | { readonly _tag: "Silent" }
  /** There is no such host in this world. */
  | { readonly _tag: "Nowhere" }

/** A request that came, and how it ended: the status, or the way in which it was left without one. */
export interface Seen {
  readonly at: number
  readonly vendor: string
  readonly operation: string | undefined
  readonly method: string
  readonly path: string
  readonly fault: Fault["fault"] | undefined
  readonly ended: number | Exclude<Answer["_tag"], "Whole">
  /** What is wrong with a request that no operation of the simulator fits. */
  readonly unexpected?: string
}

/** A request of which the head is known, and what is to become of it. */
export interface Arrival {
  readonly head: Head
  readonly place: Place | undefined
  readonly fault: Fault | undefined
}

/** The core of a world. */
export interface Engine {
  readonly vendors: ReadonlyArray<Simulated>
  readonly ledger: Ledger.Ledger
  readonly requests: ReadonlyArray<Seen>
  readonly plan: Plan
  /** Decides by the head what becomes of a request. Every request arrives once. */
  readonly arrive: (head: Head) => Arrival
  /** Carries it out. What it does is done in one step, before any wait. */
  readonly carryOut: (arrival: Arrival, text: string) => Effect.Effect<Answer>
}
