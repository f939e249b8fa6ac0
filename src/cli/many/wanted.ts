/** What the flags ask of a run of many items, checked before anything is sent. */
import * as Effect from "effect/Effect"
import type * as FileSystem from "effect/FileSystem"
import * as Option from "effect/Option"
import type * as Stdio from "effect/Stdio"
import { nameOf, operationsOf, type VendorModule } from "../../diagnose/Diagnose.ts"
import type { AnyOperation } from "../../contract/Operation.ts"
import { spanOf } from "../span.ts"
import { wrong, type WrongUsage } from "../usage.ts"
import type { AnyMany } from "./item.ts"
import { open } from "./lines.ts"
import { fromText } from "./position.ts"
import type { Wanted } from "./runMany.ts"

/** The flags. */
export interface Given {
  readonly vendor: string
  readonly operation: string
  readonly many: string
  readonly stdin: Option.Option<string>
  readonly input: Option.Option<string>
  readonly inputFile: Option.Option<string>
  readonly resumeFrom: Option.Option<string>
  readonly concurrency: Option.Option<number>
  readonly patience: Option.Option<string>
  readonly json: boolean
}

const takesMany = (operation: AnyOperation): operation is AnyMany =>
  "many" in operation && "batching" in operation

const takingMany = (module: VendorModule, operation: AnyOperation): Effect.Effect<AnyMany, WrongUsage> => {
  if (takesMany(operation)) return Effect.succeed(operation)
  const names = operationsOf(module).filter(takesMany).map(nameOf)
  const others = names.length === 0 ? "no operation does" : `these do: ${names.join(", ")}`
  return wrong(
    `${operation.tag} does not take many items; of ${module.vendor.name} ${others}. Call it once for each, with --input.`
  )
}

const positionOf = (given: Option.Option<string>) => {
  const position = fromText(Option.getOrElse(given, () => "0"))
  return position === undefined
    ? wrong(
        `“${Option.getOrElse(given, () => "")}” is no position. Give the one that the earlier run printed, or the number of items that are settled: --resume-from 1500.`
      )
    : Effect.succeed(position)
}

const example = "--patience '30 minutes'"

/** A value as a shell reads it. */
const quoted = (value: string): string =>
  /^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", `'\\''`)}'`

const commandOf = ({ concurrency, json, many, operation, patience, vendor }: Given): string =>
  [
    "faultline call",
    vendor,
    operation,
    "--many",
    quoted(many),
    ...(Option.isSome(concurrency) ? [`--concurrency ${concurrency.value}`] : []),
    ...(Option.isSome(patience) ? [`--patience ${quoted(patience.value)}`] : []),
    ...(json ? ["--json"] : [])
  ].join(" ")

/** Checks the flags, and opens the file. */
export const wantedOf = (
  module: VendorModule,
  operation: AnyOperation,
  given: Given
): Effect.Effect<
  { readonly wanted: Wanted; readonly taking: AnyMany },
  WrongUsage,
  FileSystem.FileSystem | Stdio.Stdio
> =>
  Effect.gen(function* () {
    const taking = yield* takingMany(module, operation)
    if ([given.input, given.inputFile, given.stdin].some(Option.isSome))
      return yield* wrong(
        "Give either one input or a file of many items, not both: --many F, “-” for standard input."
      )
    const from = yield* positionOf(given.resumeFrom)
    const concurrency = Option.getOrUndefined(given.concurrency)
    if (concurrency !== undefined && concurrency < 1)
      return yield* wrong(
        `There cannot be ${concurrency} requests under way. Give 1 or more: --concurrency 4.`
      )
    const patience = Option.isSome(given.patience) ? yield* spanOf(example, given.patience.value) : undefined
    const options = {
      ...(concurrency === undefined ? {} : { concurrency }),
      ...(patience === undefined ? {} : { patience })
    }
    const source = yield* open(given.many)
    return { taking, wanted: { source, from, options, json: given.json, command: commandOf(given) } }
  })
