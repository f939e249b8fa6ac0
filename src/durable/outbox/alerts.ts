/** Alerts about an outbox: items that are dead or unknown, lanes that are paused, held or aging. */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as PubSub from "effect/PubSub"
import { Alerts, type Board, type Trouble } from "../../pipeline/Alerts.ts"
import { type Box, type Change, Outbox } from "./box.ts"
import type { Stats } from "./commands.ts"
import type { StoreUnavailable } from "./errors.ts"

/** When an outbox is somebody's business. */
export interface WatchOptions {
  /** How old the oldest open item of a lane may become. Default: 15 minutes. */
  readonly aging?: Duration.Input
  /** How often the store is looked at: pauses and age come from other processes too. Default: 10 seconds. */
  readonly every?: Duration.Input
}

type LaneStats = Stats["lanes"][number]

const ofChange = (change: Change): Trouble | undefined => {
  if (change._tag === "LaneHeld" && change.for > 0) {
    const { lane, outcome } = change
    const message = `The outbox waits with ${lane}: ${outcome.message ?? "the vendor is not to be reached"}`
    return { kind: "held", scope: lane, message, ...about(change.outcome) }
  }
  if (change._tag !== "Ended" || (change.state !== "dead" && change.state !== "unknown")) return undefined
  const { id, lane, outcome, state } = change
  const message = `Item ${id} is ${state}: ${outcome.message ?? outcome.warning ?? "nobody knows why"}`
  return { kind: state, scope: lane, message, ...about(outcome) }
}

const about = ({ remedy, tag }: { readonly remedy?: string; readonly tag?: string }) => ({
  ...(remedy === undefined ? {} : { remedy }),
  ...(tag === undefined ? {} : { tag })
})

const span = (millis: number): string => Duration.format(Duration.seconds(Math.round(millis / 1000)))

/** What is wrong with a lane as it stands. */
const ofLane = (
  { lane, oldest = 0, open, paused, unknown }: LaneStats,
  aging: number
): ReadonlyArray<Trouble> => [
  ...(paused === undefined || open === 0
    ? []
    : [{ kind: "paused", scope: lane, message: `${lane} is paused by ${paused.by}: ${paused.reason}` }]),
  ...(oldest < aging
    ? []
    : [
        { kind: "aging", scope: lane, message: `The oldest item of ${lane} has waited for ${span(oldest)}.` }
      ]),
  ...(unknown === 0
    ? []
    : [
        {
          kind: "unknown",
          scope: lane,
          message: `${unknown} items of ${lane} are unknown: they were sent, and nobody knows whether they were done.`,
          remedy: "Look them up at the vendor, and resolve them."
        }
      ])
]

/** Kinds that are over when the lane is seen without them. */
const standing: ReadonlySet<string> = new Set(["paused", "aging", "unknown"])

const look = ({ clear, raise }: Board, { store }: Box, aging: number) =>
  Effect.gen(function* () {
    const { lanes } = yield* store.stats({ now: yield* Clock.currentTimeMillis })
    const found = lanes.flatMap((lane) => ofLane(lane, aging))
    yield* Effect.forEach(found, raise, { discard: true })
    const seen = new Set(found.map(({ kind, scope }) => `${kind} ${scope}`))
    const scopes = new Set(lanes.map(({ lane }) => lane))
    yield* clear(
      ({ kind, scope }) => standing.has(kind) && scopes.has(scope) && !seen.has(`${kind} ${scope}`)
    )
  })

const hear = ({ clear, raise }: Board, change: Change): Effect.Effect<void> => {
  const trouble = ofChange(change)
  if (trouble !== undefined) return raise(trouble)
  if (change._tag !== "LaneHeld") return Effect.void
  return clear(({ kind, scope }) => kind === "held" && scope === change.lane)
}

/** Puts the trouble of the outbox on the board of alerts. */
export const alerts = (options: WatchOptions = {}): Layer.Layer<never, StoreUnavailable, Outbox | Alerts> =>
  Layer.effectDiscard(
    Effect.gen(function* () {
      const [board, box] = [yield* Alerts, yield* Outbox]
      const aging = Duration.toMillis(Duration.fromInputUnsafe(options.aging ?? "15 minutes"))
      const bell = yield* box.subscribe
      yield* Effect.forkScoped(
        Effect.forever(Effect.flatMap(PubSub.take(bell), (change) => hear(board, change)))
      )
      const looking = Effect.ignore(look(board, box, aging))
      yield* Effect.forkScoped(
        Effect.forever(Effect.andThen(looking, Effect.sleep(options.every ?? "10 seconds")))
      )
    })
  )
