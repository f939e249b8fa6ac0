/** `faultline outbox add` and `work`. */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { json, onOutbox, store } from "../outbox/store.ts"
import { wrong, type WrongUsage } from "../usage.ts"
import { operationNamed, vendorNamed, vendorNames } from "../vendors.ts"

const pathOf = (
  flag: string,
  given: Option.Option<string>
): Effect.Effect<ReadonlyArray<string> | undefined, WrongUsage> => {
  if (Option.isNone(given)) return Effect.succeed(undefined)
  const names = given.value.replace(/^\./, "").split(".")
  return names.includes("")
    ? wrong(`“${given.value}” leads to no field. Give its name, or several with dots: --${flag} .event_id.`)
    : Effect.succeed(names)
}

const field = (name: string, description: string) =>
  Flag.String(name).pipe(Flag.withMetavar(".FIELD"), Flag.withDescription(description), Flag.optional)

/** `faultline outbox add` */
export const add = Command.make(
  "add",
  {
    vendor: Argument.String("vendor").pipe(Argument.withDescription(vendorNames.join(", "))),
    operation: Argument.String("operation"),
    file: Flag.String("file").pipe(
      Flag.withMetavar("F"),
      Flag.withDescription("one item as JSON in each line, “-” for standard input")
    ),
    id: field("id", "the field with the id of a line: added twice, it is there once"),
    key: field("key", "the field with the key of a line: those with the same key keep their order"),
    priority: Flag.Int("priority").pipe(Flag.withDefault(0)),
    account: Flag.String("account").pipe(Flag.withDefault("")),
    store,
    json
  },
  Effect.fnUntraced(function* (given) {
    const opened = yield* vendorNamed(given.vendor)
    const operation = yield* operationNamed(opened, given.operation)
    const [id, key] = [yield* pathOf("id", given.id), yield* pathOf("key", given.key)]
    const { open } = yield* Effect.promise(() => import("../many/lines.ts"))
    const { add } = yield* Effect.promise(() => import("../outbox/add.ts"))
    const source = yield* open(given.file)
    const { account, json, priority } = given
    yield* onOutbox(given, add({ operation, source, id, key, options: { account, priority }, json }))
  })
).pipe(
  Command.withDescription(
    "Enqueue every line of a file; lines that are refused are said with their number, the rest is enqueued."
  ),
  Command.withExamples([
    {
      command: "faultline outbox add braze trackUsers --file events.ndjson --id .event_id",
      description: "add the same file again, and nothing is there twice"
    }
  ])
)

/** `faultline outbox work` */
export const work = Command.make(
  "work",
  {
    vendors: Argument.String("vendor").pipe(
      Argument.withDescription(`whose items are sent: ${vendorNames.join(", ")}; default: all with settings`),
      Argument.variadic()
    ),
    drain: Flag.Boolean("drain").pipe(
      Flag.withDescription("end when nothing is left to be done"),
      Flag.withDefault(false)
    ),
    concurrency: Flag.Int("concurrency").pipe(
      Flag.withDescription("requests of one lane under way at once"),
      Flag.withDefault(4)
    ),
    account: Flag.String("account").pipe(
      Flag.withDescription("the account whose items are sent"),
      Flag.withDefault("")
    ),
    store,
    json
  },
  Effect.fnUntraced(function* (given) {
    if (given.concurrency < 1)
      return yield* wrong(
        `There cannot be ${given.concurrency} requests under way. Give 1 or more: --concurrency 4.`
      )
    const { work } = yield* Effect.promise(() => import("../outbox/work.ts"))
    const { account, concurrency, drain, json, vendors } = given
    yield* onOutbox(given, work({ vendors, drain, json, options: { account, concurrency } }))
  })
).pipe(Command.withDescription("Send what is in the outbox, with the credentials of the environment."))
