/** `faultline outbox`: what is to be sent for certain, and what became of it. */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { ids, selection, someOf, state } from "../outbox/select.ts"
import { because, by, moved, reasonOf, scopeOf } from "../outbox/steer.ts"
import { json, onOutbox, store } from "../outbox/store.ts"
import { wrong } from "../usage.ts"
import { vendorNames } from "../vendors.ts"
import { add, work } from "./outboxRuns.ts"
import { id, list, show, stats } from "./outboxShows.ts"

const outboxModule = Effect.promise(() => import("../../durable/Outbox.ts"))
const shared = { store, json }
const deciding = { because, by, ...shared }

const target = {
  vendor: Argument.String("vendor").pipe(Argument.withDescription(vendorNames.join(", ")), Argument.optional),
  operation: Argument.String("operation").pipe(Argument.optional)
}

const pause = Command.make(
  "pause",
  { ...target, ...deciding },
  Effect.fnUntraced(function* (given) {
    const scope = yield* scopeOf(given.vendor, given.operation)
    const reason = yield* reasonOf(given)
    const { pause } = yield* outboxModule
    yield* onOutbox(given, pause(scope, reason))
    yield* moved(1, "paused", given.json)
  })
).pipe(
  Command.withDescription(
    "Stop sending for a vendor, an operation or everything, in all processes, until it is resumed."
  )
)

const resume = Command.make(
  "resume",
  { ...target, ...shared },
  Effect.fnUntraced(function* (given) {
    const scope = yield* scopeOf(given.vendor, given.operation)
    const { resume } = yield* outboxModule
    yield* moved(Number(yield* onOutbox(given, resume(scope))), "resumed", given.json)
  })
).pipe(Command.withDescription("Lift a pause."))

const requeue = Command.make(
  "requeue",
  {
    ids,
    ...selection,
    input: Flag.String("input").pipe(
      Flag.withMetavar("JSON"),
      Flag.withDescription("another input, for one item"),
      Flag.optional
    ),
    ...deciding
  },
  Effect.fnUntraced(function* (given) {
    const filter = yield* someOf(given, "requeued")
    const reason = yield* reasonOf(given)
    const { requeue } = yield* outboxModule
    if (Option.isNone(given.input))
      return yield* moved(yield* onOutbox(given, requeue(filter, reason)), "requeued", given.json)
    if (given.ids.length !== 1)
      return yield* wrong("An input is for one item: give its id, and nothing else.")
    const { requeueWith } = yield* Effect.promise(() => import("../outbox/edit.ts"))
    const [id = ""] = given.ids
    yield* moved(yield* onOutbox(given, requeueWith(id, given.input.value, reason)), "requeued", given.json)
  })
).pipe(Command.withDescription("Send dead items again, with a new budget of attempts."))

const resolve = Command.make(
  "resolve",
  {
    id,
    delivered: Flag.Boolean("delivered").pipe(Flag.withDescription("it was done"), Flag.withDefault(false)),
    dead: Flag.Boolean("dead").pipe(
      Flag.withDescription("it was not done, and is not to be"),
      Flag.withDefault(false)
    ),
    pending: Flag.Boolean("pending").pipe(
      Flag.withDescription("it was not done: send it again"),
      Flag.withDefault(false)
    ),
    ...deciding
  },
  Effect.fnUntraced(function* (given) {
    const chosen = (["delivered", "dead", "pending"] as const).filter((name) => given[name])
    const [to] = chosen
    if (to === undefined || chosen.length > 1)
      return yield* wrong("Say what became of it, once: --delivered, --dead, or --pending to send it again.")
    const reason = yield* reasonOf(given)
    const { resolve } = yield* outboxModule
    yield* onOutbox(given, resolve(given.id, to, reason))
    yield* moved(1, "resolved", given.json)
  })
).pipe(Command.withDescription("End the doubt about an item that was sent without an answer."))

const replay = Command.make(
  "replay",
  { ...selection, state, ...shared },
  Effect.fnUntraced(function* (given) {
    const filter = yield* someOf(given, "replayed")
    const { replay } = yield* outboxModule
    const { gone, queued } = yield* onOutbox(given, replay(filter))
    const { print } = yield* Effect.promise(() => import("../json.ts"))
    const { log } = yield* Effect.promise(() => import("effect/Console"))
    yield* log(
      given.json
        ? print({ queued, gone }, true)
        : `${queued} enqueued; the inputs of ${gone} are not kept any more.`
    )
  })
).pipe(Command.withDescription("Send what has ended once more, as new items: it may do twice what was done."))

const drop = Command.make(
  "drop",
  { ids, ...selection, state, ...deciding },
  Effect.fnUntraced(function* (given) {
    const filter = yield* someOf(given, "dropped")
    const reason = yield* reasonOf(given)
    const { drop } = yield* outboxModule
    yield* moved(yield* onOutbox(given, drop(filter, reason)), "dropped", given.json)
  })
).pipe(
  Command.withDescription("Remove items that are not to be done any more: dead ones, or those of --state.")
)

/** `faultline outbox …` */
export const outbox = Command.make("outbox").pipe(
  Command.withDescription(
    "What is to be sent for certain: it outlives the process, and is never sent twice by chance."
  ),
  Command.withSubcommands([add, work, list, show, stats, pause, resume, requeue, resolve, replay, drop])
)
