/** The table of the state machine, apart from any store: which command may take an item from which state to which. */
import type { Counts } from "../../../src/durable/outbox/lane.ts"
import type { Item, Kind, State } from "../../../src/durable/outbox/model.ts"

/** A state, or that an item is not there. */
export type Place = State | "absent"

const settled: Readonly<Record<string, ReadonlyArray<Place>>> = {
  claimed: ["pending", "delivered", "warned", "dead", "unknown"],
  unknown: ["pending", "delivered", "warned", "dead"],
  pending: ["delivered", "warned", "dead"]
}

/** What a command may do to an item. Whatever is not here must not happen. */
export const table: Readonly<Record<string, Readonly<Record<string, ReadonlyArray<Place>>>>> = {
  add: { absent: ["pending"] },
  claim: { pending: ["claimed"] },
  intent: {},
  settle: settled,
  release: { claimed: ["pending"] },
  reap: { claimed: ["pending", "unknown"] },
  adopt: {},
  lanes: {},
  move: {
    dead: ["pending", "absent"],
    unknown: ["pending", "delivered", "dead", "absent"],
    pending: ["absent"]
  },
  pause: {},
  resume: {},
  sweep: { delivered: ["absent"], warned: ["absent"] }
}

/** What a model remembers of an item besides its state: whether it may have been done, and whether that may be done again. */
export interface Memory {
  state: Place
  /** The request that carries it, or carried it last. */
  request: string | undefined
  /** A request with it was about to be sent, and nobody has said since that it was not done. */
  exposed: Kind | undefined
}

/** What is wrong with a step, in a sentence. */
export const wrongStep = (command: string, from: Place, to: Place): string | undefined =>
  from === to || (table[command]?.[from]?.includes(to) ?? false)
    ? undefined
    : `${command} took an item from ${from} to ${to}`

/** Whether an item that is claimed may be: what may have been done, and must not be twice, is a person's business. */
export const wrongClaim = ({ exposed }: Memory): string | undefined =>
  exposed === undefined || exposed === "idempotent"
    ? undefined
    : `an item that may have been done (${exposed}) was claimed`

/** An item that nothing is known of. */
export const fresh = (): Memory => ({ state: "absent", request: undefined, exposed: undefined })

/** What is wrong with a claim: the higher priority goes first, then what came first, and nothing before its time. */
export const wrongOrder = (
  pending: ReadonlyArray<Item>,
  claimed: ReadonlyArray<number>,
  most: number,
  latest: number
): ReadonlyArray<string> => {
  const ready = pending
    .filter(({ waits }) => waits === undefined)
    .toSorted((one, other) => other.priority - one.priority || one.seq - other.seq)
    .slice(0, most)
  const early = ready
    .filter(({ due }) => due > latest)
    .map(({ seq }) => `item ${seq} was claimed before its time`)
  const wanted = ready.map(({ seq }) => seq)
  return String(wanted) === String(claimed)
    ? early
    : [`${String(claimed)} were claimed, not ${String(wanted)}`]
}

/** What is wrong with the counts; `swept` were delivered and are forgotten. */
export const wrongCounts = (
  all: Counts,
  items: ReadonlyArray<Item>,
  swept: number
): ReadonlyArray<string> => {
  const count = (...states: ReadonlyArray<State>) =>
    items.filter(({ state }) => states.includes(state)).length
  const { dead, delivered, dropped, enqueued, open, unknown, warned } = all
  const isRight =
    enqueued === open + delivered + warned + dead + unknown + dropped &&
    open === count("pending", "claimed") &&
    dead === count("dead") &&
    unknown === count("unknown") &&
    delivered + warned === count("delivered", "warned") + swept
  return isRight ? [] : [`the ledger is ${JSON.stringify(all)}`]
}

/** What is wrong with the order of keys: one at a time, the first that is left, and none behind one that is in doubt or holds it. */
export const wrongKeys = (items: ReadonlyArray<Item>): ReadonlyArray<string> =>
  [
    ...Map.groupBy(
      items.filter(({ key }) => key !== undefined),
      ({ key, operation }) => `${operation} ${key}`
    )
  ].flatMap(([name, all]) => {
    const free = all.filter(({ state, waits }) => state === "pending" && waits !== "key")
    const busy = all.filter(({ state }) => state === "claimed" || state === "unknown")
    const [first] = all.filter(({ state }) => state === "pending")
    const isHeld = all.some(
      ({ onDead, seq, state }) => state === "dead" && onDead === "hold" && seq < (first?.seq ?? 0)
    )
    const isOverrun = free.length > 0 && (busy.length > 0 || isHeld || free[0] !== first)
    const isStuck = first !== undefined && free.length === 0 && busy.length === 0 && !isHeld
    if (busy.length > 1 || free.length > 1 || isOverrun)
      return [`an item of the key ${name} overtakes another`]
    return isStuck ? [`the key ${name} waits for nothing`] : []
  })
