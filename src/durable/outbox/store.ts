/**
 * What an outbox asks of a store: a dozen commands, each atomic. All else is written once over them. The clock is the store's where
 * it has one (PostgreSQL); the others take `now` (Unix ms) from the command. A command that fails has done nothing, or, where its
 * connection was lost, may be given again: each is guarded by the state that it starts from.
 */
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type {
  Add,
  Added,
  Adopt,
  Claim,
  EndedSince,
  Intent,
  Move,
  Query,
  Reaped,
  Release,
  Settle,
  Stats,
  Sweep,
  Timed
} from "./commands.ts"
import type { OutboxFull, StoreUnavailable } from "./errors.ts"
import type { Frozen, Pause, Ready } from "./lane.ts"
import type { Claimed, Item } from "./model.ts"

type Done<A> = Effect.Effect<A, StoreUnavailable>

/** A store. */
export interface Commands {
  readonly add: (command: Add) => Effect.Effect<ReadonlyArray<Added>, StoreUnavailable | OutboxFull>
  readonly claim: (command: Claim) => Done<ReadonlyArray<Claimed>>
  /** `false`: it is not this owner's any more, and must not be sent. */
  readonly intent: (command: Intent) => Done<boolean>
  /** The places of the items that were settled. */
  readonly settle: (command: Settle) => Done<ReadonlyArray<number>>
  readonly release: (command: Release) => Done<number>
  readonly reap: (command: Timed) => Done<Reaped>
  readonly adopt: (command: Adopt) => Done<Frozen | undefined>
  /** The lanes with open items of these operations and this account; of all, where none are given. Items whose time has come become ready. */
  readonly lanes: (
    command: Timed & { readonly operations?: ReadonlyArray<string>; readonly account?: string }
  ) => Done<ReadonlyArray<Ready>>
  readonly list: (query: Query) => Done<ReadonlyArray<Item>>
  readonly move: (command: Move) => Done<ReadonlyArray<number>>
  /** A pause stays until it is lifted, over restarts and for all processes. */
  readonly pause: (command: Timed & Omit<Pause, "since">) => Done<void>
  readonly resume: (command: { readonly scope: string }) => Done<boolean>
  readonly pauses: Done<ReadonlyArray<Pause>>
  readonly ended: (command: EndedSince) => Done<ReadonlyArray<Item>>
  readonly stats: (command: Timed) => Done<Stats>
  readonly sweep: (command: Sweep) => Done<number>
  /** Runs an effect when the transaction around it is committed, where the store joins the user's own. Default: at once. */
  readonly committed?: (effect: Effect.Effect<void>) => Effect.Effect<void>
}

/** The store of an outbox. */
export class OutboxStore extends Context.Service<OutboxStore, Commands>()("faultline/OutboxStore") {}
