/** Any number of items through an operation that takes a thousand: what is held at once does not grow with how many there are. */
import { DateTime, Effect, Layer, Redacted, Stream } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import { M3ter, Pipeline } from "faultline"

const total = 1_000_000
const ts = DateTime.makeUnsafe("2026-11-22T09:30:00Z")

// A stream makes its items on demand; a file or a database cursor does the same.
const measurements = Stream.range(1, total).pipe(
  Stream.map((n) => ({ uid: `uid-${n}`, account: "acme", meter: "parcels", ts, measure: { amount: n % 7 } }))
)

const accepting = HttpClient.make((request, { pathname }) =>
  Effect.sync(() =>
    HttpClientResponse.fromWeb(
      request,
      Response.json(
        pathname === "/oauth/token" ? { access_token: "token", expires_in: 18_000 } : { result: "accepted" }
      )
    )
  )
)

const m3ter = M3ter.layerNoTransport({
  apiKey: Redacted.make("key"),
  apiSecret: Redacted.make("secret"),
  orgId: "org",
  // Nothing is limited here but memory: m3ter's own pace would take more than the minute that an example has.
  pipeline: Pipeline.without("queue")
}).pipe(Layer.provide(Layer.succeed(HttpClient.HttpClient, accepting)))

const megabytes = () => Math.round(process.memoryUsage().heapUsed / 1_048_576)

const program = M3ter.submitMeasurements.many(measurements).pipe(
  Stream.tap(({ index }) =>
    (index + 1) % (total / 4) === 0
      ? Effect.sync(() =>
          console.log(`${(index + 1).toLocaleString("en-US")} items, ${megabytes()} MB of heap`)
        )
      : Effect.void
  ),
  Stream.runFold(
    () => 0,
    (accepted, { outcome }) => accepted + (outcome === "accepted" ? 1 : 0)
  ),
  Effect.provide(m3ter)
)

console.log(`${(await Effect.runPromise(program)).toLocaleString("en-US")} accepted`)
