/** Ids that are new: UUIDs in the order of time (version 7), so that a table grows at its end. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { uuid } from "../../pipeline/Generate.ts"

/** A new id. */
export const freshId: Effect.Effect<string> = Effect.zipWith(Clock.currentTimeMillis, uuid, (now, random) => {
  const time = now.toString(16).padStart(12, "0").slice(-12)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`
})
