/**
 * The queue in real time, beside a bare timer loop: both send to one server on this machine, each under a limit of its own that the
 * server counts, at the same time, so that whatever else the machine does falls on both.
 */
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import { Effect } from "effect"
import * as Limit from "../../src/policy/Limit.ts"
import { type Meter, meter } from "./simulation/models.ts"

/** The limit, which is declared: 50 in any second. */
const [limit, per] = [50, 1000]
/** More calls come than the limit lets through. */
const load = 1.5

/** What came of one of the two. */
export interface Side {
  readonly accepted: number
  readonly refused: number
}

/** What was measured: the share of what the bare loop got through, and the share of our own calls that were refused. */
export interface Real {
  readonly seconds: number
  readonly ours: Side
  readonly reference: Side
  readonly share: number
  readonly refused: number
}

type Counted = { -readonly [Count in keyof Side]: Side[Count] }

const serve = async () => {
  const sides: Record<string, { readonly meter: Meter; readonly counted: Counted }> = Object.fromEntries(
    ["/ours", "/reference"].map((path) => [
      path,
      { meter: meter("sliding", limit, per), counted: { accepted: 0, refused: 0 } }
    ])
  )
  const server = createServer((request, response) => {
    const side = sides[request.url ?? ""]
    const now = performance.now()
    const accepted = side !== undefined && side.meter.freeAt(now) <= now
    if (accepted) side.meter.take(now)
    if (side !== undefined) side.counted[accepted ? "accepted" : "refused"]++
    response.writeHead(accepted ? 200 : 429).end()
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo // as: it listens on a port, not on a pipe
  const counted = (path: string): Side => ({ ...(sides[path]?.counted ?? { accepted: 0, refused: 0 }) })
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { url: `http://127.0.0.1:${port}`, counted, close }
}

const call = async (url: string): Promise<number> => {
  const response = await fetch(url)
  await response.arrayBuffer()
  return response.status
}

/** A timer for each call; one that is late is made up for. */
const loop = async (url: string, until: number): Promise<void> => {
  const calls: Array<Promise<unknown>> = []
  for (let next = performance.now(); next < until; next += per / limit) {
    await sleep(Math.max(0, next - performance.now()))
    calls.push(call(url))
  }
  await Promise.all(calls)
}

const queue = async (url: string, until: number): Promise<void> => {
  const quotas = [{ name: "real", limit, per, scope: "this run", source: "bench/storms/real.ts" }]
  const made = await Effect.runPromise(Limit.make({ quotas }))
  const calls: Array<Promise<unknown>> = []
  const begun = performance.now()
  for (let next = begun; next < until; next += per / limit / load) {
    await sleep(Math.max(0, next - performance.now()))
    const deadline = Date.now() + until - performance.now()
    calls.push(
      Effect.runPromise(
        Effect.exit(
          made.run(
            Effect.promise(() => call(url)),
            { deadline }
          )
        )
      )
    )
  }
  await Promise.all(calls)
}

/** Measures for so many seconds. */
export const real = async (seconds: number): Promise<Real> => {
  const server = await serve()
  // What is loaded and compiled at the first calls is not the queue's business.
  await Promise.all(Array.from({ length: 20 }, () => call(`${server.url}/warm`)))
  const until = performance.now() + seconds * 1000
  await Promise.all([loop(`${server.url}/reference`, until), queue(`${server.url}/ours`, until)])
  const [ours, reference] = [server.counted("/ours"), server.counted("/reference")]
  server.close()
  return {
    seconds,
    ours,
    reference,
    share: ours.accepted / Math.max(1, reference.accepted),
    refused: ours.refused / Math.max(1, ours.accepted + ours.refused)
  }
}
