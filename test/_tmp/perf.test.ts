import { it } from "@effect/vitest"
import { DateTime, Effect, Stream } from "effect"
import { fromJson } from "../../src/core/Wire.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"
import { m3ter } from "../vendors/m3ter/m3ter.ts"
import * as Vendor from "../../src/core/Vendor.ts"
it.live("perf", () => {
  const { layer, sent } = m3ter([fromJson(200, {}, { result: "accepted" })], { stack: Vendor.without("queue") })
  const ts = DateTime.makeUnsafe(0)
  return Effect.gen(function* () {
    for (const uid of [false, true]) {
      const t = Date.now()
      const items = Stream.range(1, 50_000).pipe(Stream.map((n) => ({ meter: "m", account: "a", ts, measure: { n }, ...(uid ? { uid: `u${n}` } : {}) })))
      const n = yield* Stream.runCount(M3ter.submitMeasurements.many(items))
      console.log(uid, n, sent.length, Date.now() - t)
    }
  }).pipe(Effect.provide(layer))
}, 120000)
