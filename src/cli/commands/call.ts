/** `faultline call`: calls an operation for real, with the credentials of the environment. */
import * as Argument from "effect/cli/Argument"
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { print } from "../json.ts"
import { textOf } from "../read.ts"
import { Ended, wrong } from "../usage.ts"
import { operationNamed, vendorNamed, vendorNames } from "../vendors.ts"

const oneInput = "Give the input once: --input JSON, --input-file F, or “-” for standard input."

const parse = (text: string) =>
  Effect.try({
    try: (): unknown => JSON.parse(text),
    catch: (error) => (error instanceof Error ? error.message : String(error))
  }).pipe(
    Effect.catch((problem) =>
      wrong(`The input is not JSON: ${problem}. Give an object: --input '{"name": "value"}'.`)
    )
  )

interface Given {
  readonly input: Option.Option<string>
  readonly inputFile: Option.Option<string>
  readonly stdin: Option.Option<string>
}

const inputOf = ({ input, inputFile, stdin }: Given) =>
  Effect.gen(function* () {
    if (Option.isSome(stdin) && stdin.value !== "-")
      return yield* wrong(`“${stdin.value}” is one argument too many. ${oneInput}`)
    const all = [input, inputFile, stdin].filter(Option.isSome)
    if (all.length > 1) return yield* wrong(oneInput)
    if (Option.isSome(input)) return yield* parse(input.value)
    const path = Option.isSome(inputFile) ? inputFile : stdin
    return Option.isSome(path) ? yield* Effect.flatMap(textOf(path.value), parse) : {}
  })

const onlyWithMany = (
  given: Readonly<Record<"resumeFrom" | "concurrency" | "patience", Option.Option<unknown>>>
) => {
  const flags = { resumeFrom: "--resume-from", concurrency: "--concurrency", patience: "--patience" } as const
  const [name] = (["resumeFrom", "concurrency", "patience"] as const).filter((name) =>
    Option.isSome(given[name])
  )
  return name === undefined
    ? Effect.void
    : wrong(`${flags[name]} is for many items: give their file with --many F.`)
}

/** `faultline call <vendor> <operation> …` */
export const call = Command.make(
  "call",
  {
    vendor: Argument.String("vendor").pipe(Argument.withDescription(vendorNames.join(", "))),
    operation: Argument.String("operation").pipe(
      Argument.withDescription("with or without the vendor's prefix")
    ),
    stdin: Argument.String("-").pipe(
      Argument.withDescription("read the input from standard input"),
      Argument.optional
    ),
    input: Flag.String("input").pipe(
      Flag.withMetavar("JSON"),
      Flag.withDescription("the input; default: {}"),
      Flag.optional
    ),
    inputFile: Flag.String("input-file").pipe(
      Flag.withMetavar("F"),
      Flag.withDescription("a file with the input as JSON, “-” for standard input"),
      Flag.optional
    ),
    many: Flag.String("many").pipe(
      Flag.withMetavar("F"),
      Flag.withDescription(
        "a file with one item as JSON in each line, “-” for standard input; for operations with .many"
      ),
      Flag.optional
    ),
    resumeFrom: Flag.String("resume-from").pipe(
      Flag.withMetavar("POSITION"),
      Flag.withDescription("with --many: go on where an earlier run halted, as it has said"),
      Flag.optional
    ),
    concurrency: Flag.Int("concurrency").pipe(
      Flag.withMetavar("N"),
      Flag.withDescription("with --many: requests under way at once; default: 4"),
      Flag.optional
    ),
    patience: Flag.String("patience").pipe(
      Flag.withMetavar("TIME"),
      Flag.withDescription("with --many: how long it waits while nothing is accepted; default: '10 minutes'"),
      Flag.optional
    ),
    showSecrets: Flag.Boolean("show-secrets").pipe(
      Flag.withDescription("the secrets in the result as they are, not as <redacted>"),
      Flag.withDefault(false)
    ),
    json: Flag.Boolean("json").pipe(
      Flag.withDescription(
        "the result on standard output, or the failure on standard error, as one line of JSON"
      ),
      Flag.withDefault(false)
    )
  },
  Effect.fnUntraced(function* (given) {
    const opened = yield* vendorNamed(given.vendor)
    const operation = yield* operationNamed(opened, given.operation)
    if (Option.isSome(given.many)) {
      const { wantedOf } = yield* Effect.promise(() => import("../many/wanted.ts"))
      const { runMany } = yield* Effect.promise(() => import("../many/runMany.ts"))
      const { taking, wanted } = yield* wantedOf(opened.module, operation, {
        ...given,
        many: given.many.value
      })
      return yield* runMany(opened, taking, wanted)
    }
    yield* onlyWithMany(given)
    const json = yield* inputOf(given)
    const { codeOf, render, runCall } = yield* Effect.promise(() => import("../runCall.ts"))
    const output = yield* Effect.catch(runCall(opened, operation, json), (failure) =>
      Effect.andThen(
        Console.error(render(failure, given.json)),
        Effect.fail(new Ended({ code: codeOf(failure) }))
      )
    )
    yield* Console.log(print(output, given.json, given.showSecrets))
  })
).pipe(
  Command.withDescription("Call an operation for real, with the credentials of the environment."),
  Command.withExamples([
    {
      command: "faultline call braze listCampaigns",
      description: "with BRAZE_API_KEY and BRAZE_BASE_URL in the environment"
    },
    { command: `faultline call m3ter getMeter --input '{"id": "…"}' --json`, description: "with its input" },
    {
      command: "faultline call m3ter submitMeasurements --many usage.ndjson > outcomes.ndjson",
      description: "for every line of a file; exit code 0: all accepted, 1: not all, 75: halted, go on later"
    }
  ])
)
