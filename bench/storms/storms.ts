/** Storms in real time: calls arrive at a steady rate, whatever becomes of those before them. */
import { setTimeout as sleep } from "node:timers/promises"
import { type Client, clients } from "./clients.ts"
import type { Scenario } from "./scenarios.ts"
import { serve } from "./server.ts"
import type { Times } from "../vendor.ts"

/** How a client fared. */
export interface Fared {
  readonly client: string
  /** The share of calls that succeeded before their deadline. */
  readonly ok: number
  /** Requests that the server received, per call. */
  readonly traffic: number
  /** Seconds after the trouble until at least 95 % of the calls of each second succeed for good; `null` for never. */
  readonly recovery: number | null
}

interface Call {
  readonly at: number
  readonly ok: boolean
}

const one = async ({ ask }: Client, at: number, { deadline }: Times): Promise<Call> => {
  await sleep(at)
  const began = performance.now()
  const ok = await ask(AbortSignal.timeout(deadline)).then(
    () => performance.now() - began <= deadline,
    () => false
  )
  return { at, ok }
}

const share = (calls: ReadonlyArray<Call>): number => calls.filter(({ ok }) => ok).length / calls.length

const recoveryOf = (calls: ReadonlyArray<Call>, { lasts, trouble }: Scenario): number | null => {
  if (trouble === undefined) return null
  const good = Array.from({ length: Math.floor((lasts - trouble.to) / 1000) }, (_, second) => {
    const from = trouble.to + second * 1000
    return share(calls.filter(({ at }) => at >= from && at < from + 1000)) >= 0.95
  })
  const seconds = good.lastIndexOf(false) + 1
  return seconds === good.length ? null : seconds
}

// What is loaded and compiled at the first calls is not the storm's business.
const warmUp = async (make: (typeof clients)[string], { times }: Scenario): Promise<void> => {
  const server = await serve({ from: 0, to: 0 })
  const client = make(server.url, times)
  for (let index = 0; index < 50; index++) await one(client, 0, times)
  await client.close?.()
  await server.close()
}

const run = async (name: string, make: (typeof clients)[string], scenario: Scenario): Promise<Fared> => {
  await warmUp(make, scenario)
  // Every client meets the same windows.
  await sleep(1000 - (Date.now() % 1000))
  const server = await serve(scenario.trouble)
  const client = make(server.url, scenario.times)
  const total = (scenario.rate * scenario.lasts) / 1000
  const calls = await Promise.all(
    Array.from({ length: total }, (_, index) => one(client, (index * 1000) / scenario.rate, scenario.times))
  )
  await client.close?.()
  await server.close()
  return {
    client: name,
    ok: share(calls),
    traffic: server.received() / total,
    recovery: recoveryOf(calls, scenario)
  }
}

/** Runs the scenario with every client, one after another. */
export const storm = async (
  scenario: Scenario,
  report: (client: string) => void
): Promise<ReadonlyArray<Fared>> => {
  const all: Array<Fared> = []
  for (const [name, make] of Object.entries(clients)) {
    report(name)
    all.push(await run(name, make, scenario))
  }
  return all
}
