/** Whatever a caller gives: no operation dies of it, what is refused is named and not sent, and of many items only the bad are. */
import { assert, describe, it } from "@effect/vitest"
import {
  Arbitrary,
  Cause,
  type Context,
  Effect,
  Exit,
  Fiber,
  Layer,
  Random,
  type Schema,
  Stream
} from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import { TestClock } from "effect/testing"
import { isFailure } from "../../src/contract/Failure.ts"
import type { AnyOperation, Service } from "../../src/contract/Operation.ts"
import { all, Any } from "../vendors/all.ts"
import { kinds, spoiled } from "./hostile.ts"

const recording = () => {
  const seen: Array<string> = []
  const client = HttpClient.make((request) =>
    Effect.sync(() => {
      seen.push(request.url)
      const token = { access_token: "t", expires_in: 3600, data: { publicId: "p", secretId: "s" } }
      return HttpClientResponse.fromWeb(request, new Response(JSON.stringify(token), { status: 200 }))
    })
  )
  return { seen, layer: Layer.succeed(HttpClient.HttpClient, client) }
}

const sample = ({ spec }: AnyOperation, seed: string) =>
  Effect.sync(() => Arbitrary.schema(spec.input as unknown as Schema.Codec<unknown, unknown>)).pipe(
    Effect.flatMap((arbitrary) => Arbitrary.sampleEffect(arbitrary, { count: 8, seed, maxDiscards: 2_000 })),
    Effect.catchCause(() => Effect.succeed<ReadonlyArray<unknown>>([{}]))
  )

/** Ends in a success, or in a typed failure; an input that is refused says why and was not sent. */
const endsWell = (tag: string, exit: Exit.Exit<unknown, unknown>, sent: number) => {
  if (Exit.isSuccess(exit)) return
  const failure = Cause.squash(exit.cause)
  assert.isFalse(Cause.hasDies(exit.cause), `${tag} died of ${String(failure)}`)
  if (!isFailure(failure) || failure._tag !== "InvalidInput") return
  assert.strictEqual(sent, 0, `${tag} sent what it refused`)
  assert.isNotEmpty(failure.complaints)
  assert.isBelow(failure.message.length, 20_000)
}

for (const { layer, name, operations } of all) {
  describe(name, () => {
    it.effect.each(operations.map((operation) => [operation.tag, operation] as const))(
      "%s survives every hostile input",
      ([tag, operation]) => {
        const wire = recording()
        return Effect.gen(function* () {
          const api = yield* Any
          const bases = yield* sample(operation, tag)
          const given = Object.values(kinds).map((make) => make())
          for (const base of bases) for (let time = 0; time < 6; time++) given.push(yield* spoiled(base))
          for (const input of given) {
            const before = wire.seen.length
            const fiber = yield* Effect.forkChild(Effect.exit(api.call(operation, input)), {
              startImmediately: true
            })
            if (fiber.pollUnsafe() === undefined) yield* TestClock.adjust("1 hour")
            endsWell(tag, yield* Fiber.join(fiber), wire.seen.length - before)
          }
        }).pipe(Effect.provide(layer(wire.layer)), Random.withSeed(tag))
      }
    )

    const batched = operations.filter((operation) => "many" in operation)
    for (const operation of batched)
      it.effect(`${operation.tag}.many refuses what is hostile, and it alone`, () => {
        const wire = recording()
        const many = Reflect.get(operation, "many") as (
          items: Iterable<unknown>
        ) => Stream.Stream<{ readonly outcome: string; readonly failure?: unknown }, unknown, unknown>
        return Effect.gen(function* () {
          const hostile = Object.values(kinds).map((make) => make())
          const { api } = operation as unknown as { readonly api: Context.Key<unknown, Service> }
          const outcomes = yield* Stream.runCollect(many(hostile)).pipe(
            Effect.provideService(api, yield* Any)
          )
          assert.lengthOf(outcomes, hostile.length)
          for (const { failure, outcome } of outcomes) {
            assert.strictEqual(outcome, "refused")
            assert.isTrue(
              isFailure(failure) && failure._tag === "InvalidInput" && failure.complaints.length > 0
            )
          }
          assert.isEmpty(wire.seen)
        }).pipe(Effect.provide(layer(wire.layer)), Random.withSeed(name)) as Effect.Effect<void>
      })
  })
}
