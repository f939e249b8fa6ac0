/** Imports through the vendors' own waits, quotas and deadlines, while the vendor is out for 40 s. */
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer, Random, Redacted, Stream } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import { TestClock } from "effect/testing"
import type { AnyFailure } from "../../src/contract/Failure.ts"
import type * as Batch from "../../src/many/Batch.ts"
import * as Braze from "../../src/vendors/braze/index.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"
import * as Metrix from "../../src/vendors/metrix/index.ts"
import * as Xtremepush from "../../src/vendors/xtremepush/index.ts"
import { ended, refusal } from "../many/lines.ts"

const start = 1_800_000_000_000
const [begins, ends] = [start + 500, start + 40_500]
const key = Redacted.make("key-1234567890")
const ts = DateTime.makeUnsafe("2026-11-22T10:00:00Z")

type Outage = "connections are refused" | "a gateway answers 503"

/** A vendor that answers after 50 ms, and is out for a while. */
const wire = (outage: Outage, answer: (path: string) => unknown) =>
  Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request, { pathname }) =>
      Effect.andThen(
        Effect.sleep(50),
        Effect.clockWith((clock) => {
          const now = clock.currentTimeMillisUnsafe()
          const isOut = now >= begins && now < ends
          if (isOut && outage === "connections are refused") return Effect.fail(refusal(request))
          const body = isOut ? new Response("", { status: 503 }) : Response.json(answer(pathname))
          return Effect.succeed(HttpClientResponse.fromWeb(request, body))
        })
      )
    )
  )

type Outcomes = Stream.Stream<Batch.Outcome<unknown, AnyFailure>, Batch.Halted>
const many = <Item>(count: number, make: (n: number) => Item) =>
  Array.from({ length: count }, (_, n) => make(n))

const braze = Layer.orDie(Braze.layerNoTransport({ apiKey: key, baseUrl: Braze.instances["EU-01"] }))
const m3ter = Layer.orDie(M3ter.layerNoTransport({ apiKey: key, apiSecret: key, orgId: "o" }))
const xtremepush = Layer.orDie(Xtremepush.layerNoTransport({ appToken: key }))
const metrix = Layer.orDie(Metrix.layerNoTransport({ appId: "app-1", apiKey: key }))
const tokenOr = (value: unknown) => (path: string) =>
  path === "/oauth/token" ? { access_token: "token-1234567890", expires_in: 18_000 } : value

const attributes = many(20_000, (n) => ({ attributes: { externalId: `u${n}`, firstName: "Ada" } }))
const measurements = many(50_000, (n) => ({ meter: "m", account: `a${n}`, ts, measure: { n } }))
const profiles = many(200_000, (n) => ({ user_id: `u${n}`, city: "London" }))
const messages = many(5_000, (n) => ({
  user: { customUserId: `u${n % 50}` },
  message: { type: "action", customName: "visit", id: `m${n}`, time: start + n } as const
}))

const imports: Readonly<Record<string, (outage: Outage) => Outcomes>> = {
  "Braze.trackUsers": (outage) =>
    Stream.provide(
      Braze.trackUsers.many(attributes),
      Layer.provide(
        braze,
        wire(outage, () => ({ message: "success", attributes_processed: 75 }))
      )
    ),
  "M3ter.submitMeasurements": (outage) =>
    Stream.provide(
      M3ter.submitMeasurements.many(measurements),
      Layer.provide(m3ter, wire(outage, tokenOr({ result: "accepted" })))
    ),
  "Xtremepush.importProfiles": (outage) =>
    Stream.provide(
      Xtremepush.importProfiles.many(profiles),
      Layer.provide(
        xtremepush,
        wire(outage, () => ({ success: true, code: 200 }))
      )
    ),
  "Metrix.ingest": (outage) =>
    Stream.provide(
      Metrix.ingest.many(messages),
      Layer.provide(
        metrix,
        wire(outage, () => "")
      )
    )
}

describe.each(Object.entries(imports))("%s.many, while for 40 s", (name, outcomesOf) => {
  it.effect.each(["connections are refused", "a gateway answers 503"] as const)(
    "%s, ends with every item accepted",
    (outage) =>
      Effect.gen(function* () {
        yield* TestClock.setTime(start)
        const { failure, outcomes, took } = yield* ended(outcomesOf(outage))
        assert.isUndefined(failure)
        assert.isTrue(outcomes.every(({ outcome }) => outcome === "accepted"))
        // It had begun before, and was not held up for long after.
        assert.isAbove(took, 40_500)
        assert.isBelow(took, 120_000)
      }).pipe(Random.withSeed(name)),
    60_000
  )
})
