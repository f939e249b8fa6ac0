/** A store at hand, for the sentences of its contract: items by their ids, and a clock that a test lets pass. */
import { assert } from "@effect/vitest"
import { Effect } from "effect"
import type { Intent, Move } from "../../../src/durable/outbox/commands.ts"
import type { Kind, NewItem, Result, State } from "../../../src/durable/outbox/model.ts"
import type { Commands } from "../../../src/durable/outbox/store.ts"

/** A store with its clock. */
export interface Rig {
  readonly store: Commands
  /** Unix ms, for a store without a clock of its own. */
  readonly now: () => number
  /** Lets time pass. */
  readonly pass: (ms: number) => Effect.Effect<unknown, unknown>
}

/** A rig over a store that takes the time from its commands. */
export const rigOf = (store: Commands): Rig => {
  let now = 1_000_000
  return { store, now: () => now, pass: (ms) => Effect.sync(() => void (now += ms)) }
}

/** How long a lease is, in ms. */
export const lease = 30_000

const itemOf = (given: Partial<NewItem> & Pick<NewItem, "id">): NewItem => ({
  lane: "Shop.pay",
  operation: "Shop.pay",
  account: "",
  version: 1,
  onDead: "go-on",
  priority: 0,
  dueIn: 0,
  input: `"${given.id}"`,
  hash: given.id,
  ...given
})

type Ends = Result["state"]

/** What the sentences do with a store. */
export class Hands {
  readonly store: Commands
  readonly now: Rig["now"]
  readonly pass: Rig["pass"]

  constructor({ now, pass, store }: Rig) {
    this.store = store
    this.now = now
    this.pass = pass
  }

  add(...items: ReadonlyArray<Partial<NewItem> & Pick<NewItem, "id">>) {
    return this.store.add({ items: items.map(itemOf), now: this.now() })
  }

  /** The ids of what is claimed. */
  claim(request: string, { bytes = 1_000, lane = "Shop.pay", most = 10, owner = "ann" } = {}) {
    const command = { lane, request, owner, lease, most, bytes, now: this.now() }
    return Effect.map(this.store.claim(command), (items) => items.map(({ id }) => id))
  }

  intent(request: string, kind: Kind, more: Partial<Intent> = {}) {
    const body = kind === "keyed" ? { body: `body of ${request}` } : {}
    return this.store.intent({ request, kind, owner: "ann", lease, now: this.now(), ...body, ...more })
  }

  /** Adds items, claims them as `r` and writes their intent. */
  sent(kind: Kind, ids: ReadonlyArray<string>, more: Partial<Intent> = {}) {
    return this.add(...ids.map((id) => ({ id }))).pipe(
      Effect.andThen(this.claim("r")),
      Effect.andThen(this.intent("r", kind, more))
    )
  }

  private seqs(ids: ReadonlyArray<string>) {
    return Effect.map(this.store.list({ limit: 1_000 }), (items) =>
      ids.map((id) => items.find((item) => item.id === id)?.seq ?? 0)
    )
  }

  /** How many were settled. */
  settle(request: string, state: Ends, ids: ReadonlyArray<string>, more: Partial<Result> = {}) {
    return Effect.flatMap(this.seqs(ids), (seqs) => {
      const results = seqs.map((seq): Result => ({ seq, state, counts: "attempt", outcome: {}, ...more }))
      return Effect.map(this.store.settle({ request, results, now: this.now() }), ({ length }) => length)
    })
  }

  release(request: string, { ids, owner = "ann" }: { ids?: ReadonlyArray<string>; owner?: string } = {}) {
    return Effect.flatMap(this.seqs(ids ?? []), (seqs) =>
      this.store.release({ request, owner, now: this.now(), ...(ids === undefined ? {} : { seqs }) })
    )
  }

  reap() {
    return this.store.reap({ now: this.now() })
  }

  adopt(owner = "bob", { account = "", operations = ["Shop.pay"] } = {}) {
    return this.store.adopt({ owner, operations, account, lease, now: this.now() })
  }

  lanes() {
    return this.store.lanes({ now: this.now() })
  }

  /** How many were moved. */
  move(from: ReadonlyArray<State>, to: Move["to"], ids: ReadonlyArray<string>, edit: object = {}) {
    return Effect.flatMap(this.seqs(ids), (seqs) => {
      const items = seqs.map((seq) => ({ seq, ...edit }))
      const outcome = { by: "eve", because: "so" }
      return Effect.map(
        this.store.move({ from, to, items, outcome, now: this.now() }),
        ({ length }) => length
      )
    })
  }

  item(id: string) {
    return Effect.map(this.store.list({ ids: [id], limit: 1 }), ([item]) => item)
  }

  counts() {
    return Effect.map(this.store.stats({ now: this.now() }), ({ all }) => all)
  }

  /** Holds the states of all items against these. */
  are(states: Readonly<Record<string, State>>) {
    return Effect.map(this.store.list({ limit: 1_000 }), (items) =>
      assert.deepStrictEqual(Object.fromEntries(items.map(({ id, state }) => [id, state])), states)
    )
  }
}

/** A sentence of the contract, and what proves it. */
export type Sentence = readonly [name: string, proof: (hands: Hands) => Effect.Effect<unknown, unknown>]

/** A sentence of commands to a store that takes no longer than the store does. */
export const sentence = <E>(
  name: string,
  proof: (hands: Hands) => Generator<Effect.Effect<unknown, E>, void, never>
): Sentence => [name, (hands) => Effect.gen(() => proof(hands))]
