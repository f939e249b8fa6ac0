/** Spans and metrics of calls, and the one list of attribute names. The application chooses where they go. */
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Metric from "effect/Metric"
import type { AnyFailure } from "../contract/Failure.ts"

/** Attribute names: OpenTelemetry's where it has one, ours under `faultline.`. */
export const attribute = {
  vendor: "faultline.vendor",
  operation: "faultline.operation",
  delivery: "faultline.delivery",
  method: "http.request.method",
  path: "url.template",
  server: "server.address",
  status: "http.response.status_code",
  resend: "http.request.resend_count",
  error: "error.type"
} as const

/** Calls by vendor, operation and outcome (`ok` or the failure's tag). */
export const calls = Metric.counter("faultline_calls_total", {
  incremental: true,
  description: "Calls that ended"
})

/** Attempts by vendor, operation and outcome. */
export const attempts = Metric.counter("faultline_attempts_total", {
  incremental: true,
  description: "Attempts that ended"
})

/** Milliseconds from the beginning of a call to its end, waits included. */
export const duration = Metric.timer("faultline_call_duration")

/** What is known of a call when it is observed. */
export interface Observed {
  readonly vendor: string
  readonly operation: string
  readonly method: string
  /** The path with its placeholders: no ids, so that names stay few. */
  readonly path: string
  readonly server: string
  /** Which attempt it is, from 0. */
  readonly attempt: number
}

/** How calls and attempts are observed. */
export interface Telemetry {
  readonly call: <A>(effect: Effect.Effect<A, AnyFailure>, observed: Observed) => Effect.Effect<A, AnyFailure>
  readonly attempt: <A>(
    effect: Effect.Effect<A, AnyFailure>,
    observed: Observed
  ) => Effect.Effect<A, AnyFailure>
}

const outcome = (counter: Metric.Counter<number>, { operation, vendor }: Observed, result: string) =>
  Metric.update(Metric.withAttributes(counter, { vendor, operation, outcome: result }), 1)

const marked = <A>(
  effect: Effect.Effect<A, AnyFailure>,
  counter: Metric.Counter<number>,
  observed: Observed
) =>
  effect.pipe(
    Effect.tapError((failure) =>
      Effect.annotateCurrentSpan({
        [attribute.error]: failure._tag,
        [attribute.delivery]: failure.delivery,
        ...(failure.status === undefined ? {} : { [attribute.status]: failure.status })
      })
    ),
    Effect.tap(() => outcome(counter, observed, "ok")),
    Effect.tapError((failure) => outcome(counter, observed, failure._tag))
  )

/** A span per call with a child per attempt, and three metrics. */
export const spans: Telemetry = {
  call: (effect, observed) =>
    marked(effect, calls, observed).pipe(
      Effect.trackDuration(
        Metric.withAttributes(duration, { vendor: observed.vendor, operation: observed.operation })
      ),
      Effect.withSpan(observed.operation, {
        attributes: { [attribute.vendor]: observed.vendor, [attribute.operation]: observed.operation }
      })
    ),
  attempt: (effect, observed) =>
    marked(effect, attempts, observed).pipe(
      Effect.withSpan(`${observed.method} ${observed.path}`, {
        kind: "client",
        attributes: {
          [attribute.method]: observed.method,
          [attribute.path]: observed.path,
          [attribute.server]: observed.server,
          ...(observed.attempt === 0 ? {} : { [attribute.resend]: observed.attempt })
        }
      })
    )
}

/** Observes nothing. */
export const none: Telemetry = { call: (effect) => effect, attempt: (effect) => effect }

/** The telemetry of all layers; provide another value to replace it. */
export const Current = Context.Reference<Telemetry>("faultline/Telemetry", { defaultValue: () => spans })
