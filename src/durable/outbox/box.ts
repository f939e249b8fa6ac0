/** The outbox as a service: its store, what seals inputs, and the bell that tells this process of changes. */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as PubSub from "effect/PubSub"
import type { Scope } from "effect/Scope"
import type { Ended, Outcome } from "./model.ts"
import { type Commands, OutboxStore } from "./store.ts"

/** Makes inputs unreadable where they are kept, and readable again. Ids, keys and outcomes are not sealed. */
export interface Sealing {
  readonly seal: (text: string) => Effect.Effect<string>
  readonly open: (sealed: string) => Effect.Effect<string>
}

/** What has changed, as this process knows it. */
export type Change =
  | { readonly _tag: "Enqueued" }
  | {
      readonly _tag: "Ended"
      readonly id: string
      readonly lane: string
      readonly operation: string
      readonly state: Ended
      readonly outcome: Outcome
    }
  | { readonly _tag: "Moved" }
  | {
      /** A lane waits until the trouble passes that all its items meet; `for` (ms) is 0 when it is over. */
      readonly _tag: "LaneHeld"
      readonly lane: string
      readonly operation: string
      readonly for: number
      readonly outcome: Outcome
    }

/** What an outbox is made of. */
export interface Box extends Partial<Sealing> {
  readonly store: Commands
  readonly publish: (change: Change) => Effect.Effect<void>
  /** From now on. A reader that falls far behind misses the oldest. */
  readonly subscribe: Effect.Effect<PubSub.Subscription<Change>, never, Scope>
}

/** The outbox. */
export class Outbox extends Context.Service<Outbox, Box>()("faultline/Outbox") {}

// Enough that nobody who reads at all misses one; whoever does, looks into the store.
const remembered = 4_096

/** An outbox over the store of the context. */
export const layer = (sealing: Partial<Sealing> = {}): Layer.Layer<Outbox, never, OutboxStore> =>
  Layer.effect(
    Outbox,
    Effect.gen(function* () {
      const store = yield* OutboxStore
      const bell = yield* PubSub.sliding<Change>(remembered)
      return {
        ...sealing,
        store,
        publish: (change) => Effect.asVoid(PubSub.publish(bell, change)),
        subscribe: PubSub.subscribe(bell)
      }
    })
  )
