/** A small HTTP server on loopback that answers every request alike, or with a broken connection, and keeps what came. */
import { Effect, type Scope } from "effect"
import * as http from "node:http"

export interface Came {
  readonly method: string
  readonly path: string
  readonly body: string
}

export interface Answering {
  readonly url: string
  readonly came: ReadonlyArray<Came>
}

export const answering = (
  status: number | "reset",
  body?: unknown
): Effect.Effect<Answering, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.callback<Answering & { readonly server: http.Server }>((resume) => {
      const came: Array<Came> = []
      const server = http.createServer((request, response) => {
        const chunks: Array<Buffer> = []
        request.on("data", (chunk: Buffer) => chunks.push(chunk))
        request.on("end", () => {
          came.push({
            method: request.method ?? "",
            path: request.url ?? "",
            body: Buffer.concat(chunks).toString()
          })
          if (status === "reset") return request.socket.destroy()
          const text = typeof body === "string" ? body : JSON.stringify(body)
          response.writeHead(status, { "content-type": "application/json", "x-request-id": "r-1" }).end(text)
        })
      })
      server.listen(0, "127.0.0.1", () => {
        const address = server.address()
        const port = typeof address === "object" && address !== null ? address.port : 0
        resume(Effect.succeed({ url: `http://127.0.0.1:${port}`, came, server }))
      })
    }),
    ({ server }) =>
      Effect.sync(() => {
        server.closeAllConnections()
        server.close()
      })
  )
