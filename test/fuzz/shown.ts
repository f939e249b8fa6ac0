/** Everything that can be seen of a call: its failure in every rendering, the log, the journal, and what observers are handed. */
import { inspect } from "node:util"
import { Cause, Effect, Exit, Layer, Logger } from "effect"
import * as Journal from "../../src/pipeline/Journal.ts"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"

/** One rendering, by name. */
export interface Rendering {
  readonly of: string
  readonly text: string
}

/** Plain text of anything, cycles and all. */
const plain = (value: unknown): string =>
  inspect(value, { depth: 12, maxStringLength: null, maxArrayLength: 50 })

/** Collects what a run shows on the way. */
export const watching = () => {
  const seen: Array<Rendering> = []
  const see = (of: string, value: unknown) => void seen.push({ of, text: plain(value) })
  const logs = Logger.layer([Logger.make((entry) => see("log", Logger.formatLogFmt.log(entry)))])
  const journal = Layer.succeed(Journal.Current, {
    record: (entry) =>
      Effect.andThen(
        Effect.sync(() => see("journal", entry)),
        Journal.log.record(entry)
      )
  })
  const observer: Telemetry.Observer = { observe: (fact) => Effect.sync(() => see("observer", fact)) }
  const telemetry = Layer.succeed(Telemetry.Current, Telemetry.all(Telemetry.standard, observer))
  return { seen, layer: Layer.mergeAll(logs, journal, telemetry) }
}

/** The renderings of how a call ended. */
export const renderings = (exit: Exit.Exit<unknown, unknown>): ReadonlyArray<Rendering> => {
  if (Exit.isSuccess(exit)) return []
  const failure = Cause.squash(exit.cause)
  return [
    { of: "String", text: String(failure) },
    { of: "JSON", text: JSON.stringify(failure) ?? "" },
    { of: "inspect", text: plain(failure) },
    { of: "Cause.pretty", text: Cause.pretty(exit.cause) }
  ]
}
