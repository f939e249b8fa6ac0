/**
 * A program to look at: calls of three simulated vendors with all that can go wrong, its metrics for Prometheus at `/metrics`, and,
 * where OpenTelemetry's variables name a collector (`OTEL_EXPORTER_OTLP_ENDPOINT`, `OTEL_TRACES_EXPORTER=otlp`,
 * `OTEL_LOGS_EXPORTER=otlp`), its spans and logs there. It runs until it is stopped.
 */
import { createServer } from "node:http"
import { NodeHttpServer, NodeRuntime } from "@effect/platform-node"
import { Config, ConfigProvider, Console, Effect, Layer } from "effect"
import { FetchHttpClient, HttpRouter, HttpServer } from "effect/http"
import { OtlpLogger, OtlpSerialization, OtlpTracer, PrometheusMetrics } from "effect/observability"
import { Telemetry } from "faultline"
import { simulators, traffic, vendors } from "./traffic.ts"

/** `GET /metrics`, with the names that the dashboard and the alerts of `docs/operations` have. */
const metrics = HttpRouter.serve(
  PrometheusMetrics.layerHttp({ metricNameMapper: Telemetry.prometheusName }),
  { disableLogger: true, disableListenLog: true }
).pipe(
  Layer.tap(() =>
    Effect.flatMap(
      HttpServer.addressFormattedWith((address) => Effect.succeed(address)),
      (address) => Console.log(`metrics: ${address}/metrics`)
    )
  ),
  Layer.provide(
    NodeHttpServer.layerConfig(createServer, {
      // In a container the address of the container; anywhere else nobody but this machine.
      host: Config.String("METRICS_HOST").pipe(Config.withDefault("127.0.0.1")),
      port: Config.Int("METRICS_PORT").pipe(Config.withDefault(9464))
    })
  )
)

/** Without OpenTelemetry's variables nothing is sent. */
const otlp = Layer.mergeAll(
  OtlpTracer.layerFromConfig({ resource: { serviceName: "observed" } }),
  OtlpLogger.layerFromConfig({ resource: { serviceName: "observed" } })
).pipe(Layer.provide(OtlpSerialization.layerJson), Layer.provide(FetchHttpClient.layer))

const program = Effect.gen(function* () {
  const { env } = yield* simulators
  const config = ConfigProvider.layer(ConfigProvider.fromEnv({ env: { ...env } }))
  yield* Effect.provide(traffic, Layer.provide(vendors, config))
}).pipe(Effect.scoped)

NodeRuntime.runMain(Effect.provide(program, Layer.mergeAll(metrics, otlp)))
