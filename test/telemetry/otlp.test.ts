/** What a collector receives of calls to a vendor on loopback: through Effect's own exporter, over OTLP and HTTP. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { FetchHttpClient } from "effect/http"
import { OtlpSerialization, OtlpTracer } from "effect/observability"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"
import * as Policy from "../../src/policy/Policy.ts"
import type { Script } from "../../src/testing/simulator/script.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"
import { type Exported, hearing, m3ter, spansIn } from "./receiver.ts"

const exporter = (url: string) =>
  OtlpTracer.layer({ url: `${url}/v1/traces`, resource: { serviceName: "test" } }).pipe(
    Layer.provide([OtlpSerialization.layerJson, FetchHttpClient.layer])
  )

const list = M3ter.listMeters({ pageSize: 1 })

// Quick calls first, from which the hedge learns; then one that is slow, one that fails twice, and one whose token is refused.
const quick = 5
const script: Script = [
  { on: "M3ter.listMeters", call: quick + 1, fault: "slow-answer", by: "3 seconds" },
  { on: "M3ter.listMeters", call: [quick + 3, quick + 4], fault: "failure", tag: "M3ter.BadGateway" },
  { on: "M3ter.listMeters", call: quick + 6, fault: "failure", tag: "M3ter.TokenExpired" }
]

const exported = Effect.gen(function* () {
  const { heard, url } = yield* hearing()
  const { layer, world } = yield* m3ter(script, {
    hedge: { atLeast: quick, floor: "250 millis" },
    policy: { passing: Policy.exponential({ base: "5 millis", times: 3 }) }
  })
  const calls = Effect.forEach(Array.from({ length: quick + 3 }), () => Effect.exit(list))
  yield* Effect.provide(calls, Layer.merge(layer, exporter(url)))
  return { spans: spansIn(heard), requests: yield* world.requests }
}).pipe(Effect.scoped)

const required = [
  "http.request.method",
  "server.address",
  "server.port",
  "url.full",
  "url.template",
  "network.protocol.version",
  "faultline.attempt"
]

const isClient = ({ kind }: Exported) => kind === 3

/** The problems of an attribute that is not in the list, or has a value that is not in its set. */
const wrong = ([key, value]: readonly [string, unknown]): ReadonlyArray<string> => {
  // Effect's tracers add these themselves.
  if (/^(exception\.|effect\.)/.test(key)) return []
  const known = Object.entries(Telemetry.attribute).find(
    ([short, name]) => key === name || (short === "header" && key.startsWith(`${name}.`))
  )
  if (known === undefined) return [`${key} is not in the list`]
  const { values } = Telemetry.attributes[known[0] as Telemetry.AttributeKey] // as: a key of the same list
  const isAllowed =
    typeof values === "string"
      ? values === "number"
        ? typeof value === "number"
        : true
      : values.some((one) => one === String(value))
  return isAllowed ? [] : [`${key} is ${String(value)}`]
}

describe("a collector", () => {
  it.live("receives one client span for each request that was sent, below the span of its call", () =>
    Effect.gen(function* () {
      const { requests, spans } = yield* exported
      const clients = spans.filter(isClient)
      assert.strictEqual(clients.length, requests.length)
      const byId = new Map(spans.map((span) => [span.spanId, span]))
      for (const span of clients) {
        for (const name of required) assert.property(span.attributes, name, span.name)
        const parent = byId.get(span.parentSpanId ?? "")
        assert.strictEqual(parent?.traceId, span.traceId)
        assert.match(parent?.name ?? "", /^M3ter\.(listMeters|getBearerToken|\w+)$/)
      }
      const kinds = clients.map(({ attributes }) => attributes["faultline.attempt"])
      assert.strictEqual(kinds.filter((kind) => kind === "hedge").length, 1)
      assert.strictEqual(kinds.filter((kind) => kind === "retry").length, 2)
      assert.strictEqual(kinds.filter((kind) => kind === "renewal").length, 1)
      assert.deepStrictEqual(
        clients
          .flatMap(({ attributes }) => Number(attributes["http.request.resend_count"] ?? []))
          .filter((one) => one > 0)
          .toSorted((a, b) => a - b),
        [1, 1, 1, 2]
      )
      assert.strictEqual(spans.filter(({ attributes }) => attributes["faultline.hedge"] === true).length, 1)
    })
  )

  it.live("receives nothing that is not in the list, and events with their reasons", () =>
    Effect.gen(function* () {
      const { spans } = yield* exported
      const events = spans.flatMap((span) => span.events)
      const problems = [...spans, ...events].flatMap(({ attributes }) =>
        Object.entries(attributes).flatMap(wrong)
      )
      assert.deepStrictEqual(problems, [])
      const names = new Set([...Object.values(Telemetry.event).map(({ name }) => name), "exception"])
      assert.isTrue(events.every(({ name }) => names.has(name as never))) // as: any text
      const waits = events.filter(({ name }) => name === "faultline.waiting")
      assert.deepStrictEqual(
        waits.map(({ attributes }) => [attributes["faultline.wait"], attributes["faultline.after"]]),
        [
          ["backoff", "M3ter.BadGateway"],
          ["backoff", "M3ter.BadGateway"],
          ["credentials", "M3ter.TokenExpired"]
        ]
      )
      assert.strictEqual(events.filter(({ name }) => name === "faultline.token.renewed").length, 1)
    })
  )

  it.live("receives the request for a token as a trace of its own, to which the call links that waited", () =>
    Effect.gen(function* () {
      const { spans } = yield* exported
      const tokens = spans.filter(({ name }) => /token/i.test(name) && name.startsWith("M3ter."))
      assert.lengthOf(tokens, 2)
      for (const token of tokens) {
        assert.isUndefined(token.parentSpanId)
        const waiting = spans.filter(({ links }) => links.some(({ spanId }) => spanId === token.spanId))
        assert.deepStrictEqual(
          waiting.map(({ name }) => name),
          ["M3ter.listMeters"]
        )
        assert.deepStrictEqual(
          token.links.map(({ spanId }) => spanId),
          waiting.map(({ spanId }) => spanId)
        )
      }
    })
  )
})
