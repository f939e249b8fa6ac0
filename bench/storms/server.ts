/**
 * A server on this machine with one of two troubles: a limit of 50 requests a second, or one worker that serves in order at
 * 150 requests a second and for a while at a tenth of that. Work that a caller gave up is still done.
 */
import { createServer, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"

/** Milliseconds since the server began: when the worker becomes slow, and when it recovers. */
export interface Trouble {
  readonly from: number
  readonly to: number
}

/** A server under way. */
export interface Server {
  readonly url: string
  readonly received: () => number
  readonly close: () => Promise<void>
}

const windowLimit = 50
const windowMillis = 1000
const usual = 150 / 1000
const troubled = usual / 10

type Answer = (response: ServerResponse) => void

const reply = (response: ServerResponse, status: number, headers: Record<string, string> = {}): void => {
  if (response.destroyed) return
  response.writeHead(status, { "content-type": "application/json", ...headers })
  response.end(status === 200 ? `{"ok":true}` : `{"error":"no"}`)
}

/** Windows begin on the clock's whole seconds. */
const limited = (): Answer => {
  let current = 0
  let used = 0
  return (response) => {
    const now = Date.now()
    const window = Math.floor(now / windowMillis)
    if (window !== current) [current, used] = [window, 0]
    const reset = (window + 1) * windowMillis
    const allowed = used < windowLimit
    if (allowed) used++
    const headers = {
      "x-ratelimit-limit": String(windowLimit),
      "x-ratelimit-remaining": String(windowLimit - used),
      "x-ratelimit-reset": String(reset / 1000)
    }
    reply(response, allowed ? 200 : 429, allowed ? headers : { ...headers, "retry-after": "1" })
  }
}

/** When the work that starts at a moment is done, at the capacity of the moment. */
const doneAt = (start: number, { from, to }: Trouble): number => {
  let [at, work] = [start, 1]
  for (const [end, rate] of [
    [from, usual],
    [to, troubled]
  ] as const) {
    if (at >= end) continue
    const done = Math.min(work, (end - at) * rate)
    work -= done
    at += done / rate
    if (work <= 0) return at
  }
  return at + work / usual
}

const worker = (trouble: Trouble, timers: Set<NodeJS.Timeout>): Answer => {
  const began = performance.now()
  let free = 0
  return (response) => {
    const now = performance.now() - began
    free = doneAt(Math.max(now, free), trouble)
    const timer = setTimeout(() => {
      timers.delete(timer)
      reply(response, 200)
    }, free - now)
    timers.add(timer)
  }
}

/** Serves with the trouble, or, without one, with the limit. */
export const serve = async (trouble?: Trouble): Promise<Server> => {
  let received = 0
  const timers = new Set<NodeJS.Timeout>()
  const answer = trouble === undefined ? limited() : worker(trouble, timers)
  const server = createServer((_, response) => {
    received++
    answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo // as: it listens on a port, not on a pipe
  return {
    url: `http://127.0.0.1:${port}`,
    received: () => received,
    close: () =>
      new Promise((resolve) => {
        for (const timer of timers) clearTimeout(timer)
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
