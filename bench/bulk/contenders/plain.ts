/** The loops that are written by hand: `fetch` alone, or p-limit for four requests at once and p-retry around each. */
import { randomUUID } from "node:crypto"
import pLimit from "p-limit"
import pRetry from "p-retry"
import { key } from "../../calls/shapes.ts"
import type { Contender } from "../../processes/contender.ts"
import { loads, type Target } from "../loads.ts"

type Chunk = ReadonlyArray<object>

const chunksOf = (records: Chunk, size: number): ReadonlyArray<Chunk> =>
  Array.from({ length: Math.ceil(records.length / size) }, (_, index) =>
    records.slice(index * size, (index + 1) * size)
  )

const sender = ({ base, load }: Target) => {
  const { list, path } = loads[load]
  const url = base + path
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" }
  return async (records: Chunk): Promise<number> => {
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify({ [list]: records }) })
    if (!response.ok) throw new Error(String(response.status))
    await response.json()
    return records.length
  }
}

/** Sends all records, and gives how many were taken. */
type Sending = () => Promise<number>

const oneByOne = (target: Target, chunks: ReadonlyArray<Chunk>, ready: (chunk: Chunk) => Chunk): Sending => {
  const send = sender(target)
  return async () => {
    let done = 0
    for (const chunk of chunks) done += await send(ready(chunk))
    return done
  }
}

const helped = (target: Target, chunks: ReadonlyArray<Chunk>, ready: (chunk: Chunk) => Chunk): Sending => {
  const send = sender(target)
  const limit = pLimit(4)
  const sent = (chunk: Chunk) =>
    limit(() => {
      const records = ready(chunk)
      return pRetry(() => send(records), { retries: 3 })
    })
  return async () => (await Promise.all(chunks.map(sent))).reduce((sum, some) => sum + some, 0)
}

export const make = (target: Target & { readonly helped: boolean }): Contender => {
  const { id, perRequest, records } = loads[target.load]
  const ready = (chunk: Chunk): Chunk =>
    id === undefined ? chunk : chunk.map((record) => ({ [id]: randomUUID(), ...record }))
  const all = (target.helped ? helped : oneByOne)(target, chunksOf(records, perRequest), ready)
  return {
    once: all,
    run: async (until) => {
      let done = 0
      while (performance.now() < until) done += await all()
      return done
    }
  }
}
