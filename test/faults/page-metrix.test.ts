/** Metrix's page “API Troubleshooting”, sentence by sentence: what each becomes. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Layer, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import * as Diagnose from "../../src/diagnose/Diagnose.ts"
import * as Journal from "../../src/pipeline/Journal.ts"
import * as Metrix from "../../src/vendors/metrix/index.ts"
import * as Shop from "../shop/shop.ts"

const rows: ReadonlyArray<
  readonly [sentence: string, Wire, tag: string, retry: string, words: ReadonlyArray<string>]
> = [
  [
    "Re-verify your APP_ID and API_Key from the Application Settings section in the Metrix dashboard",
    make(403, {}, ""),
    "Metrix.Forbidden",
    "never",
    ["API key is wrong", "application id and the API key with Application Settings in the Metrix dashboard"]
  ],
  [
    "IP WhiteList setting in the dashboard … review the WhiteList settings in the dashboard and temporarily disable it if necessary",
    make(403, {}, "<html>403</html>"),
    "Metrix.Forbidden",
    "never",
    ["“IP WhiteList”", "the address from which requests leave your network", "switch it off for a test"]
  ],
  [
    "Invalid JSON structure or incomplete/incorrect fields … mandatory fields (type, id, time, name/customName, and relevant user identifiers)",
    fromJson(400, {}, { error: "no" }),
    "Metrix.BadRequest",
    "never",
    ["body is not JSON", "type, id, time, name or customName, a user identifier"]
  ],
  [
    "Verify the data type of each field (e.g., time and birthday as a Long number, revenue as a Double)",
    make(400, {}, ""),
    "Metrix.BadRequest",
    "never",
    ["time and birthday are whole numbers, revenue is a number"]
  ],
  [
    "5xx … temporary issues on the Metrix server side or more widespread network problems … If the problem persists, contact support",
    make(503, {}, ""),
    "Metrix.Unavailable",
    "if-idempotent",
    ["usually for a short time", "the network", "Metrix support"]
  ],
  [
    "provide … APP_ID, the full curl request (including Headers and Body), the response, the exact date and time (UTC), error messages from your server logs",
    make(500, {}, ""),
    "Metrix.Unavailable",
    "if-idempotent",
    ["the application id, the request with its headers and body, the answer, the time in UTC and your log"]
  ]
]

describe("Metrix's page says", () => {
  it.effect.each(rows)("%s", ([, wire, tag, retry, words]) =>
    Effect.gen(function* () {
      const found = yield* Diagnose.explain(Metrix.vendor, wire, { operation: Metrix.ingest })
      assert.deepStrictEqual([found.tag, found.retry], [tag, retry])
      for (const word of words) assert.include(`${found.means} ${found.remedy}`, word)
    })
  )

  it("the Server API Key should never be used in client-side code … change its type to Client … create and replace it", () => {
    for (const words of [
      "never reach client-side code",
      "change its type to Client",
      "replace it with a new one"
    ])
      assert.include(Metrix.vendor.serverOnly, words)
  })

  it.effect("retry the request using exponential backoff", () =>
    Effect.gen(function* () {
      const { waits } = yield* Diagnose.explain(Metrix.vendor, make(500, {}, ""), {
        operation: Metrix.ingest
      })
      assert.deepStrictEqual([waits.idempotent, waits.notIdempotent], [[1_000, 2_000, 4_000, 8_000], []])
    })
  )

  it.effect(
    "what support asks for is in the journal: request, answer, status and time, without the key",
    () => {
      const entries: Array<Journal.Entry> = []
      const layer = Layer.provide(
        Metrix.layerNoTransport({ appId: "app-1", apiKey: Redacted.make("key-1234567890") }),
        Shop.transport(() => fromJson(403, {}, { message: "no access for key-1234567890" })).layer
      )
      return Effect.gen(function* () {
        yield* TestClock.adjust("5 seconds")
        yield* Effect.flip(
          Metrix.ingest({ customUserId: "u1", messages: [{ type: "action", customName: "visit" }] })
        )
        const [entry] = entries
        assert.deepStrictEqual(
          [entry?.status, entry?.level, entry?.time.epochMilliseconds],
          [403, "Error", 5_000]
        )
        assert.include(entry?.answer ?? "", "no access for <redacted>")
        assert.strictEqual(entry?.request.method, "POST")
      }).pipe(Effect.provide(layer), Effect.provideService(Journal.Current, Journal.into(entries)))
    }
  )
})

it.effect("a 429, which the page does not have, is asked again as HTTP has it", () => {
  let calls = 0
  const layer = Layer.provide(
    Metrix.layerNoTransport({ appId: "app-1", apiKey: Redacted.make("key-1234567890") }),
    Shop.transport(() => (calls++ === 0 ? make(429, { "retry-after": "7" }, "") : make(200, {}, ""))).layer
  )
  return Effect.gen(function* () {
    const push = Metrix.push({ recipients: ["u1"], channel: "SMS", message: { body: "Hello" } })
    const fiber = yield* Effect.forkChild(push)
    yield* TestClock.adjust("6 seconds")
    assert.strictEqual(calls, 1)
    yield* TestClock.adjust("2 seconds")
    yield* Fiber.join(fiber)
    assert.strictEqual(calls, 2)
  }).pipe(Effect.provide(layer))
})
