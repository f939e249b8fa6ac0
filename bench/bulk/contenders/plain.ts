/** The loops that are written by hand: `fetch` alone, or p-limit for four requests at once and p-retry around each. */
import pLimit from "p-limit"
import pRetry from "p-retry"
import { key } from "../../calls/shapes.ts"
import type { Contender } from "../../processes/contender.ts"
import { loads, type Order, orders, type Target } from "../loads.ts"

type Chunk = ReadonlyArray<Order>

const chunksOf = (size: number): ReadonlyArray<Chunk> =>
  Array.from({ length: Math.ceil(orders.length / size) }, (_, index) =>
    orders.slice(index * size, (index + 1) * size)
  )

/** Makes the request of a chunk, to be sent once or again. */
const sender = ({ base, load }: Target) => {
  const { list, path } = loads[load]
  const json: (order: Order) => object = loads[load].json
  const url = base + path
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" }
  return (chunk: Chunk): (() => Promise<number>) => {
    const records = chunk.map(json)
    return async () => {
      const body = JSON.stringify({ [list]: records })
      const response = await fetch(url, { method: "POST", headers, body })
      if (!response.ok) throw new Error(String(response.status))
      await response.json()
      return chunk.length
    }
  }
}

/** Sends all records, and gives how many were taken. */
const oneByOne = (target: Target, chunks: ReadonlyArray<Chunk>) => {
  const sending = sender(target)
  return async (): Promise<number> => {
    let done = 0
    for (const chunk of chunks) done += await sending(chunk)()
    return done
  }
}

const helped = (target: Target, chunks: ReadonlyArray<Chunk>) => {
  const [sending, limit] = [sender(target), pLimit(4)]
  const sent = (chunk: Chunk) => limit(() => pRetry(sending(chunk), { retries: 3 }))
  return async (): Promise<number> =>
    (await Promise.all(chunks.map(sent))).reduce((sum, some) => sum + some, 0)
}

export const make = (target: Target & { readonly helped: boolean }): Contender => {
  const chunks = chunksOf(loads[target.load].perRequest)
  const all = (target.helped ? helped : oneByOne)(target, chunks)
  return {
    once: all,
    run: async (until) => {
      let done = 0
      while (performance.now() < until) done += await all()
      return done
    }
  }
}
