/** `faultline stack`: what a call to a vendor passes through, in order, and why in that order. */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { print } from "../json.ts"
import { paint } from "../paint.ts"
import { vendorNamed, vendorNames } from "../vendors.ts"

/** `faultline stack <vendor>` */
export const stack = Command.make(
  "stack",
  {
    vendor: Argument.String("vendor").pipe(Argument.withDescription(vendorNames.join(", "))),
    json: Flag.Boolean("json").pipe(
      Flag.withDescription("one JSON document on standard output"),
      Flag.withDefault(false)
    )
  },
  Effect.fnUntraced(function* (given) {
    const { module } = yield* vendorNamed(given.vendor)
    const { layersOf, tell } = yield* Effect.promise(() => import("../layers.ts"))
    const layers = yield* layersOf(module)
    yield* Console.log(given.json ? print(layers, true) : tell(layers, yield* paint))
  })
).pipe(
  Command.withDescription(
    "List the layers that a call to a vendor passes, outermost first, with reasons and figures."
  ),
  Command.withExamples([{ command: "faultline stack m3ter", description: "every layer of a call to m3ter" }])
)
