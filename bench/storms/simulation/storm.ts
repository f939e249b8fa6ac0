/** One storm: calls that come evenly, whatever becomes of those before them, from some clients to one server. */
import { calm, type Cell } from "./cells.ts"
import { Client, type Surroundings } from "./client.ts"
import { possible } from "./possible.ts"
import { random } from "../../../test/storms/random.ts"
import { Server, type ServerOptions } from "./server.ts"
import { Timeline } from "./timeline.ts"

/** A limit of 50 a second, or 150 a second of capacity; 10 s to live, and half of ±30 % on each way. */
export const figures = {
  limit: 50,
  per: 1000,
  capacity: 150,
  deadline: 10_000,
  jitter: 0.3,
  joins: 10,
  last: 20
}
export const noon = 1_785_000_000_000

/** What came of one storm: counts, for each client where they are lists. */
export interface Fared {
  readonly calls: number
  readonly possible: number
  readonly ok: number
  readonly sent: number
  readonly refused: number
  readonly accepted: ReadonlyArray<number>
  /** Accepted in the last 20 s. */
  readonly late: ReadonlyArray<number>
  /** Seconds after the trouble until at least 95 % of the calls of each second succeed for good. */
  readonly recovery: number
  /** Calls that arrived when an outage had lasted 5 s, per second and client. */
  readonly probes: number
}

const serverOf = (cell: Cell, start: number): ServerOptions => {
  if (cell.model !== "capacity")
    return {
      capacity: Infinity,
      limited: { ...cell, model: cell.model, limit: figures.limit, per: figures.per }
    }
  const from = start + calm.before * 1000
  const share = cell.how === "slow" ? 0.1 : 0
  const how = cell.how === "refusing" ? "refusing" : "silent"
  const trouble = { from, to: from + cell.outage * 1000, share, how, cold: cell.family === "cold" ? 5000 : 0 }
  return { capacity: figures.capacity, trouble: { ...trouble, how } }
}

interface Arrival {
  readonly at: number
  readonly client: number
}

/** Clients take turns; the last joins later where it is a latecomer. */
const arrivalsOf = (cell: Cell, start: number): ReadonlyArray<Arrival> => {
  const rate = cell.load * (cell.model === "capacity" ? figures.capacity : figures.limit)
  return Array.from({ length: Math.round(rate * cell.lasts) }, (_, index) => ({
    at: start + (index * 1000) / rate,
    client: index % cell.clients
  })).filter(
    ({ at, client }) =>
      cell.family !== "latecomer" || client < cell.clients - 1 || at >= start + figures.joins * 1000
  )
}

/** Seconds from `from` on until 95 % of the calls that arrive in each second end well. */
export const recoveryOf = (
  arrivals: ReadonlyArray<Pick<Arrival, "at">>,
  ok: ReadonlyArray<boolean>,
  from: number
): number => {
  const [good, all]: [Array<number>, Array<number>] = [[], []]
  arrivals.forEach(({ at }, index) => {
    if (at < from) return
    const second = Math.floor((at - from) / 1000)
    all[second] = (all[second] ?? 0) + 1
    good[second] = (good[second] ?? 0) + (ok[index] === true ? 1 : 0)
  })
  return all.findLastIndex((count, second) => (good[second] ?? 0) < 0.95 * count) + 1
}

/** Each way takes half of the round trip, more or less. */
const network = (timeline: Timeline, server: Server, cell: Cell, chance: () => number) => {
  const way = () => (cell.rtt / 2) * (1 + figures.jitter * (2 * chance() - 1))
  let sent = 0
  const sendOf =
    (client: number): Surroundings["send"] =>
    (answered) => {
      sent++
      timeline.at(timeline.now + way(), () => {
        const answer = server.answer(client, timeline.now)
        if (answer !== undefined) timeline.at(answer.at + way(), () => answered(answer))
      })
    }
  return { sendOf, sent: () => sent }
}

/** Runs one storm. The seed decides chance, and at which part of the server's second the storm begins. */
export const storm = (cell: Cell, seed: number): Fared => {
  const chance = random(seed)
  const start = noon + Math.floor(chance() * 1000)
  const timeline = new Timeline(start)
  const options = serverOf(cell, start)
  const server = new Server(options, start + (cell.lasts - figures.last) * 1000)
  const { sendOf, sent } = network(timeline, server, cell, chance)
  const quotas =
    cell.family === "declared"
      ? [{ name: "storm", limit: figures.limit, per: figures.per, scope: "a client", source: "the storm" }]
      : []
  const clients = Array.from(
    { length: cell.clients },
    (_, index) => new Client({ timeline, random: chance, send: sendOf(index), timeout: cell.timeout, quotas })
  )
  const arrivals = arrivalsOf(cell, start)
  const ok: Array<boolean> = []
  arrivals.forEach(({ at, client }, index) =>
    timeline.at(at, () =>
      clients[client]?.call({
        arrived: at,
        deadline: at + figures.deadline,
        end: (good) => (ok[index] = good)
      })
    )
  )
  timeline.run()
  const times = arrivals.map(({ at }) => at)
  return {
    calls: arrivals.length,
    possible: possible(times, options, figures.deadline, cell.rtt * (1 - figures.jitter)),
    ok: ok.filter(Boolean).length,
    sent: sent(),
    refused: server.refused,
    accepted: server.accepted,
    late: server.late,
    recovery: options.trouble === undefined ? 0 : recoveryOf(arrivals, ok, options.trouble.to),
    probes: cell.outage > 5 ? server.probes / (cell.outage - 5) / cell.clients : 0
  }
}
