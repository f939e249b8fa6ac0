/** `faultline explain`: what one raw answer of a vendor means. It sends nothing. */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { print } from "../json.ts"
import { paint } from "../paint.ts"
import { textOf } from "../read.ts"
import { wrong, type WrongUsage } from "../usage.ts"
import { operationNamed, vendorNamed, vendorNames } from "../vendors.ts"

// RFC 9110, section 5.6.2: what the name of a header may be made of.
const headerLine = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*:(.*)$/s

const headersOf = (lines: ReadonlyArray<string>): Effect.Effect<Record<string, string>, WrongUsage> =>
  Effect.map(
    Effect.forEach(lines, (line) => {
      const [, name, value] = headerLine.exec(line.trim()) ?? []
      return name === undefined || value === undefined
        ? wrong(
            `“${line}” is not a header. Write its name, a colon and its value: --header 'retry-after: 30'.`
          )
        : Effect.succeed([name.toLowerCase(), value.trim()] as const)
    }),
    Object.fromEntries
  )

const checkStatus = (status: number): Effect.Effect<void, WrongUsage> =>
  status >= 100 && status <= 599
    ? Effect.void
    : wrong(
        `${status} is not the status of an answer. A status is a whole number from 100 to 599: --status 429.`
      )

const bodyOf = (body: Option.Option<string>, file: Option.Option<string>) => {
  if (Option.isSome(body) && Option.isSome(file))
    return wrong("Give the body once: either --body or --body-file.")
  return Option.isSome(file) ? Effect.asSome(textOf(file.value)) : Effect.succeed(body)
}

/** `faultline explain <vendor> [operation] --status N …` */
export const explain = Command.make(
  "explain",
  {
    vendor: Argument.String("vendor").pipe(Argument.withDescription(vendorNames.join(", "))),
    operation: Argument.String("operation").pipe(
      Argument.withDescription(
        "the operation that was called, with or without the vendor's prefix; without it the whole catalogue is searched"
      ),
      Argument.optional
    ),
    status: Flag.Int("status").pipe(Flag.withDescription("HTTP status of the answer, 100 to 599")),
    header: Flag.String("header").pipe(
      Flag.withMetavar("'name: value'"),
      Flag.withDescription("a header of the answer; once for each"),
      Flag.atLeast(0)
    ),
    body: Flag.String("body").pipe(
      Flag.withMetavar("TEXT"),
      Flag.withDescription("the body of the answer"),
      Flag.optional
    ),
    bodyFile: Flag.String("body-file").pipe(
      Flag.withMetavar("F"),
      Flag.withDescription("a file with the body, “-” for standard input"),
      Flag.optional
    ),
    json: Flag.Boolean("json").pipe(
      Flag.withDescription("one JSON document on standard output"),
      Flag.withDefault(false)
    )
  },
  Effect.fnUntraced(function* (given) {
    yield* checkStatus(given.status)
    const headers = yield* headersOf(given.header)
    const text = yield* bodyOf(given.body, given.bodyFile)
    const opened = yield* vendorNamed(given.vendor)
    const operation = Option.isSome(given.operation)
      ? yield* operationNamed(opened, given.operation.value)
      : undefined
    const { explain, make, render } = yield* Effect.promise(() => import("../explanation.ts"))
    const wire = make(
      given.status,
      headers,
      Option.getOrElse(text, () => "")
    )
    const known = { ...(operation === undefined ? {} : { operation }), bodyUnknown: Option.isNone(text) }
    const explanation = yield* explain(opened.vendor, wire, known)
    yield* Console.log(given.json ? print(explanation, true) : render(explanation, yield* paint))
  })
).pipe(
  Command.withDescription("Say what one answer of a vendor means, and what to do about it. Nothing is sent."),
  Command.withExamples([
    {
      command: 'faultline explain braze --status 429 --header "x-ratelimit-reset: 1785000060"',
      description: "an answer from a log"
    },
    {
      command: "faultline explain m3ter queryUsage --status 413 --json",
      description: "the answer to one operation, as JSON"
    }
  ])
)
