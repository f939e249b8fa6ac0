/** `faultline generate`: writes the operations of a vendor of your own from its OpenAPI document. */
import * as Command from "effect/cli/Command"
import * as Flag from "effect/cli/Flag"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { wrong } from "../usage.ts"

const flag = (name: string, description: string) =>
  Flag.Boolean(name).pipe(Flag.withDescription(description), Flag.withDefault(false))

const file = (name: string, metavar: string, description: string) =>
  Flag.String(name).pipe(Flag.withMetavar(metavar), Flag.withDescription(description))

/** `faultline generate --spec F --errors F --out D` */
export const generate = Command.make(
  "generate",
  {
    spec: file("spec", "F", "the OpenAPI document, 3.0 or 3.1, JSON or YAML"),
    errors: file(
      "errors",
      "F",
      "what no document says: failures, limits, what may be repeated (errors.json)"
    ),
    out: file("out", "D", "the folder that the code is written to").pipe(Flag.optional),
    init: flag("init", "write a starter for --errors, from what the document shows, and nothing else"),
    check: flag(
      "check",
      "write nothing; fail where the folder is not what it would be, and say what would change"
    ),
    allow: flag("allow", "succeed although something of the document is not carried"),
    json: flag("json", "one JSON document on standard output")
  },
  Effect.fnUntraced(function* (given) {
    if (given.init && (given.check || Option.isSome(given.out)))
      return yield* wrong(
        "--init writes the file that --errors names, and nothing else: leave --out and --check out."
      )
    const { initiate, run } = yield* Effect.promise(() => import("../generate/run.ts"))
    if (given.init) return yield* initiate(given)
    if (Option.isNone(given.out)) return yield* wrong("Say where the code is to be written: --out src/acme.")
    yield* run({ ...given, out: given.out.value })
  })
).pipe(
  Command.withDescription(
    "Write the operations of a vendor of your own from its OpenAPI document and a file with what no document says."
  ),
  Command.withExamples([
    {
      command: "faultline generate --spec openapi.json --errors errors.json --init",
      description: "a starter to complete"
    },
    {
      command: "faultline generate --spec openapi.json --errors errors.json --out src/acme",
      description:
        "the code; exit code 1: something of the document is not carried, or a file was edited by hand"
    },
    {
      command: "faultline generate --spec openapi.json --errors errors.json --out src/acme --check",
      description: "for CI: nothing is written, exit code 1 where a run would change something"
    }
  ])
)
