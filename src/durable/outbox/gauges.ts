/** Gauges of an outbox: how many items wait, how long, and how many wait for a person. They are read from the last look into the store. */
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Latch from "effect/Latch"
import type { Scope } from "effect/Scope"
import type { Reading } from "../../pipeline/telemetry/gauges.ts"
import { metric } from "../../pipeline/telemetry/signals.ts"
import { join, type Together } from "../../pipeline/telemetry/together.ts"
import type { Change } from "./change.ts"
import type { Stats } from "./commands.ts"
import type { Commands } from "./store.ts"

/** The store is asked so often, and where something happened that a person should see, after so long at the earliest. */
const every = "15 seconds"
const soon = "1 second"

/** What was found at the last look, and whether the store could be reached since. */
interface Seen {
  lanes: Stats["lanes"]
  at: number
  lost: boolean
}

interface Counts {
  depth: number
  dead: number
  unknown: number
  oldest: number | undefined
}

/** By operation, over lanes and outboxes. While the store cannot be reached its counts stay, and what waits there grows older. */
const countsOf = (outboxes: ReadonlyArray<Seen>, now: number): ReadonlyMap<string, Counts> => {
  const counts = new Map<string, Counts>()
  for (const { at, lanes, lost } of outboxes)
    for (const { dead, oldest, open, operation, unknown } of lanes) {
      const known = counts.get(operation) ?? { depth: 0, dead: 0, unknown: 0, oldest: undefined }
      counts.set(operation, {
        depth: known.depth + open,
        dead: known.dead + dead,
        unknown: known.unknown + unknown,
        oldest:
          oldest === undefined ? known.oldest : Math.max(known.oldest ?? 0, oldest + (lost ? now - at : 0))
      })
    }
  return counts
}

const readingsOf = (outboxes: ReadonlyArray<Seen>, now: number): ReadonlyArray<Reading> =>
  [...countsOf(outboxes, now)].flatMap(([operation, { dead, depth, oldest, unknown }]) => {
    const labels = { vendor: operation.slice(0, Math.max(0, operation.indexOf("."))), operation }
    const readings: ReadonlyArray<Reading> = [
      [metric.outboxDepth, labels, depth],
      [metric.outboxOldest, labels, (oldest ?? 0) / 1000],
      [metric.outboxDead, labels, dead],
      [metric.outboxUnknown, labels, unknown]
    ]
    return readings
  })

const Outboxes = Context.Reference<Set<Together<Seen>>>("faultline/Outbox/Gauges", {
  defaultValue: () => new Set()
})

/** Whether the numbers that a person looks at have changed. */
const matters = (change: Change): boolean =>
  change._tag === "Moved" ||
  (change._tag === "Ended" && (change.state === "dead" || change.state === "unknown"))

const look = (store: Commands, seen: Seen): Effect.Effect<void> =>
  Effect.gen(function* () {
    const now = yield* Clock.currentTimeMillis
    const { lanes } = yield* store.stats({ now })
    Object.assign(seen, { lanes, at: now, lost: false })
  }).pipe(Effect.catchCause(() => Effect.sync(() => void (seen.lost = true))))

/** Shows an outbox in the metrics of where it is made, until its scope closes. What is returned is to be called after every change. */
export const gauges = (store: Commands): Effect.Effect<(change: Change) => void, never, Scope> =>
  Effect.gen(function* () {
    const context = yield* Effect.context<never>()
    const clock = yield* Clock.Clock
    const outboxes = yield* Outboxes
    const seen: Seen = { lanes: [], at: 0, lost: false }
    const changed = yield* Latch.make()
    const parts = (all: ReadonlyArray<Seen>) =>
      new Map(all.length === 0 ? [] : [["", () => readingsOf(all, clock.currentTimeMillisUnsafe())] as const])
    const { refresh } = yield* Effect.acquireRelease(
      Effect.sync(() => join(outboxes, ["", context, parts], seen)),
      ({ leave }) => Effect.sync(leave)
    )
    yield* Effect.sleep(soon).pipe(
      Effect.andThen(changed.close),
      Effect.andThen(look(store, seen)),
      Effect.andThen(Effect.sync(refresh)),
      Effect.andThen(Effect.timeoutOption(changed.await, every)),
      Effect.forever,
      Effect.forkScoped
    )
    return (change) => void (matters(change) && changed.openUnsafe())
  })
