/** A PostgreSQL of its own on a free loopback port, for tests. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { chownSync, mkdtempSync, readdirSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PgClient } from "@effect/sql-pg"
import { Effect, Layer, Redacted } from "effect"
import type * as SqlClient from "effect/sql/SqlClient"

/** Debian keeps the programs of each version in a folder of their own, which is not on the path. */
const folders = (): ReadonlyArray<string> => {
  try {
    const root = "/usr/lib/postgresql"
    return readdirSync(root).map((version) => join(root, version, "bin"))
  } catch {
    return []
  }
}

const programs = ["", ...folders()].find(
  (folder) => spawnSync(join(folder, "initdb"), ["--version"]).status === 0
)

/** Its servers do not run as root: there, they run as the user that their package has made. */
export const serverUser = ((): { readonly uid?: number; readonly gid?: number } => {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string) => Number(spawnSync("id", [flag, "postgres"]).stdout)
  return { uid: idOf("-u"), gid: idOf("-g") }
})()

/** Whether one can be started here. In CI it must be: there, its absence is a failure and not an excuse. */
export const available = (): boolean => {
  if (programs !== undefined && !Number.isNaN(serverUser.uid)) return true
  const says =
    "PostgreSQL is not installed, so the outbox in a database was not tested (apt-get install postgresql)"
  if (process.env["CI"] !== undefined) throw new Error(says)
  console.warn(says)
  return false
}

/** A port that nobody has. */
export const freePort = Effect.callback<number>((resume) => {
  const server = createServer()
  server.listen(0, "127.0.0.1", () => {
    const address = server.address()
    const port = typeof address === "object" && address !== null ? address.port : 0
    server.close(() => resume(Effect.succeed(port)))
  })
})

const ready = (child: ChildProcess) =>
  Effect.callback<void>((resume) => {
    let said = ""
    const listen = (chunk: Buffer) => {
      said += String(chunk)
      if (!said.includes("database system is ready to accept connections")) return
      child.stderr?.off("data", listen).resume()
      resume(Effect.void)
    }
    child.stderr?.on("data", listen)
    child.once("exit", (code) => resume(Effect.die(new Error(`postgres ended with ${code}: ${said}`))))
  })

const ended = (child: ChildProcess, signal: NodeJS.Signals) =>
  Effect.callback<void>((resume) => {
    if (child.exitCode !== null || child.signalCode !== null) return resume(Effect.void)
    child.once("exit", () => resume(Effect.void))
    child.kill(signal)
  })

const made = Effect.sync(() => {
  const data = mkdtempSync(join(tmpdir(), "faultline-postgres-"))
  if (serverUser.uid !== undefined && serverUser.gid !== undefined)
    chownSync(data, serverUser.uid, serverUser.gid)
  const options = ["-D", data, "-U", "test", "--auth=trust", "--encoding=UTF8", "--no-sync"]
  const { status, stderr } = spawnSync(join(programs ?? "", "initdb"), options, { ...serverUser, cwd: data })
  if (status !== 0) throw new Error(`initdb: ${String(stderr)}`)
  return data
})

/** How the server is started, besides where. */
export interface ServerOptions {
  /** Settings: `["fsync=on"]`. The tests need no disk that keeps what the machine loses. */
  readonly settings?: ReadonlyArray<string>
}

/**
 * Starts one. `stop` ends it at once, as a crash of its processes does; `start` brings it back at the same port. It ends with the scope.
 */
export const postgresServer = ({ settings = ["fsync=off"] }: ServerOptions = {}) =>
  Effect.gen(function* () {
    const port = yield* freePort
    const data = yield* Effect.acquireRelease(made, (data) =>
      Effect.sync(() => rmSync(data, { recursive: true, force: true }))
    )
    let child: ChildProcess | undefined
    const stop = Effect.suspend(() => (child === undefined ? Effect.void : ended(child, "SIGQUIT")))
    const start = Effect.suspend(() => {
      const given = ["listen_addresses=127.0.0.1", `unix_socket_directories=${data}`, ...settings]
      const options = ["-D", data, "-p", String(port), ...given.flatMap((setting) => ["-c", setting])]
      child = spawn(join(programs ?? "", "postgres"), options, {
        ...serverUser,
        cwd: data,
        stdio: ["ignore", "ignore", "pipe"]
      })
      return ready(child)
    })
    yield* Effect.acquireRelease(start, () => stop)
    const url = `postgres://test@127.0.0.1:${port}/postgres`
    return { port, url, stop, start }
  })

/** A client of it. */
export const clientOf = (
  url: string,
  options: Partial<PgClient.PgPoolConfig> = {}
): Layer.Layer<SqlClient.SqlClient> =>
  Layer.orDie(PgClient.layer({ url: Redacted.make(url), maxConnections: 8, ...options }))
