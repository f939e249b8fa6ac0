/** A PgBouncer in transaction mode in front of a PostgreSQL: no two statements need the same connection. */
import { spawn, spawnSync } from "node:child_process"
import { chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect } from "effect"
import { freePort, serverUser } from "./postgresServer.ts"

/** Whether one can be started here. In CI it must be. */
export const hasBouncer = (): boolean => {
  if (spawnSync("pgbouncer", ["--version"]).status === 0) return true
  const says =
    "pgbouncer is not installed, so the outbox behind it was not tested (apt-get install pgbouncer)"
  if (process.env["CI"] !== undefined) throw new Error(says)
  console.warn(says)
  return false
}

const configOf = (server: number, port: number) => `[databases]
postgres = host=127.0.0.1 port=${server}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 3
`

/** Starts one in front of the server at a port; succeeds with its URL. It ends with the scope. */
export const bouncer = (server: number) =>
  Effect.gen(function* () {
    const port = yield* freePort
    const folder = yield* Effect.acquireRelease(
      Effect.sync(() => mkdtempSync(join(tmpdir(), "faultline-pgbouncer-"))),
      (folder) => Effect.sync(() => rmSync(folder, { recursive: true, force: true }))
    )
    const file = join(folder, "pgbouncer.ini")
    writeFileSync(file, configOf(server, port).replace("host=127.0.0.1", "host=127.0.0.1 user=test"))
    const { gid, uid } = serverUser
    if (uid !== undefined && gid !== undefined) for (const path of [folder, file]) chownSync(path, uid, gid)
    yield* Effect.acquireRelease(
      Effect.callback<ReturnType<typeof spawn>>((resume) => {
        let said = ""
        const child = spawn("pgbouncer", [file], { ...serverUser, stdio: ["ignore", "ignore", "pipe"] })
        child.stderr?.on("data", (chunk: Buffer) => {
          said += String(chunk)
          if (said.includes("process up")) resume(Effect.succeed(child))
        })
        child.once("exit", (code) => resume(Effect.die(new Error(`pgbouncer ended with ${code}: ${said}`))))
      }),
      (child) => Effect.sync(() => child.kill("SIGKILL"))
    )
    return `postgres://test@127.0.0.1:${port}/postgres`
  })
