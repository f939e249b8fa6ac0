/** Taking items in: checked, sealed, and written down before the caller goes on. */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type { InvalidInput } from "../../contract/Common.ts"
import type { Operation } from "../../contract/Operation.ts"
import type { Batched } from "../../many/Batch.ts"
import { invalid } from "../../many/batch/item.ts"
import { type Box, Outbox } from "./box.ts"
import type { Added } from "./commands.ts"
import { IdConflict, type OutboxFull, type StoreUnavailable } from "./errors.ts"
import { freshId } from "./ids.ts"
import { faultsOf, laneOf } from "./labels.ts"
import type { NewItem } from "./model.ts"
import { type Kept, store, type Stored } from "./stored.ts"

/** What is enqueued for an operation: an item where it takes many in a request, else its input; anything where that is not known before it runs. */
export type Enqueued<Op> =
  Op extends Batched<infer _Input, infer _Output, infer _Error, infer _Api, infer Item>
    ? Item
    : Op extends Operation<infer Input, infer _Output, infer _Error, infer _Api>
      ? Input
      : unknown

/** How an item is enqueued. */
export interface Options {
  /** Names what is to be done, so that it is taken in once: `order-17`. Default: a new id. No personal data: it is kept in the clear. */
  readonly id?: string
  /** Items of one operation with the same key are sent one after another, in the order in which they came. Kept in the clear too. */
  readonly key?: string
  /** What comes after an item of the same key that is dead: it goes on, or is held until somebody decides. Default: `go-on`. */
  readonly onDead?: "go-on" | "hold"
  /** The higher is sent first. Default: 0. */
  readonly priority?: number
  /** Not before so long from now. */
  readonly delay?: Duration.Input
  /** Which of several layers of the vendor carries it out: the account of its worker. Default: the only one. */
  readonly account?: string
}

/** What became of an item that was enqueued. `duplicate`: it was there already. */
export interface Receipt {
  readonly id: string
  readonly outcome: "queued" | "duplicate"
}

/** An item as it is given to the store. */
export const itemOf = (
  operation: Kept,
  { group, hash, text }: Stored,
  { account = "", delay, id, key, onDead = "go-on", priority = 0 }: Options & { readonly id: string }
): NewItem => ({
  id,
  lane: laneOf(operation.tag, account, group),
  operation: operation.tag,
  account,
  version: operation.spec.inputVersion ?? 1,
  onDead,
  priority,
  dueIn: delay === undefined ? 0 : Duration.toMillis(Duration.fromInputUnsafe(delay)),
  input: text,
  hash,
  ...(key === undefined ? {} : { key })
})

/** Checks an item and makes of it what the store takes. */
export const prepared = (
  { seal = Effect.succeed }: Pick<Box, "seal">,
  operation: Kept,
  given: unknown,
  options: Options
): Effect.Effect<NewItem, InvalidInput> =>
  Effect.gen(function* () {
    const faults = faultsOf(options)
    if (faults.length > 0) return yield* invalid(operation, faults)
    const stored = yield* store(operation, given)
    const id = options.id ?? (yield* freshId)
    return itemOf(operation, { ...stored, text: yield* seal(stored.text) }, { ...options, id })
  })

/** Takes prepared items in, and rings. */
export const add = (
  { publish, store }: Box,
  items: ReadonlyArray<NewItem>
): Effect.Effect<ReadonlyArray<Added>, OutboxFull | StoreUnavailable> =>
  Effect.flatMap(Clock.currentTimeMillis, (now) =>
    Effect.tap(store.add({ items, now }), (added) => {
      const bell = publish({ _tag: "Enqueued" })
      if (!added.includes("queued")) return Effect.void
      return store.committed === undefined ? bell : store.committed(bell)
    })
  )

/** Takes one item in. */
export const enqueue = (
  operation: Kept,
  given: unknown,
  options: Options = {}
): Effect.Effect<Receipt, InvalidInput | IdConflict | OutboxFull | StoreUnavailable, Outbox> =>
  Effect.gen(function* () {
    const box = yield* Outbox
    const item = yield* prepared(box, operation, given, options)
    const [outcome = "queued"] = yield* add(box, [item])
    if (outcome === "conflict") return yield* new IdConflict({ id: item.id, operation: operation.tag })
    return { id: item.id, outcome }
  })
