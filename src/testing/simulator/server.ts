/**
 * A simulated world as a real HTTP server on loopback (Node only; loaded when it is asked for). Its faults happen to real
 * sockets. One of them cannot be told exactly: a connection cannot be refused once it stands, so `refused` resets it before the
 * request is read, and with `for` also closes the port so long, during which connections really are refused.
 */
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as http from "node:http"
import type { Wire } from "../../contract/Wire.ts"
import type { CannotListen } from "./cannotListen.ts"
import { address, open } from "./port.ts"
import type { Head } from "./received.ts"
import { prefixOf } from "./route.ts"
import type { Answer, Engine } from "./world.ts"

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

const written = (response: http.ServerResponse, bytes: Buffer): Effect.Effect<void> =>
  Effect.callback((resume) => void response.write(bytes, () => resume(Effect.void)))

const start = (response: http.ServerResponse, { headers, status }: Wire, length: number) =>
  response.writeHead(
    status,
    status === 204 || status === 304 ? { ...headers } : { ...headers, "content-length": length }
  )

const pieces = 8

const writeWhole = (response: http.ServerResponse, wire: Wire, over: number): Effect.Effect<void> =>
  Effect.gen(function* () {
    const bytes = Buffer.from(wire.text)
    start(response, wire, bytes.length)
    const size = over > 0 ? Math.max(1, Math.ceil(bytes.length / pieces)) : Math.max(1, bytes.length)
    for (let start = 0; start < bytes.length; start += size) {
      if (over > 0) yield* Effect.sleep((over * size) / bytes.length)
      yield* written(response, bytes.subarray(start, start + size))
    }
    response.end()
  })

// A reset discards what the other side has not read yet, so the half body gets a moment to arrive.
const momentToArrive = "50 millis"

const writeHalf = (response: http.ServerResponse, wire: Wire): Effect.Effect<void> =>
  Effect.gen(function* () {
    const bytes = Buffer.from(wire.text)
    start(response, wire, bytes.length + 1)
    response.flushHeaders()
    if (bytes.length > 1) yield* written(response, bytes.subarray(0, Math.ceil(bytes.length / 2)))
    yield* Effect.sleep(momentToArrive)
    response.socket?.resetAndDestroy()
  })

const play = (
  answer: Answer,
  response: http.ServerResponse,
  shut: (millis: number) => Effect.Effect<void>
): Effect.Effect<void> => {
  const cut = Effect.sync(() => void response.socket?.resetAndDestroy())
  switch (answer._tag) {
    case "Whole":
      return writeWhole(response, answer.wire, answer.over)
    case "Half":
      return writeHalf(response, answer.wire)
    case "Refused":
      return Effect.andThen(cut, answer.millis > 0 ? shut(answer.millis) : Effect.void)
    case "Cut":
      return cut
    case "Silent":
      return Effect.never
    case "Nowhere":
      return writeWhole(
        response,
        { status: 404, headers: {}, text: "No vendor is served under this path.", body: undefined },
        0
      )
  }
}

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
    const run = Effect.runForkWith(yield* Effect.context<never>())
    const server = http.createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
      run(Effect.forkIn(Effect.raceFirst(serveOne(engine, request, response, shut), gone(response)), scope))
    })
    const { port, shut } = yield* open(options.port ?? 0, (socket) => void server.emit("connection", socket))
    const bases = basesOf(engine, port)
    return { port, bases, env: envOf(engine, bases) }
  })
