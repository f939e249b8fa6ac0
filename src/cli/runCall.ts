/** Carrying out one call for the command line: its input from JSON, its credentials from the environment, its failure reported. */
import * as Config from "effect/Config"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Stdio from "effect/Stdio"
import { type AnyFailure, isFailure, showVerdict } from "../contract/Failure.ts"
import type { AnyOperation } from "../contract/Operation.ts"
import { unset } from "../diagnose/Diagnose.ts"
import * as Telemetry from "../pipeline/Telemetry.ts"
import { decodeInput } from "./input.ts"
import { print } from "./json.ts"
import { exitCode } from "./usage.ts"
import type { Opened } from "./vendors.ts"

/** The environment does not say what the vendor's layer needs. */
export interface Unset {
  readonly _tag: "Misconfigured"
  readonly vendor: string
  readonly message: string
  /** Names of the variables that are not set. */
  readonly missing: ReadonlyArray<string>
}

const unsetIn = (
  { fromEnvironment, vendor }: Opened,
  error: Config.ConfigError
): Effect.Effect<never, Unset> =>
  Effect.flatMap(unset(fromEnvironment, error), ({ missing, needs, problem }) =>
    Effect.fail<Unset>({
      _tag: "Misconfigured",
      vendor: vendor.name,
      message: `${vendor.name} cannot be called: ${problem}. ${needs}`,
      missing
    })
  )

/** What a call ended with, where the environment or the vendor is the reason. */
export const failed = (opened: Opened, error: unknown): Effect.Effect<never, AnyFailure | Unset> => {
  if (error instanceof Config.ConfigError) return unsetIn(opened, error)
  return isFailure(error) ? Effect.fail(error) : Effect.die(error)
}

// The failure tells of every answer, and log lines beside it would spoil its JSON.
const unlogged = Telemetry.all(Telemetry.tracing, Telemetry.metrics)

// A person who waits is told of every attempt that fails; a program reads the report in the failure.
const progress: Effect.Effect<Telemetry.Observer, never, Stdio.Stdio> = Effect.gen(function* () {
  const watched = yield* (yield* Stdio.Stdio).stderrIsTerminal
  if (!watched) return unlogged
  return Telemetry.all(unlogged, {
    observe: (fact) =>
      fact._tag === "AttemptEnded" && fact.outcome !== "ok"
        ? Console.error(`${fact.operation}: attempt ${fact.number + 1} ended with ${fact.outcome}`)
        : Effect.void
  })
})

/** Calls the operation with its input as JSON. */
export const runCall = (
  opened: Opened,
  operation: AnyOperation,
  json: unknown
): Effect.Effect<unknown, AnyFailure | Unset, Stdio.Stdio> =>
  Effect.gen(function* () {
    const input = yield* decodeInput(operation, json)
    const telemetry = yield* progress
    return yield* opened.call(operation, input).pipe(
      Effect.provideService(Telemetry.Current, telemetry),
      Effect.catch((error) => failed(opened, error))
    )
  })

const carriedBy = (failure: AnyFailure): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(failure).filter(([name]) => !["_tag", "call", "complaints"].includes(name))
  )

/** The failure as data. */
export const record = (failure: AnyFailure) => ({
  tag: failure._tag,
  message: failure.message,
  vendor: failure.vendor,
  operation: failure.operation ?? null,
  status: failure.status ?? null,
  vendorMessage: failure.vendorMessage ?? null,
  excerpt: failure.excerpt ?? null,
  complaints: failure.complaints,
  moreComplaints: failure.call?.moreComplaints ?? 0,
  category: failure.category,
  notBefore: failure.notBefore ?? null,
  retry: showVerdict(failure.retry),
  delivery: failure.delivery,
  means: failure.means,
  remedy: failure.remedy,
  see: failure.see,
  requestId: failure.requestId ?? null,
  time: failure.time ?? null,
  request: failure.request ?? null,
  attempts: failure.attempts,
  carries: carriedBy(failure)
})

/** The failure as one line of JSON, or in words. */
export const render = (failure: AnyFailure | Unset, json: boolean): string => {
  const { message } = failure
  if (isFailure(failure)) return json ? print(record(failure), true) : `${message}\nSee: ${failure.see}`
  return json
    ? print({ tag: failure._tag, message, vendor: failure.vendor, missing: failure.missing }, true)
    : message
}

/** How the process ends: 2 where the input or the configuration is to be corrected, 1 where the vendor or the network failed. */
export const codeOf = ({ _tag }: AnyFailure | Unset): number =>
  _tag === "InvalidInput" || _tag === "Misconfigured" ? exitCode.wrongUsage : exitCode.failure
