/** Whether a vendor is sent trace headers, as a server on loopback sees it; and the hosts that other instrumentations are to leave alone. */
import { assert, it } from "@effect/vitest"
import { Effect, Layer, Redacted } from "effect"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"
import * as Metrix from "../../src/vendors/metrix/index.ts"
import { tracing } from "../shop/spans.ts"
import { hearing } from "./receiver.ts"

const send = Metrix.ingest({ customUserId: "u1", messages: [{ type: "action", customName: "visit" }] })

const sentBy = (options: { readonly propagate?: boolean }) =>
  Effect.gen(function* () {
    const { spans, tracer } = tracing()
    const { heard, url } = yield* hearing()
    const layer = Layer.orDie(
      Metrix.layer({ appId: "app", apiKey: Redacted.make("key-1234567890"), baseUrl: url, ...options })
    )
    const hosts = yield* Effect.sync(Telemetry.hosts).pipe(
      Effect.tap(() => Effect.exit(send)),
      Effect.provide(layer),
      Effect.withTracer(tracer)
    )
    return { headers: heard[0]?.headers ?? {}, hosts, spans, host: new URL(url).host }
  })

it.live("a vendor is sent no trace headers", () =>
  Effect.gen(function* () {
    const { headers } = yield* sentBy({})
    assert.isDefined(headers["user-agent"])
    assert.notProperty(headers, "traceparent")
    assert.notProperty(headers, "b3")
  })
)

it.live("a layer that is asked to sends those of the span of the request", () =>
  Effect.gen(function* () {
    const { headers, spans } = yield* sentBy({ propagate: true })
    const [span] = spans.filter(({ kind }) => kind === "client")
    assert.strictEqual(headers["traceparent"], `00-${span?.traceId}-${span?.spanId}-01`)
    assert.match(String(headers["b3"]), new RegExp(`^${span?.traceId}-${span?.spanId}-1`))
    assert.lengthOf(spans, 2)
  })
)

it.live("the hosts of the layers that are open are known, with what their settings say, and no longer", () =>
  Effect.gen(function* () {
    const { host, hosts } = yield* sentBy({})
    assert.include(hosts, host)
    assert.notInclude(Telemetry.hosts(), host)
  })
)
