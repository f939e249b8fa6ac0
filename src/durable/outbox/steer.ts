/** What a person decides: with a name and a reason, which are kept with the item. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { written } from "../../contract/input/json.ts"
import { type Box, Outbox } from "./box.ts"
import type { Move } from "./commands.ts"
import { IllegalMove, type StoreUnavailable } from "./errors.ts"
import { type Filter, get, items } from "./find.ts"
import type { Item, Outcome, State } from "./model.ts"

/** Who decides, and why. */
export interface Reason {
  readonly by: string
  readonly because: string
}

type Moved = Effect.Effect<number, StoreUnavailable, Outbox>

/** So many are moved in one command. */
export const portion = 500

const inPortions = (
  filter: Filter,
  act: (box: Box, items: ReadonlyArray<Item>) => Effect.Effect<number, StoreUnavailable>
): Moved =>
  Effect.flatMap(Outbox, (box) =>
    items(filter).pipe(
      Stream.grouped(portion),
      Stream.mapEffect((some) => act(box, some)),
      Stream.runFold(
        () => 0,
        (sum, count) => sum + count
      ),
      Effect.tap((count) => (count === 0 ? Effect.void : box.publish({ _tag: "Moved" })))
    )
  )

const moving =
  (command: Pick<Move, "from" | "to" | "outcome">, edit: (item: Item) => Move["items"][number]) =>
  ({ store }: Box, some: ReadonlyArray<Item>): Effect.Effect<number, StoreUnavailable> =>
    Effect.flatMap(Clock.currentTimeMillis, (now) =>
      Effect.map(store.move({ ...command, items: some.map(edit), now }), ({ length }) => length)
    )

const same = ({ seq }: Item): Move["items"][number] => ({ seq })

/** How items are requeued. */
export interface Requeue extends Reason {
  /** Changes the input of each: what its JSON says, or its text where that is no JSON. */
  readonly edit?: (input: unknown, item: Item) => unknown
  /** The form of the changed input, where it is another than before: the operation's `inputVersion`. */
  readonly version?: number
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // An input that cannot be read is what an edit is for.
    return text
  }
}

const edited =
  ({ edit, version }: Requeue) =>
  (item: Item): Move["items"][number] =>
    edit === undefined
      ? { seq: item.seq }
      : {
          seq: item.seq,
          input: JSON.stringify(written(edit(parsed(item.input), item))) ?? item.input,
          ...(version === undefined ? {} : { version })
        }

/** Sends dead items again, with a new budget of attempts. Succeeds with how many. */
export const requeue = (filter: Omit<Filter, "state">, how: Requeue): Moved =>
  Effect.flatMap(Outbox, ({ seal }) => {
    const { because, by } = how
    const command = { from: ["dead"], to: "pending", outcome: { by, because } } as const
    return inPortions({ ...filter, state: "dead" }, (box, some) =>
      seal === undefined || how.edit === undefined
        ? moving(command, edited(how))(box, some)
        : Effect.gen(function* () {
            const moves = yield* Effect.forEach(some, (item) => {
              const { input = "", ...move } = edited(how)(item)
              return Effect.map(seal(input), (input) => ({ ...move, input }))
            })
            const now = yield* Clock.currentTimeMillis
            return (yield* box.store.move({ ...command, items: moves, now })).length
          })
    )
  })

/** What a person knows of an item that was sent without an answer. `pending`: it was not done, and is sent again. */
export type Resolution = "delivered" | "dead" | "pending"

const notUnknown = (id: string, item: Item | undefined): IllegalMove =>
  new IllegalMove({
    id,
    problem:
      item === undefined
        ? "there is no such item. “list” shows what there is."
        : `it is ${item.state}, and only what is unknown can be resolved.`
  })

/** Ends the doubt about an item that is unknown. */
export const resolve = (
  id: string,
  to: Resolution,
  { because, by }: Reason
): Effect.Effect<void, StoreUnavailable | IllegalMove, Outbox> =>
  Effect.gen(function* () {
    const item = yield* get(id)
    const outcome: Outcome = { by, because }
    const moved =
      item?.state === "unknown"
        ? yield* moving({ from: ["unknown"], to, outcome }, same)(yield* Outbox, [item])
        : 0
    if (moved === 0) return yield* notUnknown(id, item)
    yield* (yield* Outbox).publish({ _tag: "Moved" })
  })

/** What can be dropped: not what may be on its way. */
const droppable: ReadonlyArray<State> = ["pending", "dead", "unknown"]

/** Removes items that are not to be done any more. They are counted as dropped. Default: dead ones. */
export const drop = (filter: Filter, { because, by }: Reason): Moved => {
  const states = typeof filter.state === "string" ? [filter.state] : (filter.state ?? ["dead"])
  const from = states.filter((state) => droppable.includes(state))
  return inPortions(
    { ...filter, state: from },
    moving({ from, to: "dropped", outcome: { by, because } }, same)
  )
}
