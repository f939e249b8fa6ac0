import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { DeliveryUnknown, NotSent } from "../../../src/contract/Common.ts"
import * as Deadline from "../../../src/policy/Deadline.ts"
import * as Retry from "../../../src/policy/Retry.ts"
import { answer, stub } from "../../../src/testing/stub.ts"
import * as M3ter from "../../../src/vendors/m3ter/index.ts"

const sent = { name: "Ada", code: "ada", emailAddress: "ada@shop.example", customFields: { plan: "gold" } }
const stored = { ...sent, id: "a1", version: 1, createdBy: "USER_1" }
const lost = new DeliveryUnknown({
  reason: "timeout",
  call: { vendor: "M3ter", operation: "M3ter.createAccount", delivery: "Unknown" }
})

/** Creates an account whose first answers are lost, where the list gives these, one after another. */
const created = (lists: ReadonlyArray<ReadonlyArray<object>>, lostAnswers = 1) => {
  const [calls, questions]: [Array<unknown>, Array<unknown>] = [[], []]
  const layer = stub(
    M3ter.M3terApi,
    answer(M3ter.createAccount, (input) =>
      Effect.suspend(() => {
        calls.push(input)
        return calls.length <= lostAnswers ? Effect.fail(lost) : Effect.succeed({ ...stored, id: "a2" })
      })
    ),
    answer(M3ter.listAccounts, (input) => {
      questions.push(input)
      return Effect.succeed({
        data: (lists[questions.length - 1] ?? lists.at(-1) ?? []) as ReadonlyArray<M3ter.Account>
      })
    })
  )
  const program = Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.result(Retry.settled(M3ter.createAccount)(sent)))
    yield* TestClock.adjust("10 minutes")
    return yield* Fiber.join(fiber)
  })
  return { calls, questions, ended: Effect.provide(program, layer) }
}

describe("an account whose answer was lost", () => {
  it.effect("was created: every field that was sent is there", () => {
    const { questions, calls, ended } = created([[stored]])
    return Effect.gen(function* () {
      const result = yield* ended
      assert.strictEqual(result._tag === "Success" ? result.success.id : "", "a1")
      assert.lengthOf(calls, 1)
      assert.deepStrictEqual(questions, [{ codes: ["ada"] }])
    })
  })

  it.effect("appears a moment later", () => {
    const { questions, calls, ended } = created([[], [stored]])
    return Effect.gen(function* () {
      assert.strictEqual((yield* ended)._tag, "Success")
      assert.deepStrictEqual([calls.length, questions.length], [1, 2])
    })
  })

  it.effect("was not: it is not found twice, and m3ter takes a code once, so it is created now", () => {
    const { questions, calls, ended } = created([[]])
    return Effect.gen(function* () {
      const result = yield* ended
      assert.strictEqual(result._tag === "Success" ? result.success.id : "", "a2")
      assert.deepStrictEqual([calls.length, questions.length], [2, 2])
    })
  })

  it.effect("is asked after no more than a few times where every answer is lost", () => {
    const { calls, ended } = created([[]], 100)
    return Effect.gen(function* () {
      assert.strictEqual((yield* ended)._tag, "Failure")
      assert.lengthOf(calls, 3)
    })
  })

  for (const [what, other] of [
    ["another name", { ...stored, name: "Grace" }],
    ["a field that was lost", { ...stored, emailAddress: undefined }],
    ["another custom field", { ...stored, customFields: { plan: "silver" } }]
  ] as const)
    it.effect(`stays open where the account with the code has ${what}`, () => {
      const { calls, ended } = created([[other]])
      return Effect.gen(function* () {
        const result = yield* ended
        assert.lengthOf(calls, 1)
        const failure = result._tag === "Failure" ? result.failure : undefined
        assert.strictEqual(failure?._tag, "DeliveryUnknown")
        assert.match(
          failure?.call?.advice ?? "",
          /has one with this code and other fields: it may be another's/
        )
      })
    })

  it.effect("stays open where two have the code", () => {
    const { calls, ended } = created([[stored, { ...stored, id: "a9" }]])
    return Effect.gen(function* () {
      assert.strictEqual((yield* ended)._tag, "Failure")
      assert.lengthOf(calls, 1)
    })
  })

  for (const [what, repeat] of [
    ["refuses", new M3ter.BadRequest()],
    ["cannot be reached for", new NotSent({ reason: "refused" })]
  ] as const) {
    const repeated = (last: ReadonlyArray<M3ter.Account>) => {
      const lists = [[], [], last]
      const failures = [lost, repeat]
      const layer = stub(
        M3ter.M3terApi,
        answer(M3ter.createAccount, () => Effect.suspend(() => Effect.fail(failures.shift() ?? lost))),
        answer(M3ter.listAccounts, () => Effect.sync(() => ({ data: lists.shift() ?? [] })))
      )
      return Effect.gen(function* () {
        const fiber = yield* Effect.forkChild(Effect.result(Retry.settled(M3ter.createAccount)(sent)))
        yield* TestClock.adjust("10 minutes")
        return yield* Fiber.join(fiber)
      }).pipe(Effect.provide(layer))
    }

    it.effect(`was created after all, where m3ter ${what} the repeat and has the first`, () =>
      Effect.gen(function* () {
        const result = yield* repeated([stored])
        assert.strictEqual(result._tag === "Success" ? result.success.id : "", "a1")
      })
    )

    it.effect(`stays in doubt where m3ter ${what} the repeat and shows nothing`, () =>
      Effect.gen(function* () {
        const result = yield* repeated([])
        const failure = result._tag === "Failure" ? result.failure : undefined
        assert.strictEqual(failure?._tag, "DeliveryUnknown")
        assert.match(
          failure?.call?.advice ?? "",
          /It was repeated, which ended with: .+ The vendor was asked/
        )
      })
    )
  }

  it.effect("is not waited for past the deadline", () =>
    Effect.gen(function* () {
      const layer = stub(
        M3ter.M3terApi,
        answer(M3ter.createAccount, () => Effect.fail(lost))
      )
      const result = yield* Retry.settled(M3ter.createAccount)(sent).pipe(
        Deadline.within("10 seconds"),
        Effect.result,
        Effect.provide(layer)
      )
      assert.strictEqual(result._tag, "Failure")
    })
  )
})

describe("an update whose answer was lost", () => {
  const update = { ...sent, id: "a1", version: 4 }
  const verdictOn = (account: object) =>
    Retry.settle(M3ter.updateAccount, update).pipe(
      Effect.map(({ _tag }) => _tag),
      Effect.provide(
        stub(
          M3ter.M3terApi,
          answer(M3ter.getAccount, () => Effect.succeed(account as M3ter.Account))
        )
      )
    )

  it.effect("is judged by the version that the account has now", () =>
    Effect.gen(function* () {
      assert.strictEqual(yield* verdictOn({ ...stored, version: 5 }), "Done")
      assert.strictEqual(yield* verdictOn({ ...stored, version: 4 }), "NotDone")
      assert.strictEqual(yield* verdictOn({ ...stored, version: 5, name: "Grace" }), "NeverApplies")
      assert.strictEqual(yield* verdictOn({ ...stored, version: 6 }), "Open")
      assert.strictEqual(yield* verdictOn({ ...stored, version: undefined }), "Open")
    })
  )

  it.effect("stays open where the read fails", () =>
    Effect.gen(function* () {
      const verdict = yield* Retry.settle(M3ter.updateAccount, update)
      assert.strictEqual(verdict._tag, "Open")
    }).pipe(
      Effect.provide(
        stub(
          M3ter.M3terApi,
          answer(M3ter.getAccount, () => Effect.fail(new M3ter.NotFound()))
        )
      )
    )
  )
})

it.effect("a product is looked for on every page, for the list cannot be asked for its code", () => {
  const questions: Array<unknown> = []
  return Effect.gen(function* () {
    const verdict = yield* Retry.settle(M3ter.createProduct, { name: "Storage", code: "storage" })
    assert.strictEqual(verdict._tag, "Done")
    assert.deepStrictEqual(questions, [{ pageSize: 200 }, { pageSize: 200, nextToken: "p2" }])
  }).pipe(
    Effect.provide(
      stub(
        M3ter.M3terApi,
        answer(M3ter.listProducts, (input) => {
          questions.push(input)
          return Effect.succeed(
            questions.length === 1
              ? { data: [{ id: "1", name: "Other", code: "other" }], nextToken: "p2" }
              : { data: [{ id: "2", name: "Storage", code: "storage" }] }
          )
        })
      )
    )
  )
})

it.effect("nothing settles a send: it is open without a question", () =>
  Effect.gen(function* () {
    const verdict = yield* Retry.settle(M3ter.createBillJob, { billingFrequency: "MONTHLY" } as never)
    assert.deepStrictEqual(verdict, {
      _tag: "Open",
      because: "the vendor documents no read that could prove it"
    })
  }).pipe(Effect.provide(stub(M3ter.M3terApi)))
)
