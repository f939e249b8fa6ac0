/** `faultline policy`: when a vendor's calls would be retried, and what that costs at worst. It sends nothing. */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { print } from "../json.ts"
import { paint } from "../paint.ts"
import { wrong, type WrongUsage } from "../usage.ts"
import { operationNamed, vendorNamed, vendorNames } from "../vendors.ts"

const checkAround = (around: number): Effect.Effect<void, WrongUsage> =>
  around >= 1
    ? Effect.void
    : wrong(
        `There cannot be ${around} attempts. --around is how often your own code makes the call at most, 1 or more: --around 3.`
      )

/** `faultline policy <vendor> [operation] …` */
export const policy = Command.make(
  "policy",
  {
    vendor: Argument.String("vendor").pipe(Argument.withDescription(vendorNames.join(", "))),
    operation: Argument.String("operation").pipe(
      Argument.withDescription(
        "the operation to call, with or without the vendor's prefix; without it the whole catalogue is planned for"
      ),
      Argument.optional
    ),
    around: Flag.Int("around").pipe(
      Flag.withMetavar("N"),
      Flag.withDescription("attempts of a retry of your own around the call; default: 1"),
      Flag.withDefault(1)
    ),
    hedged: Flag.Boolean("hedged").pipe(
      Flag.withDescription("as if the layer hedged reads"),
      Flag.withDefault(false)
    ),
    json: Flag.Boolean("json").pipe(
      Flag.withDescription("one JSON document on standard output, times in milliseconds"),
      Flag.withDefault(false)
    )
  },
  Effect.fnUntraced(function* (given) {
    yield* checkAround(given.around)
    const opened = yield* vendorNamed(given.vendor)
    const operation = Option.isSome(given.operation)
      ? yield* operationNamed(opened, given.operation.value)
      : undefined
    const { plansOf } = yield* Effect.promise(() => import("../plans.ts"))
    const { render } = yield* Effect.promise(() => import("../renderPlan.ts"))
    const plans = plansOf(opened.module, operation, { around: given.around, hedged: given.hedged })
    yield* Console.log(given.json ? print(plans, true) : render(plans, yield* paint))
  })
).pipe(
  Command.withDescription(
    "Show when a vendor's calls would be retried, for each failure, and what that costs at worst."
  ),
  Command.withExamples([
    { command: "faultline policy braze", description: "the whole catalogue" },
    {
      command: "faultline policy m3ter submitMeasurements --around 3",
      description: "one operation, with three attempts of your own around it"
    }
  ])
)
