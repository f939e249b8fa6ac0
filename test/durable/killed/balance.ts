/** Whether the vendor's ledger and the outbox agree, and the figures of a run. */
import type * as Outbox from "../../../src/durable/Outbox.ts"
import type { Record } from "./conductor.ts"
import { jobAt, type Kind } from "./jobs.ts"

const kindOf = ({ operation }: Outbox.Item): Kind => operation.slice(operation.indexOf(".") + 1) as Kind // as: the operations of the test

const requestsOf = (items: ReadonlyArray<Outbox.Item>): number =>
  new Set(items.map(({ request }) => request)).size

/** Figures for people. */
export const figuresOf = ({ acked, items, killed, ledger, stats }: Record) => {
  const of = (kind: Kind) => items.filter((item) => kindOf(item) === kind)
  const done = ({ id }: Outbox.Item): number => ledger.done.get(id) ?? 0
  const unknown = of("once").filter(({ state }) => state === "unknown")
  return {
    killed,
    acked,
    ...stats.all,
    onceDoubled: of("once").filter((item) => done(item) > 1).length,
    onceUnknown: unknown.length,
    onceUnknownDone: unknown.filter((item) => done(item) > 0).length,
    onceUnknownRequests: requestsOf(unknown),
    oftenRepeated: of("often").filter((item) => done(item) > 1).length,
    keyed: of("keyed").length,
    keyedDoubled: of("keyed").filter((item) => done(item) > 1).length,
    keyedRepeats: ledger.repeats,
    mismatches: ledger.mismatches,
    requests: ledger.requests,
    lost: ledger.lost
  }
}

const some = (what: string, items: ReadonlyArray<Outbox.Item | string>): ReadonlyArray<string> =>
  items.length === 0
    ? []
    : [
        `${items.length} ${what}: ${items
          .slice(0, 3)
          .map((one) =>
            typeof one === "string" ? one : `${one.id} ${one.state} ${JSON.stringify(one.outcome)}`
          )
          .join(", ")}`
      ]

const missing = ({ acked, items, plan }: Record): ReadonlyArray<string> => {
  const known = new Map(items.map(({ id }) => [id, 0]))
  const ids = Array.from({ length: acked }, (_, index) => jobAt(plan.seed, index).id)
  return ids.filter((id) => !known.has(id))
}

const miscounted = ({ items, stats: { all } }: Record): ReadonlyArray<string> => {
  const sum = all.open + all.delivered + all.warned + all.dead + all.unknown + all.dropped
  const states = ["delivered", "warned", "dead", "unknown"] as const
  return [
    ...(all.enqueued === sum && sum === items.length ? [] : [`counted ${sum}, enqueued ${all.enqueued}`]),
    ...(all.open === 0 ? [] : [`${all.open} open`]),
    ...states.flatMap((state) => {
      const listed = items.filter((item) => item.state === state).length
      return listed === all[state] ? [] : [`counted ${all[state]} ${state}, listed ${listed}`]
    })
  ]
}

/** An item that must not be done twice is in doubt because its sender was killed or held, or its answer was lost: no oftener than that. */
const unexplained = ({ items, killed, ledger, plan }: Record): ReadonlyArray<string> => {
  const unknown = items.filter((item) => item.state === "unknown")
  const once = unknown.filter((item) => kindOf(item) === "once")
  const orphaned = once.filter(({ outcome }) => outcome?.tag === undefined)
  const unanswered = once.filter(({ outcome }) => outcome?.tag !== undefined)
  // Four hands a worker at the lane of what must not be done twice; one that is held still for too long has lost its answers too.
  const cutOff = 4 * (killed.workers + killed.pauses + plan.workers)
  const [orphans, silent] = [requestsOf(orphaned), requestsOf(unanswered)]
  const most = cutOff + ledger.lost.once
  return [
    ...(orphans <= cutOff ? [] : [`${orphans} requests orphaned by kills that can have cut off ${cutOff}`]),
    ...(orphans + silent <= most ? [] : [`${silent} requests unanswered, ${ledger.lost.once} answers lost`]),
    ...(once.length <= (orphans + silent) * plan.count ? [] : ["more in doubt than were sent"]),
    // What may be done twice is in doubt only where it was refused after an attempt of which nobody knows.
    ...some(
      "in doubt that may be repeated",
      unknown.filter((item) => kindOf(item) !== "once" && !isRefused(item))
    )
  ]
}

const isRefused = ({ outcome }: Outbox.Item): boolean =>
  outcome?.tag === "Shop.BadRequest" || outcome?.tag === "NotRecorded"

/** What is wrong after a run; nothing, as it should be. */
export const broken = (record: Record): ReadonlyArray<string> => {
  const { items, ledger, problems } = record
  const done = ({ id }: Outbox.Item): number => ledger.done.get(id) ?? 0
  const isDone = ({ state }: Outbox.Item): boolean => state === "delivered" || state === "warned"
  return [
    ...miscounted(record),
    ...some("acknowledged, and missing", missing(record)),
    ...some(
      "done twice",
      items.filter((item) => kindOf(item) !== "often" && done(item) > 1)
    ),
    ...some(
      "delivered, and not done",
      items.filter((item) => isDone(item) && done(item) === 0)
    ),
    ...some(
      "dead, and done",
      items.filter((item) => item.state === "dead" && done(item) > 0)
    ),
    ...unexplained(record),
    ...(ledger.mismatches === 0 ? [] : [`${ledger.mismatches} repeats with other bytes`]),
    ...some("problems", problems)
  ]
}
