/** The outbox as a service: its store, what seals inputs, and the bell that tells this process of changes. */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as PubSub from "effect/PubSub"
import type { Scope } from "effect/Scope"
import type { Change } from "./change.ts"
import { gauges } from "./gauges.ts"
import { type Commands, OutboxStore } from "./store.ts"

export type { Change } from "./change.ts"

/** Makes inputs unreadable where they are kept, and readable again. Ids, keys and outcomes are not sealed. */
export interface Sealing {
  readonly seal: (text: string) => Effect.Effect<string>
  readonly open: (sealed: string) => Effect.Effect<string>
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
      const changed = yield* gauges(store)
      return {
        ...sealing,
        store,
        publish: (change) => Effect.map(PubSub.publish(bell, change), () => changed(change)),
        subscribe: PubSub.subscribe(bell)
      }
    })
  )
