/** A proxy on loopback: it opens tunnels (CONNECT) and forwards plain requests, and keeps which addresses it was asked for. */
import { Effect, type Scope } from "effect"
import * as http from "node:http"
import * as net from "node:net"

export interface Proxy {
  readonly url: string
  readonly opened: ReadonlyArray<string>
  readonly credentials: ReadonlyArray<string | undefined>
}

const tunnel = (client: net.Socket, address: string): void => {
  const { hostname, port } = new URL(`http://${address}`)
  const upstream = net.connect(Number(port), hostname, () => {
    client.write("HTTP/1.1 200 Connection Established\r\n\r\n")
    upstream.pipe(client).pipe(upstream)
  })
  upstream.on("error", () => client.destroy())
  client.on("error", () => upstream.destroy()).on("close", () => upstream.destroy())
}

const forward = (request: http.IncomingMessage, response: http.ServerResponse): void => {
  const { headers, method } = request
  const sent = http.request(
    request.url ?? "",
    { headers, ...(method === undefined ? {} : { method }) },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    }
  )
  sent.on("error", () => response.destroy())
  request.pipe(sent)
}

/** Starts one; with `refuses` it opens no tunnel and answers so. */
export const proxy = (refuses?: number): Effect.Effect<Proxy, never, Scope.Scope> =>
  Effect.gen(function* () {
    const [opened, credentials]: [Array<string>, Array<string | undefined>] = [[], []]
    const sockets = new Set<net.Socket>()
    const note = (request: http.IncomingMessage) => {
      opened.push(request.url ?? "")
      credentials.push(request.headers["proxy-authorization"])
    }
    const server = http.createServer((request, response) => {
      note(request)
      forward(request, response)
    })
    server.on("connection", (socket) => void sockets.add(socket))
    server.on("connect", (request, socket: net.Socket) => {
      note(request)
      if (refuses === undefined) return tunnel(socket, request.url ?? "")
      socket.end(`HTTP/1.1 ${refuses} No\r\nContent-Length: 0\r\n\r\n`)
    })
    yield* Effect.acquireRelease(
      Effect.callback<void>((resume) => void server.listen(0, "127.0.0.1", () => resume(Effect.void))),
      () =>
        Effect.sync(() => {
          for (const socket of sockets) socket.destroy()
          server.close()
        })
    )
    const address = server.address()
    const port = typeof address === "object" && address !== null ? address.port : 0
    return { url: `http://127.0.0.1:${port}`, opened, credentials }
  })
