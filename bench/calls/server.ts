/** The server, a process of its own: the same bytes to every request of a kind, as fast as Node serves them. */
import { createServer, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { meters, thing } from "./shapes.ts"

const bytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value))

const answers = {
  thing: bytes(thing),
  meters: bytes(meters),
  token: bytes({ access_token: "a-token-of-the-benchmark", expires_in: 18_000 }),
  accepted: bytes({ result: "accepted" }),
  tracked: bytes({ message: "success", events_processed: 75 })
} as const

const answerTo = (path: string): Buffer => {
  if (path.startsWith("/things")) return answers.thing
  if (path === "/oauth/token") return answers.token
  if (path === "/users/track") return answers.tracked
  return path.endsWith("/measurements") ? answers.accepted : answers.meters
}

const reply = (response: ServerResponse, body: Buffer): void => {
  response.writeHead(200, { "content-type": "application/json", "content-length": body.length })
  response.end(body)
}

const server = createServer((request, response) => {
  const [path = ""] = (request.url ?? "").split("?")
  const body = answerTo(path)
  if (request.method === "GET") return reply(response, body)
  request.on("end", () => reply(response, body)).resume()
  return undefined
})
// Clients wait for their turns with their connections open.
server.keepAliveTimeout = 0
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo // as: it listens on a port, not on a pipe
  process.send?.({ value: `http://127.0.0.1:${port}` })
})
process.once("disconnect", () => process.exit())
