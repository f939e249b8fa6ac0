/** The console as a server on loopback. */
import { createServer } from "node:http"
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import * as Data from "effect/Data"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as Response from "effect/http/HttpServerResponse"
import type * as Redacted from "effect/Redacted"
import type { Scope } from "effect/Scope"
import { acting } from "./actions.ts"
import { guarded, sentence, withToken } from "./guard.ts"
import { Live } from "./live.ts"
import { script } from "./page/browser/script.ts"
import { sectionsOf, titlesOf } from "./page/sections.ts"
import { shell } from "./page/shell.ts"
import { style } from "./page/style.ts"
import type { Sources } from "./sources.ts"
import { allows } from "./token.ts"

/** The console cannot listen: the port is taken, or forbidden. */
export class CannotListen extends Data.TaggedError("CannotListen")<{
  readonly port: number
  readonly code: string
}> {
  override get message(): string {
    return `The console cannot listen on port ${this.port} (${this.code}). Choose another port, or 0 for any free one.`
  }
}

/** How it is served. */
export interface Serving {
  readonly port: number
  /** How many failures, and items of each kind, the page shows. */
  readonly most: number
  readonly token: Redacted.Redacted<string>
}

const address = "127.0.0.1"

// However many pages are open, the sources are read once for all of them.
const shared = "500 millis"

// Whoever sends so slowly, or opens so many, is no browser of a person.
const bounds = { requestTimeout: 15_000, headersTimeout: 10_000, maxHeaderSize: 16_384 }
const mostConnections = 128

// At the end, for the answers that are under way.
const grace = "250 millis"

const report = ({ failures }: Sources) =>
  Effect.gen(function* () {
    const { id = "" } = yield* HttpRouter.params
    const found = failures === undefined ? undefined : yield* failures.report(id)
    return found === undefined
      ? sentence(404, "This call is not kept, or not any more.")
      : Response.text(found)
  }).pipe(Effect.catch(({ message }) => Effect.succeed(sentence(503, message))))

const routed = (sources: Sources, { most, token }: Serving, closing: Effect.Effect<void>) =>
  Effect.gen(function* () {
    const router = yield* HttpRouter.make
    const look = yield* Effect.cachedWithTTL(sectionsOf(sources, most), shared)
    const live = new Live(look, closing)
    const allowed = allows(token)
    const { outbox } = sources
    yield* router.add(
      "GET",
      "/",
      Response.text(shell(titlesOf(sources)), { contentType: "text/html; charset=utf-8" })
    )
    yield* router.add("GET", "/console.css", Response.text(style, { contentType: "text/css" }))
    yield* router.add("GET", "/console.js", Response.text(script, { contentType: "text/javascript" }))
    yield* router.add("GET", "/live", withToken(allowed, live.answer))
    yield* router.add("GET", "/reports/:id", withToken(allowed, report(sources)))
    if (outbox !== undefined) yield* router.add("POST", "/actions", withToken(allowed, acting(outbox)))
    return Effect.catch(router.asHttpEffect(), () => Effect.succeed(sentence(404, "There is nothing here.")))
  })

const isPort = (port: number): boolean => Number.isInteger(port) && port >= 0 && port <= 65_535

const listening = (port: number) =>
  Effect.gen(function* () {
    if (!isPort(port)) return yield* new CannotListen({ port, code: "no port" })
    const node = createServer(bounds)
    node.maxConnections = mostConnections
    const server = yield* NodeHttpServer.make(() => node, {
      host: address,
      port,
      gracefulShutdownTimeout: grace
    }).pipe(Effect.mapError(({ cause }) => new CannotListen({ port, code: codeOf(cause) })))
    // Browsers keep connections ready on which nothing was ever asked: the end of the server would wait for those.
    yield* Effect.addFinalizer(() => Effect.sync(() => node.closeAllConnections()))
    return server
  })

const codeOf = (cause: unknown): string =>
  typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "unknown"

/** Serves the console until the scope closes. Succeeds with the port. */
export const served = (sources: Sources, serving: Serving): Effect.Effect<number, CannotListen, Scope> =>
  Effect.gen(function* () {
    const server = yield* listening(serving.port)
    const closing = yield* Deferred.make<void>()
    const app = yield* routed(sources, serving, Deferred.await(closing))
    yield* server.serve(guarded(app))
    // Pages that listen are let go first; what they have asked for is answered before the server ends.
    yield* Effect.addFinalizer(() => Deferred.succeed(closing, undefined))
    return "port" in server.address ? server.address.port : serving.port
  })
