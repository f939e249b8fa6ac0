/** Servers on loopback that fail in one chosen way, and count the requests that reach them. */
import { Effect } from "effect"
import type { Scope } from "effect"
import * as http from "node:http"
import * as http2 from "node:http2"
import * as net from "node:net"
import * as tls from "node:tls"
import { Worker } from "node:worker_threads"
import * as certificates from "./certificates.ts"

/** Where a server listens, and how many requests have reached it so far. */
export interface Site {
  readonly url: string
  readonly arrived: () => number
}

type Made = Effect.Effect<Site, never, Scope.Scope>

const listening = (server: net.Server): Effect.Effect<number, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.callback<number>((resume) => {
      server.listen(0, "127.0.0.1", () => {
        const address = server.address()
        resume(Effect.succeed(typeof address === "object" && address !== null ? address.port : 0))
      })
    }),
    () => Effect.callback<void>((resume) => void server.close(() => resume(Effect.void)))
  )

const head = (data: Buffer): boolean => /^(GET|POST) /.test(data.toString("latin1"))

/** A plain TCP server; `on` is told of each connection and may fail it. */
export const tcp = (on: (socket: net.Socket) => void, scheme: "http" | "https" = "http"): Made =>
  Effect.gen(function* () {
    let arrived = 0
    const sockets = new Set<net.Socket>()
    const server = net.createServer((socket) => {
      sockets.add(socket)
      socket.on("error", () => {}).on("data", (data) => void (arrived += head(data) ? 1 : 0))
      on(socket)
    })
    const port = yield* listening(server)
    yield* Effect.addFinalizer(() => Effect.sync(() => sockets.forEach((socket) => socket.destroy())))
    return { url: `${scheme}://localhost:${port}/`, arrived: () => arrived }
  })

/** A TLS server with the given options; it reads requests and answers none. */
export const secure = (options: tls.TlsOptions): Made =>
  Effect.gen(function* () {
    let arrived = 0
    const server = tls.createServer(
      { key: certificates.key, cert: certificates.local, ...options },
      (socket) => {
        socket.on("error", () => {}).on("data", (data) => void (arrived += head(data) ? 1 : 0))
      }
    )
    server.on("tlsClientError", () => {})
    const port = yield* listening(server)
    return { url: `https://localhost:${port}/`, arrived: () => arrived }
  })

/** A server that offers HTTP/2 first and takes HTTP/1.1 too; it answers with the version that it was asked in. */
export const modern: Made = Effect.gen(function* () {
  let arrived = 0
  const options = { key: certificates.key, cert: certificates.local, allowHTTP1: true }
  const server = http2.createSecureServer(options, (request, response) => {
    arrived++
    response.end(JSON.stringify(request.httpVersion))
  })
  const port = yield* listening(server)
  return { url: `https://localhost:${port}/`, arrived: () => arrived }
})

/** A server that answers the first request of a connection and resets the connection under the second. */
export const fickle: Made = Effect.gen(function* () {
  let arrived = 0
  const served = new WeakSet<net.Socket>()
  const server = http.createServer((request, response) => {
    arrived++
    if (served.has(request.socket)) request.socket.resetAndDestroy()
    served.add(request.socket)
    request.resume().on("end", () => response.end("{}"))
  })
  const port = yield* listening(server)
  yield* Effect.addFinalizer(() => Effect.sync(() => server.closeAllConnections()))
  return { url: `http://localhost:${port}/`, arrived: () => arrived }
})

/** A port that nobody listens on any more. */
export const closed: Made = Effect.scoped(tcp(() => {}))

/** A host name that is reserved never to exist. */
export const nameless: Made = Effect.succeed({ url: "http://nowhere.invalid/", arrived: () => 0 })

const deaf = `
const { parentPort } = require("node:worker_threads")
const net = require("node:net")
const server = net.createServer().listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
  parentPort.postMessage(server.address().port)
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
})`

/** A listener that accepts nobody and whose queue is full, so that connecting hangs. */
export const full: Made = Effect.gen(function* () {
  const worker = yield* Effect.acquireRelease(
    Effect.sync(() => new Worker(deaf, { eval: true })),
    (worker) => Effect.promise(() => worker.terminate())
  )
  const port = yield* Effect.callback<number>(
    (resume) => void worker.once("message", (port) => resume(Effect.succeed(port)))
  )
  const waiting = Array.from({ length: 8 }, () => net.connect(port, "127.0.0.1").on("error", () => {}))
  yield* Effect.addFinalizer(() => Effect.sync(() => waiting.forEach((socket) => socket.destroy())))
  yield* Effect.sleep("100 millis")
  return { url: `http://127.0.0.1:${port}/`, arrived: () => 0 }
})
