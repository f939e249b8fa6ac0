/** `faultline pipeline`: what a call to a vendor passes through, in order, and why in that order. */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { print } from "../json.ts"
import { paint } from "../paint.ts"
import { vendorNamed, vendorNames } from "../vendors.ts"

/** `faultline pipeline <vendor>` */
export const pipeline = Command.make(
  "pipeline",
  {
    vendor: Argument.String("vendor").pipe(Argument.withDescription(vendorNames.join(", "))),
    json: Flag.Boolean("json").pipe(
      Flag.withDescription("one JSON document on standard output"),
      Flag.withDefault(false)
    )
  },
  Effect.fnUntraced(function* (given) {
    const { module } = yield* vendorNamed(given.vendor)
    const { pipelineOf, render } = yield* Effect.promise(() => import("../stages.ts"))
    const stages = yield* pipelineOf(module)
    yield* Console.log(given.json ? print(stages, true) : render(stages, yield* paint))
  })
).pipe(
  Command.withDescription(
    "List the stages that a call to a vendor passes, outermost first, with reasons and figures."
  ),
  Command.withExamples([
    { command: "faultline pipeline m3ter", description: "every stage of a call to m3ter" }
  ])
)
