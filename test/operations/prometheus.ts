/** A real Prometheus on a free loopback port, and promtool. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { Effect, Schedule } from "effect"

const found = ["prometheus", "promtool"].every((name) => spawnSync(name, ["--version"]).status === 0)

/** Whether a Prometheus can be started here. In CI it must be: there, its absence is a failure and not an excuse. */
export const available = (): boolean => {
  if (found) return true
  const says =
    "prometheus is not installed, so the dashboard and the alerts were not tested (apt-get install --no-install-recommends prometheus)"
  if (process.env["CI"] !== undefined) throw new Error(says)
  console.warn(says)
  return false
}

/** Runs promtool; what it printed, and whether it was content. */
export const promtool = (args: ReadonlyArray<string>, input: string = "") => {
  const { status, stderr, stdout } = spawnSync("promtool", args, { input, encoding: "utf8" })
  return { ok: status === 0, output: `${stdout}${stderr}` }
}

/** A folder that is deleted with the scope. */
export const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "faultline-prometheus-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

const freePort = Effect.callback<number>((resume) => {
  const server = createServer()
  server.listen(0, "127.0.0.1", () => {
    const address = server.address()
    const port = typeof address === "object" && address !== null ? address.port : 0
    server.close(() => resume(Effect.succeed(port)))
  })
})

const killed = (child: ChildProcess) =>
  Effect.callback<void>((resume) => {
    if (child.exitCode !== null || child.signalCode !== null) return resume(Effect.void)
    child.once("exit", () => resume(Effect.void))
    child.kill("SIGKILL")
  })

/** A process that ends with the scope. */
export const running = (command: string, args: ReadonlyArray<string>, env: Record<string, string> = {}) =>
  Effect.acquireRelease(
    Effect.sync(() =>
      spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] })
    ),
    killed
  )

/** What a process prints, up to the first match. */
export const printed = (child: ChildProcess, pattern: RegExp) =>
  Effect.callback<string>((resume) => {
    let text = ""
    const look = (chunk: Buffer) => {
      text += String(chunk)
      const [match] = pattern.exec(text) ?? []
      if (match !== undefined) resume(Effect.succeed(match))
    }
    child.stdout?.on("data", look)
    child.stderr?.on("data", look)
    child.once("exit", (code) => resume(Effect.die(new Error(`it ended with ${code}:\n${text}`))))
  })

/** The configuration of a server that reads one target each second, and the rules. */
export const configuration = (target: string): string =>
  [
    "global: { scrape_interval: 1s, evaluation_interval: 1s }",
    `rule_files: [${JSON.stringify(resolve("docs/operations/alerts.yml"))}]`,
    "scrape_configs:",
    "  - job_name: observed",
    `    static_configs: [{ targets: [${JSON.stringify(target)}] }]`
  ].join("\n")

interface Sample {
  readonly metric: Readonly<Record<string, string>>
  readonly value: readonly [number, string]
}

/** Starts a server; asks its API. */
export const server = (target: string) =>
  Effect.gen(function* () {
    const path = yield* folder
    const port = yield* freePort
    const config = join(path, "prometheus.yml")
    writeFileSync(config, configuration(target))
    const address = `127.0.0.1:${port}`
    const child = yield* running("prometheus", [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(path, "data")}`,
      `--web.listen-address=${address}`
    ])
    yield* printed(child, /ready to receive web requests/i)
    child.stderr?.resume()
    const get = (path: string): Effect.Effect<any> =>
      // any: what the API of another program answers
      Effect.promise(() => fetch(`http://${address}/api/v1/${path}`).then((answer) => answer.json()))
    const query = (expr: string): Effect.Effect<ReadonlyArray<Sample>> =>
      Effect.flatMap(get(`query?query=${encodeURIComponent(expr)}`), ({ data, error }) =>
        error === undefined ? Effect.succeed(data.result) : Effect.die(new Error(`${String(error)}\n${expr}`))
      )
    return { get, query, config }
  })

/** Looks five times a second until it finds what it is after, for so long at most. */
export const until = <A>(look: Effect.Effect<A>, enough: (found: A) => boolean, seconds: number) =>
  Effect.repeat(look, {
    schedule: Schedule.spaced("200 millis"),
    times: seconds * 5,
    until: enough
  })
