/** The files of `examples/observability`: no engine runs them here, so their form is checked, and that they fit together. */
import { createServer } from "node:http"
import { existsSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { parse } from "yaml"
import { printed, running } from "./prometheus.ts"

const folder = "examples/observability"

const read = (name: string): any => parse(readFileSync(join(folder, name), "utf8")) // any: what a file holds is what is checked

interface Service {
  readonly image: string
  readonly ports?: ReadonlyArray<string>
  readonly volumes?: ReadonlyArray<string>
  readonly environment?: Readonly<Record<string, string>>
  readonly command?: ReadonlyArray<string>
  readonly depends_on?: ReadonlyArray<string>
}

const services: Readonly<Record<string, Service>> = read("compose.yml").services
const each = Object.entries(services)

describe("the services", () => {
  it.each(each)("%s is an image with its version in full", (_, { image }) =>
    assert.match(image, /^[\w./-]+:v?\d+\.\d+\.\d+(-[a-z]+)?$/)
  )

  it.each(each)("%s is reached from this machine alone", (_, { ports = [] }) => {
    for (const port of ports) assert.match(port, /^127\.0\.0\.1:\d+:\d+$/)
  })

  it.each(each)("%s mounts what is there, and cannot write it", (_, { volumes = [] }) => {
    assert.isNotEmpty(volumes)
    for (const volume of volumes) {
      const [from = "", to = "", mode] = volume.split(":")
      assert.isTrue(existsSync(join(folder, from)), from)
      assert.strictEqual(mode, "ro", volume)
      if (from !== "../..") assert.isTrue(statSync(join(folder, from)).isFile() && /\.\w+$/.test(to), volume)
    }
  })

  it("find each other under the names and ports that they have", () => {
    const program = services["program"]!.environment!
    const { http } = read("collector.yml").receivers.otlp.protocols
    assert.strictEqual(
      program["OTEL_EXPORTER_OTLP_ENDPOINT"],
      `http://collector:${http.endpoint.split(":")[1]}`
    )
    const [scraped] = read("prometheus.yml").scrape_configs
    assert.deepStrictEqual(scraped.static_configs, [{ targets: [`program:${program["METRICS_PORT"]}`] }])
    const [source] = read("grafana/datasource.yml").datasources
    assert.strictEqual(source.url, "http://prometheus:9090")
    assert.include(services["prometheus"]!.ports ?? [], "127.0.0.1:9090:9090")
    for (const [, { depends_on = [] }] of each) for (const name of depends_on) assert.property(services, name)
  })

  it("are given their files where they look for them", () => {
    const targets = (name: string) => services[name]!.volumes!.map((volume) => volume.split(":")[1] ?? "")
    for (const path of read("prometheus.yml").rule_files) assert.include(targets("prometheus"), path)
    const [{ options }] = read("grafana/dashboards.yml").providers
    assert.isTrue(targets("grafana").some((path) => path.startsWith(`${options.path}/`)))
    for (const name of ["prometheus", "collector"])
      for (const flag of services[name]!.command!) assert.include(targets(name), flag.split("=")[1])
    const script = services["program"]!.command!.at(-1)!
    assert.isTrue(existsSync(script), script)
  })

  it("the collector's pipelines name what it has, and take what the program sends", () => {
    const { exporters, receivers, service } = read("collector.yml")
    const pipelines: Readonly<Record<string, Record<"receivers" | "exporters", ReadonlyArray<string>>>> =
      service.pipelines
    assert.deepStrictEqual(Object.keys(pipelines).toSorted(), ["logs", "traces"])
    for (const pipeline of Object.values(pipelines)) {
      for (const name of pipeline.receivers) assert.property(receivers, name)
      for (const name of pipeline.exporters) assert.property(exporters, name)
    }
  })
})

/** Takes what comes in over OTLP, until spans and logs have come. */
const collector = (resume: (paths: ReadonlySet<string>) => void) => {
  const paths = new Set<string>()
  return createServer((request, response) => {
    paths.add(request.url ?? "")
    request.resume().on("end", () => response.end("{}"))
    if (paths.size === 2) resume(paths)
  })
}

it.live(
  "the program gives metrics, and sends spans and logs to a collector",
  () =>
    Effect.gen(function* () {
      const came = Promise.withResolvers<ReadonlySet<string>>()
      const server = collector(came.resolve)
      const port = yield* Effect.acquireRelease(
        Effect.callback<number>((resume) => {
          server.listen(0, "127.0.0.1", () => {
            const address = server.address()
            resume(Effect.succeed(typeof address === "object" && address !== null ? address.port : 0))
          })
        }),
        () =>
          Effect.sync(() => server.closeAllConnections()).pipe(
            Effect.andThen(Effect.sync(() => server.close()))
          )
      )
      const { command = [], environment = {} } = services["program"]!
      const child = yield* running(process.execPath, command.slice(1), {
        ...environment,
        METRICS_HOST: "127.0.0.1",
        METRICS_PORT: "0",
        OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`
      })
      const line = yield* printed(child, /metrics: http:\S+/)
      child.stderr?.resume()
      const text = yield* Effect.promise(() =>
        fetch(line.slice("metrics: ".length)).then((answer) => answer.text())
      )
      assert.include(text, "faultline_retry_budget_available")
      const paths = yield* Effect.promise(() => came.promise)
      assert.deepStrictEqual([...paths].toSorted(), ["/v1/logs", "/v1/traces"])
    }).pipe(Effect.scoped),
  30_000
)
