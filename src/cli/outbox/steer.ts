/** What a person decides about items and lanes. */
import * as Flag from "effect/cli/Flag"
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as Outbox from "../../durable/Outbox.ts"
import { print } from "../json.ts"
import { wrong, type WrongUsage } from "../usage.ts"
import { operationNamed, vendorNamed } from "../vendors.ts"

/** `--because` */
export const because = Flag.String("because").pipe(
  Flag.withMetavar("WHY"),
  Flag.withDescription("the reason, which is kept: 'seen in the dashboard'")
)

/** `--by` */
export const by = Flag.String("by").pipe(
  Flag.withMetavar("NAME"),
  Flag.withDescription("who decides; default: the user of this machine"),
  Flag.optional
)

/** Who decides, and why. */
export interface Deciding {
  readonly by: Option.Option<string>
  readonly because: string
}

/** The user of this machine. */
export const userName = Config.withDefault(
  Config.orElse(Config.String("USER"), () => Config.String("USERNAME")),
  "command line"
)

/** Who decides, and why: a reason is not left empty. */
export const reasonOf = ({ because, by }: Deciding): Effect.Effect<Outbox.Reason, WrongUsage> =>
  because.trim() === ""
    ? wrong("The reason is empty. Say why, for whoever reads it later: --because 'seen in the dashboard'.")
    : Effect.map(Option.isSome(by) ? Effect.succeed(by.value) : Effect.orDie(userName), (by) => ({
        by,
        because
      }))

/** Says how many items were moved. */
export const moved = (count: number, verb: string, json: boolean) =>
  Console.log(json ? print({ [verb]: count }, true) : `${count} ${verb}.`)

/** What is paused: everything, a vendor, or one of its operations. */
export const scopeOf = (
  vendor: Option.Option<string>,
  operation: Option.Option<string>
): Effect.Effect<Outbox.Scope, WrongUsage> =>
  Effect.gen(function* () {
    if (Option.isNone(vendor)) return "everything"
    const opened = yield* vendorNamed(vendor.value)
    if (Option.isNone(operation)) return { vendor: opened.vendor.name }
    return { operation: (yield* operationNamed(opened, operation.value)).tag }
  })
