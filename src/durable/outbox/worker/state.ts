/** The state of a worker. */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as FiberSet from "effect/FiberSet"
import * as Schedule from "effect/Schedule"
import type { Service } from "../../../contract/Operation.ts"
import type { Box } from "../box.ts"
import type { StoreUnavailable } from "../errors.ts"
import type { Lane } from "../lane.ts"
import type { Standing } from "./hand.ts"
import type { Settings } from "./options.ts"
import type { Carriable, Working } from "./working.ts"

/** An operation with the service that carries it out. */
export interface Served {
  readonly operation: Carriable
  readonly service: Service
}

/** All that a worker has. */
export interface Worker {
  readonly box: Box
  readonly owner: string
  readonly settings: Settings
  readonly served: ReadonlyMap<string, Served>
  readonly standings: Map<string, Standing>
  /** Hands; they are stopped at once. */
  readonly hands: FiberSet.FiberSet<void>
  /** Requests under way; they are waited for. */
  readonly calls: FiberSet.FiberSet<unknown, unknown>
}

/** Waits between commands that a store could not take. */
export const retried = Schedule.jittered(
  Schedule.min([Schedule.exponential("100 millis"), Schedule.spaced("5 seconds")])
)

const keep = <A>(command: Effect.Effect<A, StoreUnavailable>): Effect.Effect<A, StoreUnavailable> =>
  Effect.retry(command, retried)

/** A worker at a lane. */
export const workingOf = (
  { box, owner, settings }: Worker,
  { operation, service }: Served,
  lane: Lane
): Working => {
  const { within } = operation.spec.repeats ?? {}
  return {
    ...box,
    owner,
    settings,
    operation,
    service,
    keep,
    lane: { lane: lane.lane, operation: lane.operation, account: lane.account },
    within: within === undefined ? undefined : Duration.toMillis(Duration.fromInputUnsafe(within))
  }
}
