/** A loopback server that answers as Braze does to calls from anywhere, serves pages, and keeps what they report. */
import { once } from "node:events"
import { readFileSync } from "node:fs"
import * as http from "node:http"
import * as net from "node:net"
import { join } from "node:path"
import { gzipSync } from "node:zlib"

export interface Loopback {
  readonly url: string
  /** An address that nobody listens on. */
  readonly closed: string
  /** The headers of the calls that came, preflights left out. */
  readonly seen: Array<http.IncomingHttpHeaders>
  /** How many tunnels it was asked to open, as if it were a proxy. It opens none. */
  readonly tunnels: () => number
  /** What the page reported of a bundle. */
  readonly report: (name: string) => Promise<unknown>
  readonly close: () => void
}

// As little as a server can grant: a header beside these two is refused by the browser.
const cors = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST",
  "access-control-allow-headers": "authorization, content-type",
  "access-control-allow-private-network": "true"
}

const portOf = (server: net.Server): number => {
  const address = server.address()
  return typeof address === "object" && address !== null ? address.port : 0
}

const unused = async (): Promise<number> => {
  const server = net.createServer().listen(0, "127.0.0.1")
  await once(server, "listening")
  const port = portOf(server)
  server.close()
  await once(server, "close")
  return port
}

const answerTo = ({ authorization }: http.IncomingHttpHeaders) =>
  authorization === "Bearer right"
    ? { status: 200, body: { campaigns: [], message: "success" } }
    : { status: 401, body: { message: "Invalid API key" } }

const types: Readonly<Record<string, string>> = { html: "text/html", js: "text/javascript" }

type Answering = (request: http.IncomingMessage, response: http.ServerResponse, url: URL) => Promise<void>

const page =
  (folder: string): Answering =>
  async (_, response, { pathname }) =>
    void response
      .writeHead(200, { "content-type": types[pathname.replace(/.*\./, "")] ?? "text/plain" })
      .end(readFileSync(join(folder, pathname)))

const api =
  (seen: Loopback["seen"]): Answering =>
  async ({ headers, method }, response) => {
    if (method === "OPTIONS") return void response.writeHead(204, cors).end()
    seen.push(headers)
    const { body, status } = answerTo(headers)
    response.writeHead(status, { ...cors, "content-type": "application/json", "content-encoding": "gzip" })
    response.end(gzipSync(JSON.stringify(body)))
  }

const textOf = async (request: http.IncomingMessage): Promise<string> => {
  const chunks: Array<Buffer> = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** Starts it; `folder` holds the pages. */
export const loopback = async (folder: string): Promise<Loopback> => {
  const seen: Loopback["seen"] = []
  const reports = new Map<string, PromiseWithResolvers<unknown>>()
  const reported = (name: string) => {
    const known = reports.get(name) ?? Promise.withResolvers<unknown>()
    reports.set(name, known)
    return known
  }
  const [serve, answer] = [page(folder), api(seen)]
  const handle = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    const url = new URL(request.url ?? "/", "http://localhost")
    const text = await textOf(request)
    if (/\.(html|js)$/.test(url.pathname)) return serve(request, response, url)
    if (url.pathname !== "/report") return answer(request, response, url)
    reported(url.searchParams.get("name") ?? "").resolve(JSON.parse(text))
    response.end()
  }
  const server = http.createServer((request, response) => void handle(request, response))
  let tunnels = 0
  server.on("connect", (_, socket) => {
    tunnels++
    socket.on("error", () => {})
    socket.end("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
  })
  await once(server.listen(0, "127.0.0.1"), "listening")
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    closed: `http://127.0.0.1:${await unused()}`,
    seen,
    tunnels: () => tunnels,
    report: (name) => reported(name).promise,
    close: () => {
      server.closeAllConnections()
      server.close()
    }
  }
}
