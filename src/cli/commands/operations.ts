/** `faultline operations`: what can be asked of a vendor, and how it may be refused. */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import { print } from "../json.ts"
import { paint } from "../paint.ts"
import { vendorNamed, vendorNames } from "../vendors.ts"

/** `faultline operations <vendor>` */
export const operations = Command.make(
  "operations",
  {
    vendor: Argument.String("vendor").pipe(Argument.withDescription(vendorNames.join(", "))),
    grep: Flag.String("grep").pipe(
      Flag.withMetavar("WORDS"),
      Flag.withDescription("only those with all of these words in their name, path, permission or needs"),
      Flag.withDefault("")
    ),
    json: Flag.Boolean("json").pipe(
      Flag.withDescription("one JSON document on standard output"),
      Flag.withDefault(false)
    )
  },
  Effect.fnUntraced(function* (given) {
    const { module } = yield* vendorNamed(given.vendor)
    const { list, lines, search, table } = yield* Effect.promise(() => import("../listing.ts"))
    const listing = search(list(module), given.grep)
    const brushes = yield* paint
    const text = brushes.terminal ? table(listing, brushes) : lines(listing)
    yield* Console.log(given.json ? print(listing, true) : text)
  })
).pipe(Command.withDescription("List the operations of a vendor with the errors that each may fail with."))
