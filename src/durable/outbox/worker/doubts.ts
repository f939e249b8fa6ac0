/** Items of which nobody knows whether they were done: a rule of the user's is asked before a person is. Never a timer alone. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { settleWith } from "../../../policy/retry/settle.ts"
import type { StoreUnavailable } from "../errors.ts"
import type { Item } from "../model.ts"
import type { Decision, Doubt, WorkerOptions } from "./options.ts"
import { read } from "./read.ts"
import type { Served, Worker } from "./state.ts"

/** An item is asked about so often, so many ms apart: what the vendor shows may lag behind what it has done. */
const [times, apart] = [2, 30_000]

/** The first question comes so many ms after the item was given up: a request whose answer was lost may run as long as any attempt. */
const first = 70_000

// Read at once. Those that stay unknown are remembered so that they are not asked about for ever; so many at most.
const [page, remembered] = [200, 20_000]

/** What is known of the questions that were asked. */
export interface Asked {
  readonly count: number
  readonly at: number
}

type Rule = (doubt: Doubt) => Effect.Effect<Decision>

// What can no longer apply may have applied, where the vendor keeps a field otherwise than it was sent: a person says so.
const decisions = { Done: "delivered", NotDone: "pending", NeverApplies: "unknown", Open: "unknown" } as const

/** What the vendor documents, then the rule of the user's. Items of a batch have no read of their own. */
const decide = (
  { operation: { batching, spec }, service }: Served,
  rule: Rule | undefined,
  doubt: Doubt
): Effect.Effect<Decision> =>
  Effect.gen(function* () {
    if (batching === undefined && spec.settles !== undefined) {
      const verdict = yield* settleWith(service, spec, doubt.input)
      const because =
        verdict._tag === "Done" ? `${spec.settles.read.tag} has it, as it was sent` : verdict.because
      if (verdict._tag === "Done" || verdict._tag === "NotDone" || rule === undefined)
        return { state: decisions[verdict._tag], because }
    }
    return rule === undefined ? { state: "unknown", because: "nothing can tell" } : yield* rule(doubt)
  })

const doubtOf = (item: Item, input: unknown): Doubt => ({
  id: item.id,
  operation: item.operation,
  input,
  outcome: item.outcome ?? {}
})

const isDue = (questions: Asked | undefined, { ended = 0 }: Item, now: number): boolean =>
  questions === undefined ? now - ended >= first : questions.count < times && now - questions.at >= apart

const apply = (
  { box }: Worker,
  item: Item,
  { because, state }: Decision
): Effect.Effect<void, StoreUnavailable> =>
  state === "unknown"
    ? Effect.void
    : Effect.gen(function* () {
        const now = yield* Clock.currentTimeMillis
        const outcome = { by: "settled", because }
        const moved = yield* box.store.move({
          from: ["unknown"],
          to: state,
          items: [{ seq: item.seq }],
          outcome,
          now
        })
        if (moved.length > 0) yield* box.publish({ _tag: "Moved" })
      })

const ask = (
  worker: Worker,
  rule: Rule | undefined,
  item: Item,
  isLast: boolean
): Effect.Effect<void, StoreUnavailable> =>
  Effect.gen(function* () {
    const served = worker.served.get(item.operation)
    if (served === undefined) return
    const held = yield* Effect.option(read(worker.box, served.operation, item, worker.settings))
    if (held._tag === "None") return
    const decision = yield* Effect.exit(decide(served, rule, doubtOf(item, held.value.input)))
    // A rule that breaks decides nothing.
    if (decision._tag !== "Success") return
    // Not found may be not found yet: it counts when it is not found again.
    if (decision.value.state !== "pending" || isLast) yield* apply(worker, item, decision.value)
  })

const round = (
  worker: Worker,
  rule: Rule | undefined,
  questions: Map<number, Asked>
): Effect.Effect<void, StoreUnavailable> =>
  Effect.gen(function* () {
    const now = yield* Clock.currentTimeMillis
    let after = 0
    while (true) {
      const items = yield* worker.box.store.list({ states: ["unknown"], after, limit: page })
      for (const item of items) {
        const before = questions.get(item.seq)
        if (!worker.served.has(item.operation) || !isDue(before, item, now)) continue
        if (questions.size < remembered || before !== undefined)
          questions.set(item.seq, { count: (before?.count ?? 0) + 1, at: now })
        yield* ask(worker, rule, item, before !== undefined)
      }
      if (items.length < page) return
      after = items.at(-1)?.seq ?? after
    }
  })

/** Asks about items in doubt, as long as the worker runs. */
export const doubting = (worker: Worker, rule: WorkerOptions["onUnknown"]): Effect.Effect<never> => {
  const questions = new Map<number, Asked>()
  return Effect.forever(
    Effect.andThen(Effect.sleep("5 seconds"), Effect.ignore(round(worker, rule, questions)))
  )
}
