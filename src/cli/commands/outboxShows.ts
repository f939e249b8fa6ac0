/** `faultline outbox list`, `show` and `stats`. */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import { filterOf, selection, state } from "../outbox/select.ts"
import { json, onOutbox, problem, store } from "../outbox/store.ts"

const outboxModule = Effect.promise(() => import("../../durable/Outbox.ts"))
const showModule = Effect.promise(() => import("../outbox/show.ts"))
const shared = { store, json }

/** The id of an item as an argument. */
export const id = Argument.String("id").pipe(Argument.withDescription("the id of the item"))

/** `faultline outbox list` */
export const list = Command.make(
  "list",
  { ...selection, state, limit: Flag.Int("limit").pipe(Flag.withDefault(100)), ...shared },
  Effect.fnUntraced(function* (given) {
    const filter = yield* filterOf(given)
    const { list } = yield* showModule
    yield* onOutbox(given, list(filter, given.limit, given.json))
  })
).pipe(Command.withDescription("List items, in the order in which they came."))

/** `faultline outbox show` */
export const show = Command.make(
  "show",
  { id, ...shared },
  Effect.fnUntraced(function* (given) {
    const [{ get, IllegalMove }, { show }] = [yield* outboxModule, yield* showModule]
    const item = yield* onOutbox(given, get(given.id))
    if (item === undefined)
      return yield* problem(given, new IllegalMove({ id: given.id, problem: "there is no such item." }))
    yield* show(item, given.json)
  })
).pipe(Command.withDescription("Show all that is known of an item, its input too."))

/** `faultline outbox stats` */
export const stats = Command.make(
  "stats",
  shared,
  Effect.fnUntraced(function* (given) {
    const { stats } = yield* showModule
    yield* onOutbox(given, stats(given.json))
  })
).pipe(Command.withDescription("Count items by state, per lane and in all."))
