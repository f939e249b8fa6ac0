import { assert, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { DeliveryUnknown } from "../../src/contract/Common.ts"
import * as Outbox from "../../src/durable/Outbox.ts"
import { answer, stub } from "../../src/testing/stub.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"

const sent = { name: "Ada", code: "ada", emailAddress: "ada@shop.example" }
const stored: M3ter.Account = { ...sent, id: "a1", version: 1 }
const lost = new DeliveryUnknown({
  reason: "timeout",
  call: { vendor: "M3ter", operation: "M3ter.createAccount", delivery: "Unknown" }
})

/** The state of an item whose first answer is lost, where the list gives these. */
const after = (accounts: ReadonlyArray<M3ter.Account>) => {
  let calls = 0
  const m3ter = stub(
    M3ter.M3terApi,
    answer(M3ter.createAccount, () =>
      Effect.suspend(() => (++calls === 1 ? Effect.fail(lost) : Effect.succeed(stored)))
    ),
    answer(M3ter.listAccounts, () => Effect.succeed({ data: accounts }))
  )
  return Effect.gen(function* () {
    yield* Outbox.enqueue(M3ter.createAccount, sent, { id: "ada" })
    yield* Layer.build(Outbox.worker([M3ter.createAccount]).pipe(Layer.provide(m3ter)))
    yield* TestClock.adjust("20 seconds")
    assert.strictEqual((yield* Outbox.get("ada"))?.state, "unknown")
    yield* TestClock.adjust("5 minutes")
    return { calls, state: (yield* Outbox.get("ada"))?.state }
  }).pipe(Effect.scoped, Effect.provide(Outbox.layerMemory()))
}

it.effect("an item in doubt is delivered where the vendor's list has it as it was sent", () =>
  Effect.gen(function* () {
    assert.deepStrictEqual(yield* after([stored]), { calls: 1, state: "delivered" })
  })
)

it.effect("it is sent again where it is not found twice, and the vendor guards the repeat", () =>
  Effect.gen(function* () {
    assert.deepStrictEqual(yield* after([]), { calls: 2, state: "delivered" })
  })
)

it.effect("it stays unknown where a similar one is found", () =>
  Effect.gen(function* () {
    assert.deepStrictEqual(yield* after([{ ...stored, name: "Grace" }]), { calls: 1, state: "unknown" })
  })
)
