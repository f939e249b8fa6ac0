/** Commands drawn at random, for stores that must answer the same. */
import { Effect } from "effect"
import type { Commands } from "../../../src/durable/outbox/store.ts"
import type { NewItem, Result } from "../../../src/durable/outbox/model.ts"

/** Whole numbers, the same for the same seed. */
export const draws = (seed: number) => {
  let state = seed
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const of = <A>(list: ReadonlyArray<A>): A => list[below(list.length)] as A // as: within the list
  return { below, of }
}
export type Draws = ReturnType<typeof draws>

const lanes = ["a", "b", "c"]
const owners = ["one", "two"]
const operations = ["Shop.pay", "Shop.pay", "Shop.list"]
const requests = Array.from({ length: 6 }, (_, n) =>
  n < 3 ? `request-${n}` : `0193a2b4-0000-7000-8000-00000000000${n}`
)

const item = ({ below, of }: Draws): NewItem => {
  const [place, id] = [below(3), below(60)]
  return {
    id: `id-${id}`,
    lane: lanes[place] ?? "",
    operation: operations[place] ?? "",
    account: "main",
    version: 1 + below(2),
    onDead: of(["go-on", "hold"]),
    priority: of([0, 0, 0, 1, -2]),
    dueIn: of([0, 0, 0, 40, 90.5]),
    input: JSON.stringify({ text: "é".repeat(below(20)), id }),
    hash: `h${below(10) === 0 ? 1 : 0}`,
    ...(below(3) === 0 ? {} : { key: of(["x", "y", "z"]) }),
    ...(below(9) === 0 ? { replays: "id-0" } : {})
  }
}

const results = ({ below, of }: Draws): ReadonlyArray<Result> =>
  Array.from({ length: 1 + below(5) }, () => ({
    seq: 1 + below(80),
    state: of(["pending", "delivered", "delivered", "warned", "dead", "unknown"] as const),
    counts: of(["attempt", "doubt", "nothing"] as const),
    outcome: { message: `m${below(9)}`, tag: of(["Shop.A", "Shop.B"]) },
    ...(below(2) === 0 ? {} : { dueIn: below(80) })
  }))

const sorted = <A extends { readonly lane: string }>(lanes: ReadonlyArray<A>): ReadonlyArray<A> =>
  lanes.toSorted((one, other) => (one.lane < other.lane ? -1 : 1))

/** One command with its answer. Which one, and with what, is drawn. */
type Step = (draws: Draws, now: number) => (store: Commands) => Effect.Effect<unknown, unknown>

const steps: ReadonlyArray<Step> = [
  (draw, now) => {
    const items = Array.from({ length: 1 + draw.below(4) }, () => item(draw))
    return (store) => store.add({ items, now })
  },
  ({ below, of }, now) => {
    const [lane, request, owner] = [of(lanes), of(requests), of(owners)]
    const [most, bytes] = [1 + below(4), of([30, 1_000, Infinity])]
    // A request's id is used once: what is under way keeps its own.
    return (store) =>
      Effect.flatMap(store.list({ states: ["claimed"], limit: 100 }), (claimed) =>
        claimed.some((one) => one.request === request)
          ? Effect.succeed([])
          : store.claim({ lane, request, owner, lease: 50, most, bytes, now })
      )
  },
  ({ below, of }, now) => {
    const kind = of(["once", "idempotent", "keyed"] as const)
    const within = of([undefined, 60, Infinity])
    const given = {
      request: of(requests),
      owner: of(owners),
      kind,
      lease: 20 + below(60),
      now,
      ...(within === undefined ? {} : { within }),
      ...(kind === "keyed" ? { body: `body ${below(3)}` } : {})
    }
    return (store) => store.intent(given)
  },
  (draw, now) => {
    const [request, drawn, isOwn] = [draw.of(requests), results(draw), draw.below(3) > 0]
    // Most answers are about what the request carries.
    return (store) =>
      Effect.flatMap(store.list({ states: ["claimed"], limit: 100 }), (claimed) => {
        const own = claimed.filter((one) => isOwn && one.request === request)
        const about = drawn.map((result, index) => ({ ...result, seq: own[index]?.seq ?? result.seq }))
        return store.settle({ request, results: about, now })
      })
  },
  ({ below, of }, now) => {
    const seqs = below(2) === 0 ? {} : { seqs: [1 + below(60), 1 + below(60)] }
    const given = { request: of(requests), owner: of(owners), now, dueIn: of([0, 30]), ...seqs }
    return (store) => store.release(given)
  },
  (_, now) => (store) => store.reap({ now }),
  ({ of }, now) => {
    const operations = [of(["Shop.pay", "Shop.list"])]
    const given = { owner: of(owners), operations, account: "main", lease: 30, now }
    return (store) => store.adopt(given)
  },
  ({ below }, now) => {
    const some = below(2) === 0 ? {} : { operations: ["Shop.pay"], account: "main" }
    return (store) => Effect.map(store.lanes({ now, ...some }), sorted)
  },
  ({ below, of }, now) => {
    const from = of([
      ["dead", "unknown"],
      ["unknown"],
      ["claimed"],
      ["pending"],
      ["delivered", "warned", "dead"]
    ] as const)
    const to = of(["pending", "delivered", "dead", "dropped"] as const)
    const edit = below(3) === 0 ? { input: "{}", version: 3 } : {}
    const given = { from, to, items: [{ seq: 1 + below(60), ...edit }], outcome: { by: "me" }, now }
    return (store) => store.move(given)
  },
  ({ of }, now) => {
    const given = { scope: of(["*", "Shop", "Shop.list", "a"]), reason: "why", by: "me", now }
    return (store) => store.pause(given)
  },
  ({ of }) => {
    const scope = of(["*", "Shop", "Shop.list", "a"])
    return (store) => store.resume({ scope })
  },
  () => (store) => store.resume({ scope: "*" }),
  (_, now) => (store) => store.sweep({ keep: 100, keepIds: 400, limit: 100, now })
]

/** A command drawn: more often those that there are more of. */
export const stepOf = (draw: Draws, now: number): ReturnType<Step> =>
  draw.of([...steps, ...steps.slice(0, 6), ...steps.slice(0, 4)])(draw, now)

/** All that a store tells of itself. */
export const seen = (store: Commands, draw: Draws, now: number): Effect.Effect<unknown, unknown> => {
  const some = { states: [draw.of(["pending", "claimed", "dead", "delivered", "unknown"] as const)] }
  const query = draw.of([
    some,
    { ids: ["id-3", "id-4", "id-3"] },
    { tag: "Shop.A" },
    { lane: "b" },
    { key: "x", operation: "Shop.pay" },
    { vendor: "Shop", since: now - 100, until: now },
    { after: 10 }
  ])
  return Effect.all([
    store.list({ limit: 1_000 }),
    store.list({ ...query, limit: 1 + draw.below(30) }),
    store.ended({ after: [now - draw.below(200), draw.below(50)], limit: 20 }),
    Effect.map(store.pauses, (found) => found.toSorted((one, other) => (one.scope < other.scope ? -1 : 1))),
    Effect.map(store.stats({ now }), ({ all, lanes }) => ({ all, lanes: sorted(lanes) }))
  ])
}
