/** A store that gets into trouble once, before or after one of its commands. */
import { Effect } from "effect"
import { StoreUnavailable } from "../../src/durable/outbox/errors.ts"
import type { Commands } from "../../src/durable/outbox/store.ts"

/** Before or after which command, and what happens there. */
export interface Point {
  readonly command: "add" | "lanes" | "claim" | "intent" | "settle" | "release" | "reap" | "adopt" | "move"
  readonly when: "before" | "after"
  /**
   * `dies`: the process ends there, so that no command is ever answered again. `fails`: the connection is lost. `pauses`: the process
   * stands still for longer than any lease.
   */
  readonly trouble: "dies" | "fails" | "pauses"
}

const lost = new StoreUnavailable({
  store: "test",
  reason: "unreachable",
  problem: "the connection was lost"
})

/** The store as a process sees it that meets trouble at a point. `armed`: whether it comes yet. `pause`: ms. */
export const troubled = (
  store: Commands,
  { command: where, trouble, when }: Point,
  { armed, pause }: { readonly armed: () => boolean; readonly pause: number }
) => {
  let [hit, isDead, isOver] = [false, false, false]
  const gone = Effect.suspend(() => (isOver ? Effect.fail(lost) : Effect.never))
  const strike = Effect.suspend(() => {
    if (trouble === "pauses") return Effect.sleep(pause)
    isDead = trouble === "dies"
    return isDead ? gone : Effect.fail(lost)
  })
  const at =
    <I, A, E>(name: Point["command"], command: (input: I) => Effect.Effect<A, E>) =>
    (input: I): Effect.Effect<A, E | StoreUnavailable> =>
      Effect.suspend(() => {
        if (isDead) return gone
        if (hit || name !== where || !armed()) return command(input)
        hit = true
        return when === "before"
          ? Effect.andThen(strike, command(input))
          : Effect.tap(command(input), () => strike)
      })
  const commands: Commands = {
    ...store,
    add: at("add", store.add),
    lanes: at("lanes", store.lanes),
    claim: at("claim", store.claim),
    intent: at("intent", store.intent),
    settle: at("settle", store.settle),
    release: at("release", store.release),
    reap: at("reap", store.reap),
    adopt: at("adopt", store.adopt),
    move: at("move", store.move)
  }
  /** Whether the point was met; and the end of the test, after which nothing waits any more. */
  return { commands, wasHit: () => hit, end: Effect.sync(() => void (isOver = true)) }
}
