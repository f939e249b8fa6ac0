/** The layers of real vendors, at a server on this machine. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { feedback } from "../src/pipeline/feedback.ts"
import type * as Vendor from "../src/pipeline/layer.ts"
import * as Limit from "../src/policy/Limit.ts"
import * as Braze from "../src/vendors/braze/index.ts"
import * as M3ter from "../src/vendors/m3ter/index.ts"
import { key, organization } from "./calls/shapes.ts"

/** The documented limits would be what is measured: the queue does the same work for limits that are never reached. */
const unreached = { limit: 1e9, per: "1 second", scope: "the benchmark", source: "bench/vendors.ts" } as const

const lifted = Effect.gen(function* () {
  const read = feedback(yield* Clock.Clock)
  const quotas = ["organization", "address"].map((name) => ({ name: `bench/${name}`, ...unreached }))
  return yield* Limit.make({ quotas, read })
})

/** Everything that m3ter's layer has, but the figures of its limits. */
export const m3ter = (base: string, options: Vendor.Options = {}) =>
  Layer.unwrap(
    Effect.map(lifted, (limit) =>
      M3ter.layerNoTransport({
        apiKey: Redacted.make("a-user"),
        apiSecret: Redacted.make(key),
        orgId: organization,
        configUrl: base,
        ingestUrl: base,
        limit,
        ...options
      })
    )
  )

/** Everything that Braze's layer has, but the figures of its limits. */
export const braze = (base: string) =>
  Layer.unwrap(
    Effect.map(lifted, (limit) =>
      Braze.layerNoTransport({ apiKey: Redacted.make(key), baseUrl: base, limit })
    )
  )
