/** Random walks over a store: producers, workers, a reaper, late answers, persons and pauses, in any order and with any clock. */
import { Effect } from "effect"
import type { Lane } from "../../../src/durable/outbox/lane.ts"
import type { Item, Kind, Outcome, State } from "../../../src/durable/outbox/model.ts"
import type { Commands } from "../../../src/durable/outbox/store.ts"
import {
  fresh,
  type Memory,
  type Place,
  wrongClaim,
  wrongCounts,
  wrongKeys,
  wrongOrder,
  wrongStep
} from "./table.ts"

/** A small generator of numbers: the same seed, the same walk. */
const chanceOf = (seed: number) => {
  let state = seed >>> 0 || 1
  const next = (): number => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9
    state ^= state >>> 13
    return (state >>> 0) / 2 ** 32
  }
  const below = (most: number): number => Math.floor(next() * most)
  const one = <A>(list: ReadonlyArray<A>): A => list[below(list.length)]!
  return { below, one }
}

interface Sent {
  readonly request: string
  readonly owner: string
  readonly seqs: ReadonlyArray<number>
  readonly kind: Kind
  body: string | undefined
}

const lanes: ReadonlyArray<Lane> = [
  { lane: "V.once", operation: "V.once", account: "" },
  { lane: "V.many", operation: "V.many", account: "" },
  { lane: "W.keyed@eu", operation: "W.keyed", account: "eu" }
]
const kinds: Readonly<Record<string, Kind>> = { "V.once": "once", "V.many": "idempotent", "W.keyed": "keyed" }
const within = 500_000
const nothing: Outcome = {}

/** One walk. */
export class Walk {
  readonly problems: Array<string> = []
  private readonly store: Commands
  private readonly chance: ReturnType<typeof chanceOf>
  private readonly memory = new Map<number, Memory>()
  private readonly sent: Array<Sent> = []
  /** Whose a request is. */
  private readonly owners = new Map<string, string>()
  private readonly paused = new Set<string>()
  private swept = 0
  private now = 1_000_000
  private count = 0

  constructor(store: Commands, seed: number) {
    this.store = store
    this.chance = chanceOf(seed)
  }

  /** Takes so many steps, and checks after each. */
  run(steps: number): Effect.Effect<void, unknown> {
    return Effect.forEach(Array.from({ length: steps }), () => this.step(), { discard: true })
  }

  private step(): Effect.Effect<void, unknown> {
    const names = [
      "add",
      "claim",
      "intent",
      "settle",
      "release",
      "reap",
      "adopt",
      "lanes",
      "move",
      "pause",
      "resume",
      "sweep"
    ] as const
    const often = ["add", "claim", "claim", "intent", "intent", "settle", "settle", "lanes"] as const
    const name = this.chance.one([...names, ...often])
    // The clocks of workers differ, and jump.
    this.now += this.chance.below(20_000)
    const at = this.now + this.chance.below(20_000) - 10_000
    const taken: Effect.Effect<unknown, unknown> = this[name](at)
    return Effect.andThen(taken, this.check(name))
  }

  private add(now: number) {
    const lane = this.chance.one(lanes)
    const items = Array.from({ length: 1 + this.chance.below(4) }, () => {
      // Now and then an id comes twice.
      const id = this.chance.below(6) === 0 && this.count > 0 ? this.chance.below(this.count) : this.count++
      return {
        ...lane,
        id: `i${id}`,
        version: 1,
        onDead: this.chance.one(["go-on", "hold"] as const),
        priority: this.chance.below(3),
        dueIn: this.chance.below(4) === 0 ? this.chance.below(60_000) : 0,
        input: `"${id}"`,
        hash: String(id),
        ...(this.chance.below(3) === 0 ? { key: `k${this.chance.below(3)}` } : {})
      }
    })
    return this.store.add({ items, now })
  }

  private claim(now: number) {
    const { lane, operation } = this.chance.one(lanes)
    const [request, owner] = [`r${this.count++}`, `w${this.chance.below(4)}`]
    const most = 1 + this.chance.below(4)
    const isPaused = ["*", operation.slice(0, 1), operation, lane].some((scope) => this.paused.has(scope))
    const claiming = this.store.claim({ lane, request, owner, lease: 30_000, most, bytes: 1_000, now })
    return Effect.map(
      Effect.zip(this.store.list({ lane, states: ["pending"], limit: 10_000 }), claiming),
      ([pending, claimed]) => {
        const seqs = claimed.map(({ seq }) => seq)
        this.problems.push(...wrongOrder(isPaused ? [] : pending, seqs, most, this.now + 10_000))
        for (const seq of seqs) {
          const wrong = wrongClaim(this.memory.get(seq) ?? fresh())
          if (wrong !== undefined) this.problems.push(`${request}: ${wrong}`)
        }
        if (seqs.length === 0) return
        this.owners.set(request, owner)
        this.sent.push({ request, owner, kind: kinds[operation]!, body: undefined, seqs })
      }
    )
  }

  private intent(now: number) {
    if (this.sent.length === 0) return Effect.void
    const one = this.chance.one(this.sent)
    const body = one.kind === "keyed" ? (one.body ?? `body of ${one.request}`) : undefined
    const given = { request: one.request, owner: one.owner, kind: one.kind, lease: 30_000, within, now }
    return Effect.map(
      this.store.intent({ ...given, ...(body === undefined ? {} : { body }) }),
      (isWritten) => {
        if (!isWritten) return
        if (this.owners.get(one.request) !== one.owner)
          this.problems.push(`${one.request} was about to be sent by one whose it is not`)
        one.body = body
        // From here on it may have been done.
        for (const seq of one.seqs) {
          const known = this.memory.get(seq)
          if (known?.state === "claimed" && known.request === one.request)
            Object.assign(known, { exposed: one.kind })
        }
      }
    )
  }

  private settle(now: number) {
    if (this.sent.length === 0) return Effect.void
    const { kind, request, seqs } = this.chance.one(this.sent)
    const some = seqs.filter(() => this.chance.below(4) > 0)
    const states: ReadonlyArray<Exclude<State, "claimed">> = ["pending", "delivered", "warned", "dead"]
    const results = some.map((seq) => {
      const state = this.chance.below(4) === 0 ? "unknown" : this.chance.one(states)
      return {
        seq,
        state: state === "unknown" && kind !== "once" ? ("pending" as const) : state,
        counts: this.chance.one(["attempt", "doubt", "nothing"] as const),
        outcome: nothing,
        dueIn: this.chance.below(3) === 0 ? this.chance.below(60_000) : 0
      }
    })
    return Effect.map(this.store.settle({ request, results, now }), (moved) => {
      for (const seq of moved)
        if (this.memory.get(seq)?.request !== request)
          this.problems.push(`${request} settled an item of another`)
      // An answer says that it was not done, or that it was.
      for (const { seq, state } of results)
        if (moved.includes(seq) && state !== "unknown")
          Object.assign(this.memory.get(seq)!, { exposed: undefined })
    })
  }

  private release(now: number) {
    if (this.sent.length === 0) return Effect.void
    const { owner, request, seqs } = this.chance.one(this.sent)
    const some = this.chance.below(2) === 0 ? {} : { seqs: seqs.slice(0, 1) }
    return this.store.release({ request, owner, now, dueIn: this.chance.below(10_000), ...some })
  }

  private reap(now: number) {
    return this.store.reap({ now })
  }

  private adopt(now: number) {
    const owner = `w${this.chance.below(4)}`
    return Effect.map(
      this.store.adopt({ owner, operations: ["W.keyed"], account: "eu", lease: 30_000, now }),
      (frozen) => {
        if (frozen === undefined) return
        const before = this.sent.find(({ request }) => request === frozen.request)!
        if (frozen.body !== before.body)
          this.problems.push(`${frozen.request} was taken over with another body`)
        const left = before.seqs.filter((seq) => {
          const known = this.memory.get(seq)
          return known?.state === "claimed" && known.request === frozen.request
        })
        if (String(frozen.items.map(({ seq }) => seq)) !== String(left))
          this.problems.push(`${frozen.request} was taken over with other items`)
        this.owners.set(frozen.request, owner)
        this.sent.push({ ...before, owner })
      }
    )
  }

  private lanes(now: number) {
    return this.store.lanes({ now })
  }

  private move(now: number) {
    const to = this.chance.one(["pending", "delivered", "dead", "dropped"] as const)
    const from: ReadonlyArray<State> =
      to === "dropped" ? ["dead", "unknown", "pending"] : to === "pending" ? ["dead", "unknown"] : ["unknown"]
    return Effect.flatMap(this.store.list({ states: from, limit: 3 }), (items) =>
      Effect.map(
        this.store.move({ from, to, items: items.map(({ seq }) => ({ seq })), outcome: nothing, now }),
        (moved) => {
          for (const seq of moved) Object.assign(this.memory.get(seq)!, { exposed: undefined })
        }
      )
    )
  }

  private pause(now: number) {
    const scope = this.chance.one(["*", "V", "V.once", "W.keyed@eu"])
    this.paused.add(scope)
    return this.store.pause({ scope, reason: "test", by: "me", now })
  }

  private sweep(now: number) {
    const before = this.memory.size
    return Effect.flatMap(this.store.sweep({ keep: 100_000, keepIds: 400_000, limit: 3, now }), () =>
      Effect.map(this.store.list({ limit: 10_000 }), (items) => {
        const places = [...this.memory.values()].filter(({ state }) => state !== "absent").length
        this.swept += before === 0 ? 0 : places - items.length
      })
    )
  }

  private resume() {
    this.paused.clear()
    return Effect.forEach(["*", "V", "V.once", "W.keyed@eu"], (scope) => this.store.resume({ scope }))
  }

  /** Every item went a way that the table has, the ledger balances, and no key has two at once. */
  private check(command: string): Effect.Effect<void, unknown> {
    return Effect.gen({ self: this }, function* () {
      const items = yield* this.store.list({ limit: 10_000 })
      const { all } = yield* this.store.stats({ now: this.now })
      this.compare(command, new Map(items.map((item) => [item.seq, item])))
      const wrong = [...wrongCounts(all, items, this.swept), ...wrongKeys(items)]
      this.problems.push(...wrong.map((problem) => `after ${command} ${problem}`))
    })
  }

  private compare(command: string, items: ReadonlyMap<number, Item>) {
    for (const seq of new Set([...items.keys(), ...this.memory.keys()])) {
      const known = this.memory.get(seq) ?? fresh()
      const place: Place = items.get(seq)?.state ?? "absent"
      const wrong = wrongStep(command, known.state, place)
      if (wrong !== undefined) this.problems.push(`item ${seq}: ${wrong}`)
      known.state = place
      known.request = items.get(seq)?.request
      this.memory.set(seq, known)
    }
  }
}
