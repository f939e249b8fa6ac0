/** A wait that no answer named holds back the refused call, and not everybody behind its limit for that long (B1). */
import { assert, describe, it } from "@effect/vitest"
import { Clock, Effect, Fiber, Layer, Schema } from "effect"
import { TestClock } from "effect/testing"
import { body, failuresOf, header } from "../../src/contract/Failure.ts"
import { operations } from "../../src/contract/Operation.ts"
import type { Quota } from "../../src/contract/Quota.ts"
import { define } from "../../src/contract/Vendor.ts"
import { fromJson, make, Reset, RetryAfter, Seconds, type Wire } from "../../src/contract/Wire.ts"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Layers from "../../src/pipeline/layer.ts"
import * as Shop from "../shop/shop.ts"

const facts = { category: "rate-limited", means: "Too many.", remedy: "Send less.", see: "made up" } as const
const Failure = failuresOf(Shop.dialect)

/** The page names a minute for all of them; an answer may name its own time, in a header or in its body. */
class Full extends Failure<Full>()("Shop.Full", {
  ...facts,
  signature: { status: [429, 503] },
  carries: {
    retryAfter: Schema.optionalKey(header("retry-after", RetryAfter)),
    opensIn: Schema.optionalKey(body("opensIn", Seconds)),
    opensAt: Schema.optionalKey(header("x-opens", Reset))
  },
  retry: { after: ["retryAfter", "opensIn", "opensAt"], otherwise: "1 minute" }
}) {}

/** No answer can name a time. */
class Crowded extends Failure<Crowded>()("Shop.Crowded", {
  ...facts,
  signature: { status: [429, 503] },
  retry: { otherwise: "1 minute" }
}) {}

const quota: Quota = { name: "shop", limit: 50, per: "1 second", scope: "a shop", source: "made up" }

/** One refused call, and others from half a second later on: when each arrived (ms), until a while after that. */
const arrivals = (
  first: Wire,
  { backoff, refusal = Full }: { backoff?: Quota["backoff"]; refusal?: typeof Full | typeof Crowded } = {}
) => {
  const quotas = { all: { quotas: [{ ...quota, ...(backoff === undefined ? {} : { backoff }) }] } }
  const vendor = define({ ...Shop.vendor, failures: [refusal], always: [refusal], quotas })
  const read = operations<Full | Crowded>()(Shop.ShopApi, vendor)("readShelf", () => ({
    method: "GET",
    path: "/shelves/{id}",
    input: Schema.Struct({ id: Schema.String }),
    output: Schema.Unknown,
    quota: "all",
    idempotent: true
  }))
  const seen: Array<{ readonly id: string; readonly at: number }> = []
  const wire = Shop.transport((_method, { pathname }) =>
    Effect.map(Clock.currentTimeMillis, (at) =>
      seen.push({ id: pathname.slice(-1), at }) === 1 ? first : Shop.order(1)
    )
  )
  const layer = Layers.layerNoTransport(Shop.ShopApi, vendor, { auth: Auth.none })
  const calls = Effect.gen(function* () {
    const refused = yield* Effect.forkChild(Effect.exit(read({ id: "a" })))
    yield* TestClock.adjust("500 millis")
    const others = yield* Effect.forkChild(
      Effect.forEach(["b", "c", "d"], (id) => read({ id }), { concurrency: "unbounded" })
    )
    yield* TestClock.adjust("5 minutes")
    yield* Fiber.join(refused)
    yield* Fiber.join(others)
    const of = (wanted: (id: string) => boolean) => seen.filter(({ id }) => wanted(id)).map(({ at }) => at)
    return { refused: of((id) => id === "a").slice(1), others: of((id) => id !== "a") }
  })
  return Effect.provide(calls, Layer.provide(layer, wire.layer))
}

describe.each([
  ["may name a time and does not", Full],
  ["can name no time", Crowded]
] as const)("a refusal that %s", (_, refusal) => {
  it.effect.each([429, 503])("holds its own call for the documented minute, and others go (%d)", (status) =>
    Effect.gen(function* () {
      const { others, refused } = yield* arrivals(make(status, {}, ""), { refusal })
      assert.lengthOf(refused, 1)
      assert.isAtLeast(refused[0]!, 60_000)
      assert.lengthOf(others, 3)
      assert.isBelow(Math.max(...others), 2000)
    })
  )

  it.effect("holds all as long as the quota's own page says", () =>
    Effect.gen(function* () {
      const backoff = { first: "30 seconds", factor: 3 } as const
      const { others, refused } = yield* arrivals(make(429, {}, ""), { refusal, backoff })
      assert.isAtLeast(refused[0]!, 60_000)
      assert.isAtLeast(Math.min(...others), 30_000)
      assert.isBelow(Math.max(...others), 32_000)
    })
  )

  it.effect.each([
    ["retry-after", { "retry-after": "20" }],
    ["x-ratelimit-reset", { "x-ratelimit-reset": "20" }]
  ] as const)("holds all for what the header %s names", ([, headers]) =>
    Effect.gen(function* () {
      const { others } = yield* arrivals(make(429, headers, ""), { refusal })
      assert.isAtLeast(Math.min(...others), 19_000)
      assert.isBelow(Math.max(...others), 22_000)
    })
  )
})

describe("a refusal that names its time in its own way", () => {
  it.effect.each([
    ["a header that only this vendor has", make(429, { "x-opens": "20" }, "")],
    ["its body", fromJson(429, {}, { opensIn: "20" })]
  ] as const)("holds all for what %s names", ([, wire]) =>
    Effect.gen(function* () {
      const { others, refused } = yield* arrivals(wire)
      assert.isAtLeast(Math.min(...others, ...refused), 20_000)
      assert.isBelow(Math.max(...others), 22_000)
    })
  )
})
