/** Commands at random, seeded, with times that a test chooses: what a store is given, and what it answers in words that all stores share. */
import { Effect, Struct } from "effect"
import type { Commands } from "../../../src/durable/outbox/store.ts"
import type { Item, NewItem, Result } from "../../../src/durable/outbox/model.ts"

/** Numbers from a seed (mulberry32). */
export const numbers = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

type Draw = (below: number) => number

const owners = ["ann", "bob"]

const pick = <A>(draw: Draw, from: ReadonlyArray<A>): A => from[draw(from.length)]!

const lanes = ["S.one", "S.one/b", "S.two", "T.three"]

const itemOf = (draw: Draw): NewItem => {
  const lane = pick(draw, lanes)
  const input = JSON.stringify({ text: "é".repeat(draw(30)), quote: '"\\' })
  const key = draw(3) === 0 ? undefined : pick(draw, ["k", "l"])
  return {
    id: `id-${draw(60)}`,
    lane,
    operation: lane.split("/")[0]!,
    account: "",
    version: 1,
    onDead: pick(draw, ["go-on", "hold"]),
    priority: draw(3),
    dueIn: pick(draw, [0, 0, 0, 500, 3_000]),
    input,
    hash: String(draw(8)),
    ...(key === undefined ? {} : { key })
  }
}

const states = ["pending", "delivered", "warned", "dead", "unknown"] as const

const resultOf = (draw: Draw, seq: number): Result => ({
  seq,
  state: pick(draw, states),
  counts: pick(draw, ["attempt", "doubt", "nothing"] as const),
  outcome: { message: `m${draw(5)}`, tag: pick(draw, ["S.Bad", "S.Worse"]), status: 400 + draw(3) },
  ...(draw(2) === 0 ? {} : { dueIn: draw(2_000) })
})

/** A run: the moment, the requests so far, and the items as they stand. */
export interface Run {
  readonly draw: Draw
  readonly now: number
  readonly requests: Array<string>
  readonly items: ReadonlyArray<Pick<Item, "id" | "request" | "state">>
}

/** Mostly a request that carries something, now and then one that is long over. */
const requestOf = ({ draw, items, requests }: Run): string => {
  const carried = items.filter(({ state }) => state === "claimed")
  const { request } = carried.length === 0 || draw(6) === 0 ? pick(draw, items) : pick(draw, carried)
  return request ?? pick(draw, requests.slice(-6))
}

/** Mostly the owner of a request. */
const ownerOf = (draw: Draw, request: string): string =>
  owners[(Number(request.slice(1)) + (draw(6) === 0 ? 1 : 0)) % 2]!

/** Gives one command, the same to every store: places are named by ids. Answers are given back so that they can be compared. */
export type Command = (store: Commands, placeOf: (id: string) => number) => Effect.Effect<unknown, unknown>

const adds = ({ draw, now }: Run): Command => {
  const items = Array.from({ length: 1 + draw(6) }, () => itemOf(draw))
  return (store) => store.add({ items, now })
}

const claims = ({ draw, now, requests }: Run): Command => {
  const command = {
    lane: pick(draw, lanes),
    request: `r${requests.length}`,
    owner: owners[requests.length % 2]!,
    lease: pick(draw, [1, 1_000, 4_000]),
    most: 1 + draw(5),
    bytes: pick(draw, [1, 120, 100_000]),
    now
  }
  requests.push(command.request)
  return (store) => Effect.map(store.claim(command), (items) => items.map(Struct.omit(["seq"])))
}

const intents = (run: Run): Command => {
  const { draw, now } = run
  const request = requestOf(run)
  const within = draw(2) === 0 ? {} : { within: draw(5_000) }
  const command = {
    request,
    owner: ownerOf(draw, request),
    kind: pick(draw, ["once", "idempotent", "keyed"] as const),
    lease: pick(draw, [1, 1_000, 4_000]),
    body: `body-${draw(9)}`,
    now,
    ...within
  }
  return (store) => store.intent(command)
}

const some = (draw: Draw): ReadonlyArray<string> => [
  ...new Set(Array.from({ length: 1 + draw(20) }, () => `id-${draw(60)}`))
]

const settles = (run: Run): Command => {
  const { draw, items, now } = run
  const request = requestOf(run)
  const carried = items.filter((item) => item.request === request && draw(4) > 0).map(({ id }) => id)
  const ids = draw(6) === 0 ? some(draw) : carried
  const results = ids.map((id) => [id, resultOf(draw, 0)] as const)
  return (store, placeOf) =>
    Effect.map(
      store.settle({
        now,
        request,
        results: results.map(([id, result]) => ({ ...result, seq: placeOf(id) }))
      }),
      (moved) => results.filter(([id]) => moved.includes(placeOf(id))).map(([id]) => id)
    )
}

const releases = (run: Run): Command => {
  const { draw, now } = run
  const [ids, dueIn] = [draw(2) === 0 ? undefined : some(draw), draw(2_000)]
  const request = requestOf(run)
  const command = { request, owner: ownerOf(draw, request), dueIn, now }
  return (store, placeOf) =>
    store.release({ ...command, ...(ids === undefined ? {} : { seqs: ids.map(placeOf) }) })
}

const moves = ({ draw, now }: Run): Command => {
  const edits = some(draw).map((id) => [id, draw(2) === 0 ? {} : { input: "edited", version: 2 }] as const)
  const to = pick(draw, ["pending", "pending", "delivered", "dead", "dropped"] as const)
  const command = {
    from: ["pending", "dead", "unknown"],
    to,
    outcome: { by: "eve", because: "so" },
    now
  } as const
  return (store, placeOf) =>
    Effect.map(
      store.move({ ...command, items: edits.map(([id, edit]) => ({ ...edit, seq: placeOf(id) })) }),
      (moved) => moved.length
    )
}

const others = ({ draw, now }: Run): Command => {
  const scope = pick(draw, ["*", "S", "S.one", "S.one/b"])
  const which = draw(10)
  const adopted = {
    now,
    owner: pick(draw, owners),
    operations: ["S.one", "S.two"],
    account: "",
    lease: 1_000
  }
  if (which === 0) return (store) => store.pause({ scope, reason: "r", by: "eve", now })
  if (which === 1) return (store) => store.sweep({ now, keep: 2_000, keepIds: 8_000, limit: 100 })
  if (which < 5) return (store) => Effect.map(store.adopt(adopted), (frozen) => frozen?.items.length)
  if (which < 8) return (store) => store.resume({ scope })
  return (store) =>
    Effect.map(store.reap({ now }), (reaped) => ({ ...reaped, unknown: reaped.unknown.toSorted() }))
}

const kinds = [
  adds,
  adds,
  claims,
  claims,
  claims,
  intents,
  intents,
  settles,
  settles,
  releases,
  moves,
  others,
  others
]

/** Draws a command. */
export const commandOf = (run: Run): Command => {
  if (run.items.length === 0) return adds(run)
  return (run.requests.length === 0 ? claims : pick(run.draw, kinds))(run)
}
