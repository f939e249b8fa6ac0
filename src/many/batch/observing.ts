/** Where batches are observed. */
import * as Effect from "effect/Effect"
import { type AnyOperation, vendorOf } from "../../contract/Operation.ts"
import * as Telemetry from "../../pipeline/Telemetry.ts"

/** A request with so many items is sent. */
export const batchSent = ({ spec, tag }: AnyOperation, items: number): Effect.Effect<void> =>
  Effect.flatMap(Telemetry.Current, ({ observe }) =>
    observe === undefined
      ? Effect.void
      : observe({
          _tag: "BatchSent",
          vendor: vendorOf({ tag }),
          operation: tag,
          method: spec.method,
          path: spec.path,
          items
        })
  )
