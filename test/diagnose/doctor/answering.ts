/** A small HTTP server on loopback that answers as the test says, with a date of its choice, and keeps what came. */
import { Effect, type Scope } from "effect"
import * as http from "node:http"

export interface Came {
  readonly path: string
  readonly headers: http.IncomingHttpHeaders
}

export interface Said {
  readonly status?: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Answers each request by its path. */
export const answering = (
  answer: (path: string, count: number) => Said | undefined
): Effect.Effect<{ readonly url: string; readonly came: ReadonlyArray<Came> }, never, Scope.Scope> =>
  Effect.gen(function* () {
    const came: Array<Came> = []
    const server = http.createServer((request, response) => {
      came.push({ path: request.url ?? "", headers: request.headers })
      const found = answer(request.url ?? "", came.length)
      // No answer at all: the connection stays open.
      if (found === undefined) return
      response.sendDate = found.headers?.["date"] === undefined
      response.writeHead(found.status ?? 200, { "content-type": "application/json", ...found.headers })
      response.end(JSON.stringify(found.body ?? {}))
    })
    yield* Effect.acquireRelease(
      Effect.callback<void>((resume) => void server.listen(0, "127.0.0.1", () => resume(Effect.void))),
      () =>
        Effect.sync(() => {
          server.closeAllConnections()
          server.close()
        })
    )
    const address = server.address()
    const port = typeof address === "object" && address !== null ? address.port : 0
    return { url: `http://127.0.0.1:${port}`, came }
  })
