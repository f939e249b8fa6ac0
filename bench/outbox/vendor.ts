/** Braze for the outbox's benchmark, in a process of its own: it takes events, and notes when each request came and for what. */
import { createServer } from "node:http"
import { text } from "node:stream/consumers"
import { parentPort, Worker } from "node:worker_threads"

/** When (Unix ms, to a fraction) a request came that carried one event of this name. */
export interface Came {
  readonly name: string
  readonly at: number
}

const nameIn = /"name":"([^"]+)"/

const serve = (): void => {
  const server = createServer((request, response) => {
    const at = performance.timeOrigin + performance.now()
    const answer = async (): Promise<void> => {
      const body = await text(request)
      const count = body.split('"external_id"').length - 1
      if (count === 1) parentPort?.postMessage({ name: nameIn.exec(body)?.[1] ?? "", at } satisfies Came, [])
      response
        .writeHead(201, { "content-type": "application/json" })
        .end(`{"message":"success","events_processed":${count}}`)
    }
    answer().catch(() => request.socket.destroy())
  })
  server.listen(0, "127.0.0.1", () => {
    const address = server.address()
    if (typeof address === "object" && address !== null) parentPort?.postMessage(address.port, [])
  })
}

/** Starts it on a thread of its own. */
export const startVendor = async (came: (one: Came) => void) => {
  const thread = new Worker(new URL(import.meta.url), { execArgv: ["--conditions=@faultline/source"] })
  const port = await new Promise<number>((resolve) => thread.once("message", resolve))
  thread.on("message", came)
  return { url: `http://127.0.0.1:${port}`, close: () => thread.terminate() }
}

if (parentPort !== null) serve()
