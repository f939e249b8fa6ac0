/** What a user gives is sent whole, or refused by name: fields, times, what is undefined, what has no JSON. */
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer, Redacted, Stream } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import * as Braze from "../../src/vendors/braze/index.ts"
import * as Promises from "../../src/promises/Promises.ts"

const rest = () => {
  const sent: Array<unknown> = []
  const client = HttpClient.make((request) =>
    Effect.sync(() => {
      const bytes: unknown = Reflect.get(request.body, "body")
      sent.push(JSON.parse(bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : String(bytes)))
      return HttpClientResponse.fromWeb(request, new Response(`{"message":"success"}`, { status: 201 }))
    })
  )
  const layer = Braze.layerNoTransport({
    apiKey: Redacted.make("key"),
    baseUrl: "https://rest.iad-01.braze.com"
  }).pipe(Layer.provide(Layer.succeed(HttpClient.HttpClient, client)))
  return { layer, sent }
}

// as: what a caller without types, or with rows of any shape, may give.
const track = (input: unknown) => Braze.trackUsers(input as Braze.Track)

const event = (more: object) => ({ events: [{ externalId: "u", name: "seen", time: new Date(0), ...more }] })

const refused: ReadonlyArray<
  readonly [name: string, input: unknown, path: string | undefined, rule: RegExp]
> = [
  [
    "a misspelled field",
    { attributes: [{ externalId: "u", firstname: "A" }] },
    "attributes.0.firstname",
    /did you mean firstName\?/
  ],
  [
    "Braze's own spelling",
    { attributes: [{ external_id: "u" }] },
    "attributes.0.external_id",
    /did you mean externalId\?/
  ],
  [
    "a custom attribute in the wrong place",
    { attributes: [{ externalId: "u", plan: "y" }] },
    "attributes.0.plan",
    /go in `custom`/
  ],
  ["a field at the top", { ...event({}), dryRun: true }, "dryRun", /unknown field/],
  ["a BigInt", event({ properties: { n: 10n } }), "events.0.properties.n", /BigInt/],
  ["a BigInt far inside", event({ properties: { a: [{ n: 10n }] } }), "events.0.properties.a.0.n", /BigInt/],
  ["a gap in a list", event({ properties: { a: [1, undefined] } }), "events.0.properties.a.1", /undefined/],
  ["a Map", event({ properties: { a: new Map() } }), "events.0.properties.a", /Object\.fromEntries/],
  ["half of a character", event({ name: "\ud800" }), "events.0.name", /surrogate/],
  ["a time without a zone", event({ time: "2026-01-01T00:00:00" }), "events.0.time", /needs its zone/],
  ["a date", event({ time: "2026-01-01" }), "events.0.time", /needs its zone/],
  ["a day that there is not", event({ time: "2026-02-30T00:00:00Z" }), "events.0.time", /no such time/],
  ["an invalid Date", event({ time: new Date(Number.NaN) }), "events.0.time", /has no time/],
  ["a number for a time", event({ time: 1 }), "events.0.time", /ISO 8601/]
]

describe("refused, and nothing is sent:", () => {
  it.effect.each(refused)("%s", ([, input, path, rule]) => {
    const { layer, sent } = rest()
    return Effect.gen(function* () {
      const failure = yield* Effect.flip(track(input))
      assert.strictEqual(failure._tag, "InvalidInput")
      const found = failure.complaints.find((complaint) => complaint.path === path)
      assert.match(found?.message ?? JSON.stringify(failure.complaints), rule)
      assert.isEmpty(sent)
    }).pipe(Effect.provide(layer))
  })
})

const noon = "2026-01-31T12:00:00.000Z"
const times: ReadonlyArray<Braze.Event["time"]> = [
  new Date(noon),
  DateTime.makeUnsafe(noon),
  DateTime.makeZonedUnsafe(noon, { timeZone: "Europe/Paris" }),
  noon,
  "2026-01-31T13:00:00+01:00",
  "2026-01-31 13:00:00 +0100",
  "2026-01-31T12:00Z"
]

it.effect("a time is taken as a Date, a DateTime or text with its zone, and sent in UTC", () => {
  const { layer, sent } = rest()
  return Effect.gen(function* () {
    for (const time of times) yield* track(event({ time }))
    for (const body of sent) assert.include(JSON.stringify(body), noon)
    assert.lengthOf(sent, times.length)
  }).pipe(Effect.provide(layer))
})

it("a time is taken through promises too", async () => {
  const { layer, sent } = rest()
  const braze = Promises.of(Braze, layer)
  await braze.trackUsers({ events: [{ externalId: "u", name: "seen", time: "2026-01-31T13:00:00+01:00" }] })
  await braze.dispose()
  assert.include(JSON.stringify(sent), noon)
})

it.effect("what is undefined is absent, and a Date among properties is sent as text", () => {
  const { layer, sent } = rest()
  return Effect.gen(function* () {
    yield* track(event({ appId: undefined, properties: { coupon: undefined, at: new Date(noon), no: -0 } }))
    assert.deepStrictEqual(sent, [
      {
        events: [
          {
            external_id: "u",
            name: "seen",
            time: "1970-01-01T00:00:00.000Z",
            properties: { at: noon, no: 0 }
          }
        ]
      }
    ])
  }).pipe(Effect.provide(layer))
})

it.effect("of many items only those that are wrong are refused", () => {
  const { layer, sent } = rest()
  const items: ReadonlyArray<unknown> = [
    { attributes: { externalId: "a" } },
    { attributes: { externalId: "b", custom: { n: 10n } } },
    { attribute: { externalId: "c" } },
    { attributes: { externalId: "d" }, evnt: {} },
    null,
    { attributes: { externalId: "e" } }
  ]
  return Effect.gen(function* () {
    // as: items of any shape.
    const outcomes = yield* Stream.runCollect(Braze.trackUsers.many(items as ReadonlyArray<Braze.Tracking>))
    assert.deepStrictEqual(
      outcomes.map(({ outcome }) => outcome),
      ["accepted", "refused", "refused", "refused", "refused", "accepted"]
    )
    assert.match(String(outcomes[3]?.failure?.message), /evnt: unknown field; did you mean event\?/)
    assert.isNotEmpty(sent)
  }).pipe(Effect.provide(layer))
})
