/** What the parts of a worker share. */
import type * as Effect from "effect/Effect"
import type { Service } from "../../../contract/Operation.ts"
import type { Batching } from "../../../many/Batch.ts"
import type { Box } from "../box.ts"
import type { StoreUnavailable } from "../errors.ts"
import type { Lane } from "../lane.ts"
import type { Joining, Kept } from "../stored.ts"
import type { Settings } from "./options.ts"

/** An operation that a worker carries out. */
export interface Carriable extends Kept {
  readonly batching?: Joining &
    Pick<Batching<never, unknown, never>, "count" | "bytes" | "size" | "blames" | "warnings">
}

/** A worker at one lane. */
export interface Working extends Pick<Box, "store" | "publish" | "open"> {
  /** New at every start of a process: what an earlier one has claimed is not ours. */
  readonly owner: string
  readonly lane: Lane
  readonly operation: Carriable
  readonly service: Service
  /** For how long (ms) the vendor knows a repeat. Absent: for ever. */
  readonly within: number | undefined
  readonly settings: Settings
  /** Gives a command again until the store has taken it: what the vendor answered must not be lost. */
  readonly keep: <A>(command: Effect.Effect<A, StoreUnavailable>) => Effect.Effect<A, StoreUnavailable>
}
