/** A port on loopback that can be shut for a while, during which connections really are refused (Node only). */
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type * as net from "node:net"
import { CannotListen } from "./cannotListen.ts"

/** Where it listens: this machine alone can connect. */
export const address = "127.0.0.1"

const listen = (enter: (socket: net.Socket) => void, port: number): Effect.Effect<net.Server, CannotListen> =>
  Effect.flatMap(
    Effect.promise(() => import("node:net")),
    ({ createServer }) =>
      Effect.callback((resume) => {
        const server = createServer(enter)
        server.once("error", (error: NodeJS.ErrnoException) =>
          resume(Effect.fail(new CannotListen({ port, code: error.code ?? "unknown" })))
        )
        server.listen(port, address, () => resume(Effect.succeed(server)))
      })
  )

const portOf = (server: net.Server): number => {
  const bound = server.address()
  return typeof bound === "object" && bound !== null ? bound.port : 0
}

/** An open port. */
export interface Port {
  readonly port: number
  /** Resets every connection and lets nobody in for so many milliseconds. Does not wait for that. */
  readonly shut: (millis: number) => Effect.Effect<void>
}

type Enter = (socket: net.Socket) => void

/** The connections that stand; each is given to `enter`. */
const connections = (enter: Enter) => {
  const sockets = new Set<net.Socket>()
  const authorize = (socket: net.Socket) => {
    sockets.add(socket)
    enter(socket.on("close", () => sockets.delete(socket)).on("error", () => {}))
  }
  return { sockets, authorize }
}

/** Opens a port, any free one for 0, until the scope closes; `enter` is given each connection. */
export const open = (port: number, enter: Enter): Effect.Effect<Port, CannotListen, Scope.Scope> =>
  Effect.gen(function* () {
    const scope = yield* Effect.scope
    const { authorize, sockets } = connections(enter)
    let server = yield* listen(authorize, port)
    const bound = portOf(server)
    let shuttings = 0
    const close = (end: Enter) =>
      Effect.sync(() => {
        server.close()
        sockets.forEach(end)
      })
    const reopen = Effect.gen(function* () {
      if (--shuttings === 0) server = yield* listen(authorize, bound)
    }).pipe(Effect.catch(({ message }) => Effect.logError(message)))
    const shut = (millis: number) =>
      Effect.gen(function* () {
        shuttings++
        yield* close((socket) => socket.resetAndDestroy())
        yield* Effect.forkIn(Effect.andThen(Effect.sleep(millis), reopen), scope)
      })
    yield* Effect.addFinalizer(() => close((socket) => socket.destroy()))
    return { port: bound, shut }
  })
