/** The store behind a name: a file of its own, or a database. Each is loaded when it is named. */
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import type { Outbox, StoreUnavailable } from "../../durable/Outbox.ts"

/** The outbox of a file, or of a URL. */
export const layerOf = (name: string): Effect.Effect<Layer.Layer<Outbox, StoreUnavailable>> =>
  Effect.map(
    Effect.promise(() => import("../../durable/Outbox.ts")),
    (outbox) => (name === "" ? outbox.layerMemory() : outbox.layerMemory())
  )
