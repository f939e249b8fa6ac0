/** `faultline doctor`: finds out where the way to a vendor is broken, with the settings of the environment. */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Console from "effect/Console"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stdio from "effect/Stdio"
import * as Stream from "effect/Stream"
import type { Noticed } from "../../diagnose/Diagnose.ts"
import { print } from "../json.ts"
import { type Paint, paint } from "../paint.ts"
import { spanOf } from "../span.ts"
import { Ended, exitCode, wrong } from "../usage.ts"
import { vendorNamed, vendorNames } from "../vendors.ts"

const example = "--timeout '10 seconds'"

const timeoutOf = (text: string) =>
  Effect.flatMap(spanOf(example, text), (span) =>
    Duration.isZero(span) ? wrong(`A step needs some time: ${example}.`) : Effect.succeed(span)
  )

/** Writes each step when it ends; at a terminal also the one that is under way, on a line that it clears again. */
const watching = (paint: Paint) =>
  Effect.gen(function* () {
    const stdio = yield* Stdio.Stdio
    const isWatched = yield* stdio.stderrIsTerminal
    const { line, pending } = yield* Effect.promise(() => import("../checkup.ts"))
    const rewrite = (text: string) =>
      isWatched
        ? Effect.ignore(Stream.run(Stream.make(`\r\u001b[K${text}`), stdio.stderr({ endOnDone: false })))
        : Effect.void
    return (noticed: Noticed) =>
      noticed._tag === "Begun"
        ? rewrite(pending(noticed))
        : Effect.andThen(rewrite(""), Console.log(line(noticed.step, paint)))
  })

/** `faultline doctor <vendor>` */
export const doctor = Command.make(
  "doctor",
  {
    vendor: Argument.String("vendor").pipe(Argument.withDescription(vendorNames.join(", "))),
    timeout: Flag.String("timeout").pipe(
      Flag.withMetavar("TIME"),
      Flag.withDescription("how long each step may take; default: '5 seconds'"),
      Flag.optional
    ),
    json: Flag.Boolean("json").pipe(
      Flag.withDescription("one JSON document on standard output"),
      Flag.withDefault(false)
    )
  },
  Effect.fnUntraced(function* (given) {
    const { checkup } = yield* vendorNamed(given.vendor)
    const timeout = Option.isSome(given.timeout) ? { timeout: yield* timeoutOf(given.timeout.value) } : {}
    const { codeOf, summary } = yield* Effect.promise(() => import("../checkup.ts"))
    const brushes = yield* paint
    const watch = given.json ? {} : { watch: yield* watching(brushes) }
    const found = yield* checkup({ ...timeout, ...watch })
    yield* Console.log(given.json ? print(found, true) : summary(found, brushes))
    const code = codeOf(found)
    if (code !== exitCode.success) return yield* new Ended({ code })
  })
).pipe(
  Command.withDescription(
    "Find out where the way to a vendor is broken: settings, proxy, DNS, TCP, TLS, clock, credentials, permissions. Nothing is changed at the vendor."
  ),
  Command.withExamples([
    { command: "faultline doctor braze", description: "with the settings of the environment" },
    {
      command: "faultline doctor m3ter --json --timeout '2 seconds'",
      description:
        "for a program; exit code 0: nothing failed, 1: a step failed, 2: the settings, 75: refused for now"
    }
  ])
)
