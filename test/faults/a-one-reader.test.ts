/** One reader: a call, `explain`, the CLI's JSON and the journal say the same of one answer, and none loses the vendor's words. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Result } from "effect"
import { TestClock } from "effect/testing"
import { compile } from "../../src/contract/compile.ts"
import { type AnyFailure, isFailure } from "../../src/contract/Failure.ts"
import type { AnyOperation } from "../../src/contract/Operation.ts"
import { accepted, read, shownOf } from "../../src/contract/read.ts"
import { fromJson } from "../../src/contract/Wire.ts"
import { render } from "../../src/cli/runCall.ts"
import { explain } from "../../src/diagnose/Diagnose.ts"
import * as Journal from "../../src/pipeline/Journal.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Shop from "../shop/shop.ts"
import { all, Any, type Tested } from "../vendors/all.ts"
import { answers, errorShapes, type Raw } from "./a-answers.ts"

/** A write of each vendor, with an input that it takes, and what its token request is answered. */
const writes: Readonly<Record<string, readonly [name: string, input: unknown]>> = {
  Braze: ["deleteUsers", { externalIds: ["u1"] }],
  M3ter: ["createProduct", { name: "Tea", code: "tea" }],
  Xtremepush: ["deleteCampaign", { id: 7 }],
  Metrix: ["ingest", { customUserId: "u1", messages: [{ type: "action", customName: "visit" }] }],
  Ixon: ["deleteAccessToken", { publicId: "abcdefghijkl" }]
}

const token = fromJson(
  200,
  {},
  { access_token: "live-token-1", expires_in: 18_000, data: { secretId: "live-token-1" } }
)

const operationOf = ({ name, operations }: Tested): AnyOperation => {
  const [wanted] = writes[name] ?? ["none"]
  const found = operations.find(({ tag }) => tag === `${name}.${wanted}`)
  if (found === undefined) throw new Error(`${name} has no ${wanted}`)
  return found
}

interface Met {
  readonly failure: AnyFailure | undefined
  readonly entries: ReadonlyArray<Journal.Entry>
}

const called = (vendor: Tested, operation: AnyOperation, { wire }: Raw): Effect.Effect<Met, unknown> => {
  const entries: Array<Journal.Entry> = []
  const { layer } = Shop.transport((_, url) => (/tokens?$/.test(url.pathname) ? token : wire))
  const call = Effect.flatMap(Any, (service) => service.call(operation, writes[vendor.name]?.[1]))
  return Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(Effect.result(Policy.once(call)))
    yield* TestClock.adjust("1 minute")
    const result = yield* Fiber.join(fiber)
    const failure = Result.isFailure(result) && isFailure(result.failure) ? result.failure : undefined
    if (Result.isFailure(result) && failure === undefined) return yield* Effect.die(result.failure)
    return { failure, entries }
  }).pipe(
    Effect.provideService(Journal.Current, Journal.into(entries)),
    Effect.provide(vendor.layer(layer)),
    Effect.scoped
  )
}

const seen = (one: {
  readonly category: unknown
  readonly complaints: unknown
  readonly delivery: unknown
  readonly excerpt: unknown
  readonly tag: unknown
  readonly vendorMessage: unknown
}) => [one.tag, one.category, one.delivery, one.vendorMessage ?? null, one.excerpt ?? null, one.complaints]

const agree = (vendor: Tested, raw: Raw) =>
  Effect.gen(function* () {
    const operation = operationOf(vendor)
    const { entries, failure } = yield* called(vendor, operation, raw)
    const explained = yield* explain(vendor.vendor, raw.wire, { operation })
    const contract = compile(vendor.vendor, operation)
    const call = () => ({ vendor: vendor.name, operation: operation.tag })
    const library = read({ vendor: vendor.vendor, contract, call }, raw.wire, () =>
      shownOf({ vendor: vendor.vendor, contract }, raw.wire)
    )
    assert.strictEqual(
      Result.isFailure(library) ? library.failure._tag : null,
      failure?._tag ?? null,
      raw.name
    )
    assert.strictEqual(explained.tag, failure?._tag ?? null, raw.name)
    if (failure === undefined) return
    assert.deepStrictEqual(seen({ ...pick(failure), tag: failure._tag }), seen(explained), raw.name)
    const cli: unknown = JSON.parse(render(failure, true))
    assert.deepInclude(cli, { tag: failure._tag, excerpt: failure.excerpt ?? null }, raw.name)
    for (const entry of entries) assert.strictEqual(entry.tag, failure._tag, raw.name)
    if (raw.words !== undefined) assert.include(failure.message, raw.words, `${failure._tag} of ${raw.name}`)
  })

const pick = ({ category, complaints, delivery, excerpt, vendorMessage }: AnyFailure) => ({
  category,
  complaints,
  delivery,
  excerpt,
  vendorMessage
})

describe("a call, explain, the library and the journal say the same of", () => {
  for (const vendor of all)
    it.effect(`${answers.length} answers of ${vendor.name}, and every failure shows the vendor's words`, () =>
      Effect.forEach(answers, (raw) => agree(vendor, raw), { discard: true })
    )
})

it.effect("every failure of a read shows the vendor's words too, and says that nothing was changed", () =>
  Effect.forEach(
    [200, 400, 502].flatMap(errorShapes).filter(({ words }) => words !== undefined),
    ({ name, wire, words = "" }) =>
      Effect.gen(function* () {
        const failure = yield* Effect.flip(Policy.once(Shop.getOrder({ id: "a" })))
        assert.include(failure.message, words, name)
        assert.strictEqual(failure.delivery, "Refused")
        assert.notInclude(failure.message, "do not send it again")
        assert.isTrue(!accepted(wire) || failure._tag === "Unreadable")
      }).pipe(Effect.provide(Shop.layer(Shop.transport(() => wire).layer)))
  )
)

it.effect(
  "words and complaints in the usual places are read as such, and not only shown as the beginning of a body",
  () =>
    Effect.forEach(
      errorShapes(400).filter(
        ({ name, words }) => words !== undefined && name.includes("{") && !/odd|"the words$/.test(name)
      ),
      ({ name, wire, words }) =>
        Effect.gen(function* () {
          const { complaints, excerpt, vendorMessage } = yield* Effect.flip(Shop.getOrder({ id: "a" }))
          assert.isUndefined(excerpt, name)
          assert.include(
            [vendorMessage, ...complaints.map(({ message }) => message)].join(),
            words ?? "",
            name
          )
        }).pipe(Effect.provide(Shop.layer(Shop.transport(() => wire).layer)))
    )
)
