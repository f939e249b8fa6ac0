/** Pauses: durable, and for all processes. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { Outbox } from "./box.ts"
import type { StoreUnavailable } from "./errors.ts"
import type { Pause } from "./lane.ts"
import type { Reason } from "./steer.ts"

/** What is paused: everything, a vendor (`Braze`), an operation (`Braze.trackUsers`), or one lane. */
export type Scope =
  "everything" | { readonly vendor: string } | { readonly operation: string } | { readonly lane: string }

const nameOf = (scope: Scope): string => {
  if (scope === "everything") return "*"
  if ("vendor" in scope) return scope.vendor
  return "operation" in scope ? scope.operation : scope.lane
}

/** Stops claiming; what is on its way comes to its end. It lasts until it is resumed, over restarts. */
export const pause = (scope: Scope, { because, by }: Reason): Effect.Effect<void, StoreUnavailable, Outbox> =>
  Effect.flatMap(Outbox, ({ store }) =>
    Effect.flatMap(Clock.currentTimeMillis, (now) =>
      store.pause({ scope: nameOf(scope), reason: because, by, now })
    )
  )

/** Lifts a pause. Succeeds with whether there was one. */
export const resume = (scope: Scope): Effect.Effect<boolean, StoreUnavailable, Outbox> =>
  Effect.flatMap(Outbox, ({ publish, store }) =>
    Effect.tap(store.resume({ scope: nameOf(scope) }), publish({ _tag: "Moved" }))
  )

/** The pauses in force. */
export const pauses: Effect.Effect<ReadonlyArray<Pause>, StoreUnavailable, Outbox> = Effect.flatMap(
  Outbox,
  ({ store }) => store.pauses
)
