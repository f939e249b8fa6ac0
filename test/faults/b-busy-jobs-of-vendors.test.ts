/** The documented jobs of the vendors: Braze's exports and syncs, m3ter's bill jobs (B1). */
import { assert, it } from "@effect/vitest"
import { Clock, Effect, Exit, Fiber, Layer, Redacted, Schema } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import { TestClock } from "effect/testing"
import { fromJson, type Wire } from "../../src/contract/Wire.ts"
import * as Simulator from "../../src/testing/Simulator.ts"
import * as Braze from "../../src/vendors/braze/index.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"

const output = Schema.Struct({ message: Schema.String })
const sync = Braze.operation("syncIntegration", () => ({
  method: "POST",
  path: "/cdi/integrations/{id}/sync",
  input: Schema.Struct({ id: Schema.NonEmptyString }),
  output,
  fails: [Braze.JobInProgress],
  idempotent: false,
  job: "id"
}))
const exportSegment = Braze.operation("exportSegment", () => ({
  method: "POST",
  path: "/users/export/segment",
  input: Schema.Struct({ segment_id: Schema.NonEmptyString }),
  output,
  fails: [Braze.JobInProgress],
  idempotent: false,
  job: "segment_id"
}))

const listCampaigns = Braze.operation("listCampaigns", () => ({
  method: "GET",
  path: "/campaigns/list",
  input: Schema.Struct({}),
  output,
  idempotent: true
}))

/** A Braze that refuses the first request in its own way, and notes when it was asked (s). */
const braze = (first: Wire) => {
  const seen: Array<string> = []
  const wire = HttpClient.make((request, url) =>
    Effect.map(Clock.currentTimeMillis, (now) => {
      const { headers, status, text } = seen.length === 0 ? first : fromJson(200, {}, { message: "success" })
      seen.push(`${url.pathname} ${Math.floor(now / 1000)}`)
      return HttpClientResponse.fromWeb(request, new Response(text, { status, headers: { ...headers } }))
    })
  )
  const layer = Braze.layerNoTransport({
    apiKey: Redacted.make("00000000-0000-0000-0000-000000000000"),
    baseUrl: "https://rest.example.test"
  })
  return { seen, layer: Layer.provide(layer, Layer.succeed(HttpClient.HttpClient, wire)) }
}

const busy = fromJson(429, { "x-ratelimit-remaining": "249000" }, { message: "Another job is in progress" })
/** What a refusal of a segment's export says is not documented. */
const unknown = fromJson(
  429,
  { "x-ratelimit-limit": "250000", "x-ratelimit-remaining": "249000", "x-ratelimit-reset": "90" },
  { message: "busy" }
)

type Call = Effect.Effect<unknown, unknown, Braze.BrazeApi>
const cases: ReadonlyArray<readonly [name: string, refusal: Wire, first: Call, second: Call]> = [
  ["a sync", busy, sync({ id: "a" }), sync({ id: "b" })],
  ["the export of a segment", busy, exportSegment({ segment_id: "a" }), exportSegment({ segment_id: "b" })],
  [
    "a refusal in other words",
    unknown,
    exportSegment({ segment_id: "a" }),
    exportSegment({ segment_id: "b" })
  ]
]

it.effect.each(cases)("Braze: %s holds back neither others of its kind nor the shared pool", (given) => {
  const [, refusal, first, second] = given
  const { layer, seen } = braze(refusal)
  const calls: ReadonlyArray<Call> = [second, listCampaigns({})]
  return Effect.gen(function* () {
    const one = yield* Effect.forkChild(Effect.exit(first))
    yield* TestClock.adjust("1 second")
    const others = yield* Effect.forEach(calls, (call) => Effect.forkChild(Effect.exit(call)))
    yield* TestClock.adjust("2 seconds")
    assert.deepStrictEqual(
      seen.slice(1).map((line) => line.split(" ")[1]),
      ["1", "1"]
    )
    yield* TestClock.adjust("2 minutes")
    yield* Effect.forEach([one, ...others], Fiber.join)
    assert.isAtLeast(Number(seen[3]?.split(" ")[1]), 60)
  }).pipe(Effect.provide(layer))
})

const { apiKey, apiSecret, orgId } = M3ter.simulator.credentials
const m3ter = Layer.provideMerge(
  Layer.orDie(
    M3ter.layerNoTransport({ apiKey: Redacted.make(apiKey), apiSecret: Redacted.make(apiSecret), orgId })
  ),
  Simulator.layer(M3ter.simulator)
)

it.effect("m3ter: the eleventh bill job waits until one has ended, and other calls do not", () =>
  Effect.gen(function* () {
    const jobs = yield* Effect.forkChild(
      Effect.all(
        Array.from({ length: 12 }, () => Effect.exit(M3ter.createBillJob({ billDate: "2026-11-30" }))),
        { concurrency: "unbounded" }
      )
    )
    yield* TestClock.adjust("2 seconds")
    const other = yield* Effect.forkChild(M3ter.listAccounts({}))
    yield* TestClock.adjust("1 second")
    assert.isDefined(other.pollUnsafe())
    yield* TestClock.adjust("5 minutes")
    const ends = yield* Fiber.join(jobs)
    assert.lengthOf(ends.filter(Exit.isSuccess), 12)
    const { requests } = yield* Simulator.World
    const asked = (yield* requests).filter(({ operation }) => operation === "M3ter.createBillJob")
    assert.isAtMost(asked.length, 30)
  }).pipe(Effect.provide(m3ter))
)

it.effect("m3ter: a bill job tells when it is complete", () =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(
      Effect.gen(function* () {
        const { id, status } = yield* M3ter.createBillJob({ accountIds: ["a1"] })
        yield* Effect.sleep("2 minutes")
        return [status, (yield* M3ter.getBillJob({ id })).status]
      })
    )
    yield* TestClock.adjust("3 minutes")
    assert.deepStrictEqual(yield* Fiber.join(fiber), ["RUNNING", "COMPLETE"])
  }).pipe(Effect.provide(m3ter))
)
