/**
 * A simulated world as a real HTTP server on loopback (Node only, whose modules are loaded when it is asked for). Its faults happen to real
 * sockets. One of them cannot be told exactly: a connection cannot be refused once it stands, so `refused` resets it before the
 * request is read, and with `for` also closes the port so long, during which connections really are refused.
 */
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type * as http from "node:http"
import type { CannotListen } from "./cannotListen.ts"
import type { Engine } from "./engine.ts"
import { play } from "./play.ts"
import { address, open } from "./port.ts"
import type { Head } from "./received.ts"
import { prefixOf } from "./route.ts"

export { CannotListen } from "./cannotListen.ts"

/** Where the server listens. */
export interface ServeOptions {
  /** Default: 0, any free port. */
  readonly port?: number
}

/** A server at work. */
export interface Served {
  readonly port: number
  /** The base URLs, by vendor and host. */
  readonly bases: ReadonlyArray<{ readonly vendor: string; readonly host: string; readonly url: string }>
  /** The environment that makes clients talk to this server. */
  readonly env: Readonly<Record<string, string>>
}

// No documented request is larger, but for uploads of files, which are not simulated.
const largestBody = 64 * 1_048_576

const headOf = (request: http.IncomingMessage): Head => ({
  method: request.method ?? "GET",
  url: new URL(request.url ?? "/", `http://${address}`),
  headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
})

const readBody = (request: http.IncomingMessage): Effect.Effect<string | undefined> =>
  Effect.callback((resume) => {
    const chunks: Array<Buffer> = []
    let size = 0
    request.on("data", (chunk: Buffer) => {
      size += chunk.length
      if (size <= largestBody) chunks.push(chunk)
    })
    request.on("end", () =>
      resume(Effect.succeed(size > largestBody ? undefined : Buffer.concat(chunks).toString("utf8")))
    )
    request.on("error", () => resume(Effect.interrupt))
  })

const beforeTheBody: ReadonlyArray<string | undefined> = ["refused", "cut-before"]

const serveOne = (
  engine: Engine,
  request: http.IncomingMessage,
  response: http.ServerResponse,
  shut: (millis: number) => Effect.Effect<void>
): Effect.Effect<void> =>
  Effect.gen(function* () {
    const arrival = engine.arrive(headOf(request))
    const text = beforeTheBody.includes(arrival.fault?.fault) ? "" : yield* readBody(request)
    if (text === undefined) return void response.writeHead(413).end()
    yield* play(yield* engine.carryOut(arrival, text), response, shut)
  }).pipe(
    Effect.catchDefect((defect) =>
      Effect.andThen(
        Effect.logError("The simulator itself broke.", defect),
        Effect.sync(
          () =>
            void (response.headersSent
              ? response.socket?.destroy()
              : response.writeHead(500).end("The simulator broke."))
        )
      )
    )
  )

const basesOf = (engine: Engine, port: number): Served["bases"] =>
  engine.vendors.flatMap((simulated) =>
    Object.keys(simulated.vendor.hosts).map((host) => ({
      vendor: simulated.vendor.name,
      host,
      url: `http://${address}:${port}${prefixOf(simulated, host)}`
    }))
  )

/** The environment lines of all vendors, for given base URLs. */
const envOf = (engine: Engine, bases: Served["bases"]): Served["env"] =>
  Object.assign(
    {},
    ...engine.vendors.map((simulated) => {
      const mine = bases.filter(({ vendor }) => vendor === simulated.vendor.name)
      return simulated.env(Object.fromEntries(mine.map(({ host, url }) => [host, url])))
    })
  )

// A client that has gone away waits for nothing more.
const gone = (response: http.ServerResponse): Effect.Effect<void> =>
  Effect.callback((resume) => void response.once("close", () => resume(Effect.void)))

/** Serves a world until the scope closes. */
export const serve = (
  engine: Engine,
  options: ServeOptions = {}
): Effect.Effect<Served, CannotListen, Scope.Scope> =>
  Effect.gen(function* () {
    const scope = yield* Effect.scope
    const { createServer } = yield* Effect.promise(() => import("node:http"))
    const run = Effect.runForkWith(yield* Effect.context<never>())
    const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
      run(Effect.forkIn(Effect.raceFirst(serveOne(engine, request, response, shut), gone(response)), scope))
    })
    const { port, shut } = yield* open(options.port ?? 0, (socket) => void server.emit("connection", socket))
    const bases = basesOf(engine, port)
    return { port, bases, env: envOf(engine, bases) }
  })
