/** Which items a command is about. */
import * as Argument from "effect/cli/Argument"
import * as Flag from "effect/cli/Flag"
import * as DateTime from "effect/DateTime"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { type Filter, type State, states } from "../../durable/Outbox.ts"
import { wrong, type WrongUsage } from "../usage.ts"
import { operationNamed, vendorNamed } from "../vendors.ts"

const text = (name: string, metavar: string, description: string) =>
  Flag.String(name).pipe(Flag.withMetavar(metavar), Flag.withDescription(description), Flag.optional)

/** Flags that select items. */
export const selection = {
  vendor: text("vendor", "V", "only of this vendor"),
  operation: text("operation", "O", "only of this operation: trackUsers with --vendor, or Braze.trackUsers"),
  tag: text("tag", "T", "only with this failure: Braze.RateLimited"),
  lane: text("lane", "L", "only of this lane"),
  key: text("key", "K", "only with this key"),
  since: text("since", "TIME", "only enqueued at or after: 2026-11-25T09:00:00Z"),
  until: text("until", "TIME", "only enqueued before")
}

/** Ids as arguments. */
export const ids = Argument.String("id").pipe(Argument.withDescription("ids of items"), Argument.variadic())

/** `--state` */
export const state = Flag.Literals("state", states).pipe(
  Flag.withDescription("only in this state"),
  Flag.optional
)

/** What was selected. */
export interface Selected extends Readonly<Record<keyof typeof selection, Option.Option<string>>> {
  readonly ids?: ReadonlyArray<string>
  readonly state?: Option.Option<State>
}

const moment = (flag: string, given: Option.Option<string>) =>
  Option.isNone(given)
    ? Effect.succeed({})
    : Option.match(DateTime.make(given.value), {
        onNone: () =>
          wrong(
            `“${given.value}” is no moment. Give a date, or a time with its zone: --${flag} 2026-11-25T09:00:00Z.`
          ),
        onSome: (at) => Effect.succeed({ [flag]: DateTime.toUtc(at) })
      })

const operationOf = (vendor: string | undefined, name: string): Effect.Effect<string, WrongUsage> => {
  if (vendor === undefined && !name.includes("."))
    return wrong(`Which vendor's “${name}”? Give --vendor too.`)
  const [of = ""] = name.split(".")
  return Effect.flatMap(vendorNamed(vendor ?? of), (opened) =>
    Effect.map(operationNamed(opened, name), ({ tag }) => tag)
  )
}

/** The filter of what was selected. */
export const filterOf = (given: Selected): Effect.Effect<Filter, WrongUsage> =>
  Effect.gen(function* () {
    const name = Option.getOrUndefined(given.vendor)
    const vendor = name === undefined ? undefined : (yield* vendorNamed(name)).vendor.name
    const operation = Option.isNone(given.operation)
      ? undefined
      : yield* operationOf(name, given.operation.value)
    const [tag, lane, key] = [given.tag, given.lane, given.key].map(Option.getOrUndefined)
    const state = given.state === undefined ? undefined : Option.getOrUndefined(given.state)
    return {
      ...(given.ids === undefined || given.ids.length === 0 ? {} : { ids: given.ids }),
      ...(vendor === undefined ? {} : { vendor }),
      ...(operation === undefined ? {} : { operation }),
      ...(tag === undefined ? {} : { tag }),
      ...(lane === undefined ? {} : { lane }),
      ...(key === undefined ? {} : { key }),
      ...(state === undefined ? {} : { state }),
      ...(yield* moment("since", given.since)),
      ...(yield* moment("until", given.until))
    }
  })

/** The same, where it must select something: a slip of the hand is not to move everything. */
export const someOf = (given: Selected, verb: string): Effect.Effect<Filter, WrongUsage> =>
  Effect.flatMap(filterOf(given), (filter) =>
    Object.keys(filter).length === 0
      ? wrong(
          `Which items are to be ${verb}? Give their ids, or select them: --vendor, --operation, --tag, --since, --until.`
        )
      : Effect.succeed(filter)
  )
