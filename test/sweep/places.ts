/** Everywhere that people look at a call. One more place is one more entry of `placesOf`. */
import { Cause, Effect, Exit, Layer, Logger, Metric, References, Tracer } from "effect"
import { inspect } from "node:util"
import { record, render } from "../../src/cli/runCall.ts"
import { type AnyFailure, isFailure } from "../../src/contract/Failure.ts"
import type { Support } from "../../src/contract/Support.ts"
import * as Diagnose from "../../src/diagnose/Diagnose.ts"
import * as Alerts from "../../src/pipeline/Alerts.ts"
import * as Journal from "../../src/pipeline/Journal.ts"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"

/** Where something was shown, and what. */
export interface Shown {
  readonly place: string
  readonly text: string
}

/** Every way in which a failure is printed, or told to somebody. */
export const placesOf: Readonly<Record<string, (failure: AnyFailure, support: Support) => string>> = {
  message: ({ message }) => message,
  String: (failure) => String(failure),
  JSON: (failure) => JSON.stringify(failure),
  inspect: (failure) => inspect(failure, { depth: 12 }),
  "what a runtime dumps": (failure) =>
    inspect(failure, { depth: 12, customInspect: false, showHidden: true }),
  "an error around it": (failure) => inspect(new Error("outer", { cause: failure }), { depth: 12 }),
  "where it was made": ({ stack = "" }) => stack,
  cause: (failure) => Cause.pretty(Cause.fail(failure)),
  request: ({ request }) => JSON.stringify(request) ?? "",
  call: ({ call }) => JSON.stringify(call) ?? "",
  report: (failure, support) => {
    const report = Diagnose.report(failure, support)
    return JSON.stringify(report) + Diagnose.renderReport(report)
  },
  "faultline call": (failure) => render(failure, false),
  "faultline call --json": (failure) => JSON.stringify(record(failure))
}

const recorder = (see: (place: string, value: unknown) => void) =>
  Tracer.make({
    span: (options) => {
      const span = new Tracer.NativeSpan(options)
      const end = span.end.bind(span)
      span.end = (time, exit) => {
        end(time, exit)
        const { attributes, events, links, name, status } = span
        // A value that a call succeeds with is the program's: exporters leave it out.
        const ended = Exit.isSuccess(exit) ? "" : [Cause.pretty(exit.cause), status]
        see("span", [name, [...attributes], events, links, ended])
      }
      return span
    }
  })

/** Watches every place beside failures while an effect runs: spans, facts, logs, journals, alerts and metrics. */
export const watching = () => {
  const seen: Array<Shown> = []
  const see = (place: string, value: unknown) =>
    void seen.push({
      place,
      text: typeof value === "string" ? value : inspect(value, { depth: 12, maxStringLength: null })
    })
  const loggers = [Logger.formatLogFmt, Logger.formatJson, Logger.formatSimple].map((format) =>
    Logger.map(format, (line) => see("log", line))
  )
  const observer: Telemetry.Observer = {
    observe: (fact) =>
      Effect.sync(() =>
        see("fact", { ...fact, id: "id" in fact ? fact.id() : "", url: "url" in fact ? fact.url() : "" })
      )
  }
  const journal: Journal.Journal = {
    record: (entry) =>
      Effect.andThen(
        Effect.sync(() => see("journal", entry)),
        Journal.log.record(entry)
      ),
    calls: Journal.rows((row) => see("row", row))
  }
  const layer = Layer.mergeAll(
    Logger.layer(loggers),
    Layer.succeed(References.MinimumLogLevel, "Trace"),
    Layer.succeed(Journal.Current, journal),
    Layer.succeed(Tracer.Tracer, recorder(see)),
    Alerts.layer().pipe(
      Layer.provide(Layer.succeed(Telemetry.Current, Telemetry.all(Telemetry.standard, observer)))
    )
  )
  const rest = Effect.gen(function* () {
    see("alert", yield* (yield* Alerts.Alerts).standing)
    see("metric", JSON.stringify(yield* Metric.snapshot))
  })
  return { seen, see, layer, rest }
}

/** Shows how a call ended in every place, and logs it as a program would. */
export const showEnd = (
  see: (place: string, value: unknown) => void,
  exit: Exit.Exit<unknown, unknown>,
  support: Support
): Effect.Effect<void> => {
  if (Exit.isSuccess(exit)) return Effect.void
  const failure = Cause.squash(exit.cause)
  if (!isFailure(failure)) return Effect.sync(() => see("defect", failure))
  for (const [place, show] of Object.entries(placesOf)) see(place, show(failure, support))
  return Effect.andThen(Effect.logError("it failed", failure), Effect.logError(exit.cause))
}
