/** Whatever a server writes is bounded: in time, in depth, in memory, in what failures, messages and journals keep of it. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Redacted, Result } from "effect"
import { compile } from "../../src/contract/compile.ts"
import type { AnyFailure } from "../../src/contract/Failure.ts"
import { read, shownOf } from "../../src/contract/read.ts"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import * as Journal from "../../src/pipeline/Journal.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Metrix from "../../src/vendors/metrix/index.ts"
import * as Shop from "../shop/shop.ts"
import { all, type Tested } from "../vendors/all.ts"

const secrets = ["Tr0ub4dor/3-and-more", "e"]

const failureAt = ({ name, operations, vendor }: Tested, wire: Wire): ReadonlyArray<AnyFailure> =>
  operations.flatMap((operation) => {
    const contract = compile(vendor, operation)
    const call = () => ({ vendor: name, operation: operation.tag })
    const found = read({ vendor, contract, call }, wire, () => shownOf({ vendor, contract }, wire, secrets))
    return Result.isFailure(found) ? [found.failure] : []
  })

const nested = (levels: number, inner = "1") => "[".repeat(levels) + inner + "]".repeat(levels)
const nestedObjects = (levels: number) => `{"data":`.repeat(levels) + "null" + "}".repeat(levels)

describe("an answer that is nested very deeply is a typed failure or a success, never a defect:", () => {
  for (const tested of all)
    it(tested.name, () => {
      const bodies = [3_000, 10_000].flatMap((levels) => [
        nested(levels),
        nestedObjects(levels),
        `{"errors":${nested(levels)}}`,
        `{"data":${nested(levels)}}`,
        `{"message":"success","errors":[${nestedObjects(levels)}]}`,
        `{"data":[${nestedObjects(levels)}],"id":"a","success":true}`
      ])
      for (const body of bodies)
        for (const status of [200, 201, 400, 500]) {
          const failures = failureAt(tested, make(status, {}, body))
          if (status >= 400) assert.isNotEmpty(failures)
          for (const failure of failures) {
            assert.isBelow(failure.message.length, 12_000)
            assert.isBelow(JSON.stringify(failure).length, 20_000)
          }
        }
    })
})

describe("an answer of megabytes leaves a failure of a few thousand characters:", () => {
  const big = "x".repeat(5_000_000)
  const many = Array.from({ length: 500 }, (_, index) => ({
    message: `no ${index} ${"y".repeat(100)}`,
    propertyName: `p${index}`,
    listIndex: index
  }))
  const bodies: ReadonlyArray<unknown> = [
    { message: big },
    { error: { message: big } },
    { errors: many },
    { data: many, type: "Error", status: "error" },
    { errors: Object.fromEntries(many.map(({ message }, index) => [`f${index}`, [message]])) },
    { [big]: big },
    big
  ]
  for (const tested of all)
    it(tested.name, () => {
      for (const status of [200, 400, 502])
        for (const wire of [...bodies.map((body) => fromJson(status, {}, body)), make(status, {}, big)])
          for (const failure of failureAt(tested, wire)) {
            assert.isBelow(failure.message.length, 12_000, failure._tag)
            assert.isAtMost(failure.complaints.length, 20)
            assert.isAtMost((failure.vendorMessage ?? "").length, 540)
            assert.isAtMost((failure.excerpt ?? "").length, 540)
          }
    })

  it.effect("and it says how many complaints there are beyond those that it shows", () =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(Shop.getOrder({ id: "a" }))
      assert.strictEqual(failure.complaints.length, 20)
      assert.include(failure.message, "and 480 more")
    }).pipe(Effect.provide(Shop.layer(Shop.transport(() => fromJson(400, {}, { errors: many })).layer)))
  )
})

it.effect("the journal keeps the beginning of an answer, not all of it", () => {
  const entries: Array<Journal.Entry> = []
  const { layer } = Shop.transport(() => make(400, {}, "z".repeat(60_000)))
  return Effect.gen(function* () {
    yield* Effect.flip(
      Policy.once(Metrix.ingest({ customUserId: "u1", messages: [{ type: "action", customName: "visit" }] }))
    )
    assert.strictEqual(entries.length, 1)
    for (const { answer = "" } of entries) assert.isTrue(answer.length > 1_000 && answer.length < 8_100)
  }).pipe(
    Effect.provideService(Journal.Current, Journal.into(entries)),
    Effect.provide(
      Layer.provide(
        Metrix.layerNoTransport({ appId: "app-1", apiKey: Redacted.make("key-1234567890") }),
        layer
      )
    )
  )
})
