/** An outbox as the console shows it, and what a person does with it there. */
import * as Effect from "effect/Effect"
import * as Outbox from "../durable/Outbox.ts"
import type { Action, Lanes, OutboxState } from "./sources.ts"

type Box = Outbox.Outbox["Service"]

// Inputs are not shown, but come with the items: no more of these are read than are shown.
const some = ({ store }: Box, state: Outbox.State, most: number) =>
  store.list({ states: [state], limit: most })

type Lane = Outbox.Stats["lanes"][number]

// What waits for a person comes first, then what waits at all.
const urgency = ({ dead, open, paused, unknown }: Lane): number =>
  (paused === undefined ? 0 : 4) + (unknown + dead > 0 ? 2 : 0) + (open > 0 ? 1 : 0)

const first = (lanes: ReadonlyArray<Lane>, most: number): ReadonlyArray<Lane> =>
  lanes.length <= most ? lanes : lanes.toSorted((one, other) => urgency(other) - urgency(one)).slice(0, most)

const stateOf = (box: Box, most: number): Effect.Effect<OutboxState, Outbox.StoreUnavailable> =>
  Effect.gen(function* () {
    const stats = yield* Effect.provideService(Outbox.stats, Outbox.Outbox, box)
    const pauses = yield* box.store.pauses
    const unknown = stats.all.unknown === 0 ? [] : yield* some(box, "unknown", most)
    const dead = stats.all.dead === 0 ? [] : yield* some(box, "dead", most)
    const lanes = first(stats.lanes, most)
    return { all: stats.all, lanes, moreLanes: stats.lanes.length - lanes.length, pauses, unknown, dead }
  })

// A pause is kept under the name of what it stops: a lane's, an operation's or a vendor's.
const scopeOf = (name: string): Outbox.Scope => (name === "*" ? "everything" : { lane: name })

const nameOf = (scope: string): string => (scope === "*" ? "Everything" : scope)

const done = { delivered: "delivered", dead: "dead", pending: "pending again" } as const

const act = (
  action: Action,
  by: string
): Effect.Effect<string, Outbox.StoreUnavailable | Outbox.IllegalMove, Outbox.Outbox> =>
  Effect.gen(function* () {
    switch (action._tag) {
      case "pause":
        yield* Outbox.pause(scopeOf(action.scope), { by, because: action.because })
        return `${nameOf(action.scope)} is paused.`
      case "resume":
        return (yield* Outbox.resume(scopeOf(action.scope)))
          ? `${nameOf(action.scope)} goes on.`
          : `${nameOf(action.scope)} was not paused.`
      case "requeue": {
        const moved = yield* Outbox.requeue({ ids: [action.id] }, { by, because: action.because })
        if (moved > 0) return `${action.id} is sent again.`
        return yield* new Outbox.IllegalMove({ id: action.id, problem: "only what is dead can be requeued." })
      }
      case "resolve":
        yield* Outbox.resolve(action.id, action.to, { by, because: action.because })
        return `${action.id} is ${done[action.to]}.`
    }
  })

/** The outbox of the context; `by` is who decides. */
export const fromOutbox = (by: string): Effect.Effect<Lanes, never, Outbox.Outbox> =>
  Effect.map(Outbox.Outbox, (box) => ({
    state: (most) => stateOf(box, most),
    act: (action) => Effect.provideService(act(action, by), Outbox.Outbox, box)
  }))
