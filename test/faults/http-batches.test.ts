/** A 413 halves every batch by what it means, whichever class it is read as; an item that is too large alone is refused alone. */
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer, Redacted, Stream } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import { TestClock } from "effect/testing"
import type { AnyFailure } from "../../src/contract/Failure.ts"
import type * as Batch from "../../src/many/Batch.ts"
import * as Braze from "../../src/vendors/braze/index.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"
import * as Metrix from "../../src/vendors/metrix/index.ts"
import * as Xtremepush from "../../src/vendors/xtremepush/index.ts"
import { ended } from "./probes.ts"

const key = Redacted.make("key-1234567890")
const now = Date.UTC(2026, 10, 22)
const time = DateTime.makeUnsafe(now)
const many = <Item>(make: (name: string, nth: number) => Item) =>
  Array.from({ length: 40 }, (_, n) => make(n === 17 ? "item-17-large" : `item-${n}`, n))

type Outcomes = Stream.Stream<Batch.Outcome<unknown, AnyFailure>, Batch.Halted, never>
type Transport = Layer.Layer<HttpClient.HttpClient>

const batches: Readonly<Record<string, (transport: Transport) => Outcomes>> = {
  "Braze.trackUsers": (transport) =>
    Stream.provide(
      Braze.trackUsers.many(many((externalId) => ({ event: { externalId, name: "visit", time } }))),
      Layer.provide(
        Layer.orDie(Braze.layerNoTransport({ apiKey: key, baseUrl: Braze.instances["EU-01"] })),
        transport
      )
    ),
  "M3ter.submitMeasurements": (transport) =>
    Stream.provide(
      M3ter.submitMeasurements.many(
        many((account) => ({ meter: "m", account, ts: time, measure: { n: 1 } }))
      ),
      Layer.provide(
        Layer.orDie(M3ter.layerNoTransport({ apiKey: key, apiSecret: key, orgId: "o" })),
        transport
      )
    ),
  "Xtremepush.hitEvents": (transport) =>
    Stream.provide(
      Xtremepush.hitEvents.many(many((userId) => ({ userId, event: "visit" }))),
      Layer.provide(Layer.orDie(Xtremepush.layerNoTransport({ appToken: key })), transport)
    ),
  "Xtremepush.importProfiles": (transport) =>
    Stream.provide(
      Xtremepush.importProfiles.many(many((user_id) => ({ user_id, city: "London" }))),
      Layer.provide(Layer.orDie(Xtremepush.layerNoTransport({ appToken: key })), transport)
    ),
  "Metrix.ingest": (transport) =>
    Stream.provide(
      Metrix.ingest.many(
        many((id, nth) => ({
          user: { customUserId: "u" },
          message: { type: "action", customName: "visit", id, time: now + nth }
        }))
      ),
      Layer.provide(Layer.orDie(Metrix.layerNoTransport({ appId: "app-1", apiKey: key })), transport)
    )
}

/** A proxy on the way takes at most six items at a time, and one of them never. */
const proxy = (answer: string) => {
  const sizes: Array<number> = []
  const layer = Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request, url) => {
      const text = request.body._tag === "Uint8Array" ? new TextDecoder().decode(request.body.body) : ""
      const reply = (status: number, body: string) =>
        Effect.succeed(HttpClientResponse.fromWeb(request, new Response(body, { status })))
      if (url.pathname.endsWith("/oauth/token"))
        return reply(200, `{"access_token":"token-1234567890","expires_in":18000}`)
      const size = text.match(/item-\d+/g)?.length ?? 0
      sizes.push(size)
      return size > 6 || text.includes("large")
        ? reply(413, answer)
        : reply(200, `{"message":"success","success":true,"code":200,"result":"accepted"}`)
    })
  )
  return { layer, sizes }
}

const answers = ["<html>413 Request Entity Too Large</html>", `{"message":"limit is 20 kB"}`, ""]

describe.each(Object.entries(batches))("%s.many", (_, outcomesOf) => {
  it.effect.each(answers)("is halved after a 413 that says “%s”", (answer) => {
    const { layer, sizes } = proxy(answer)
    return Effect.gen(function* () {
      yield* TestClock.setTime(now)
      const outcomes = yield* ended(Stream.runCollect(outcomesOf(layer)))
      assert.strictEqual(outcomes.filter(({ outcome }) => outcome === "accepted").length, 39)
      const others = outcomes.filter(({ outcome }) => outcome !== "accepted")
      assert.deepStrictEqual(
        others.map(({ failure, index }) => [index, failure?.status]),
        [[17, 413]]
      )
      const [large] = others
      assert.include(["refused", "unknown"], large?.outcome)
      const said = `${large?.failure?.vendorMessage ?? ""} ${large?.failure?.excerpt ?? ""}`
      assert.include(said, answer.startsWith("<") ? "413 Request Entity Too Large" : answer.slice(12, 26))
      assert.isBelow(sizes.length, 40)
    })
  })
})
