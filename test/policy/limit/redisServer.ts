/** A real Redis on a free loopback port, for tests. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { createServer, type Socket } from "node:net"
import { Effect } from "effect"

const found = spawnSync("redis-server", ["--version"]).status === 0

/** Whether a Redis can be started here. In CI it must be: there, its absence is a failure and not an excuse. */
export const available = (): boolean => {
  if (found) return true
  const says =
    "redis-server is not installed, so what is shared between processes was not tested (apt-get install redis-server)"
  if (process.env["CI"] !== undefined) throw new Error(says)
  console.warn(says)
  return false
}

const freePort = Effect.callback<number>((resume) => {
  const server = createServer()
  server.listen(0, "127.0.0.1", () => {
    const address = server.address()
    const port = typeof address === "object" && address !== null ? address.port : 0
    server.close(() => resume(Effect.succeed(port)))
  })
})

/** A server that accepts connections and never says anything. It ends with the scope. */
export const silentServer = Effect.acquireRelease(
  Effect.callback<{ readonly port: number; readonly end: () => void }>((resume) => {
    const sockets = new Set<Socket>()
    const server = createServer((socket) => void sockets.add(socket.on("error", () => undefined)))
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      const end = () => {
        for (const socket of sockets) socket.destroy()
        server.close()
      }
      resume(
        Effect.succeed({ port: typeof address === "object" && address !== null ? address.port : 0, end })
      )
    })
  }),
  ({ end }) => Effect.sync(end)
).pipe(Effect.map(({ port }) => port))

const ready = (child: ChildProcess) =>
  Effect.callback<void>((resume) => {
    child.stdout?.on("data", (chunk: Buffer) => {
      if (String(chunk).includes("Ready to accept connections")) resume(Effect.void)
    })
    child.once("exit", (code) => resume(Effect.die(new Error(`redis-server ended with ${code}`))))
  })

const stopped = (child: ChildProcess) =>
  Effect.callback<void>((resume) => {
    if (child.exitCode !== null || child.signalCode !== null) return resume(Effect.void)
    child.once("exit", () => resume(Effect.void))
    child.kill("SIGKILL")
  })

/** Starts one; `kill` and `start` make it die and come back at the same port. It ends with the scope. */
export const redisServer = Effect.gen(function* () {
  const port = yield* freePort
  let child: ChildProcess | undefined
  const kill = Effect.suspend(() => (child === undefined ? Effect.void : stopped(child)))
  const start = Effect.suspend(() => {
    const options = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    child = spawn("redis-server", options, { stdio: ["ignore", "pipe", "ignore"] })
    return ready(child)
  })
  yield* Effect.acquireRelease(start, () => kill)
  return { url: `redis://127.0.0.1:${port}`, kill, start }
})
