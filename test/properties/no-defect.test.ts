/** No input, body or header makes a call die, hang past its deadline, or leak a secret, whatever the operation. */
import { assert, describe, it } from "@effect/vitest"
import { Arbitrary, Cause, Effect, Exit, Fiber, Layer, Random, Schema } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import { TestClock } from "effect/testing"
import { isFailure } from "../../src/contract/Failure.ts"
import type { AnyOperation } from "../../src/contract/Operation.ts"
import { all, Any } from "../vendors/all.ts"

const Answer = Schema.Struct({
  status: Schema.Union([
    Schema.Int.check(Schema.isBetween({ minimum: 200, maximum: 599 })),
    Schema.Literals([200, 201, 400, 401, 403, 404, 413, 429, 500, 503])
  ]),
  headers: Schema.Array(
    Schema.Tuple([
      Schema.Literals([
        "retry-after",
        "x-ratelimit-reset",
        "x-ratelimit-remaining",
        "x-ratelimit-limit",
        "ratelimit",
        "content-type",
        "link",
        "x-request-id"
      ]),
      Schema.Union([
        Schema.Literals([
          "",
          "0",
          "-1",
          "9999999999999",
          "1e400",
          "NaN",
          "Sun, 06 Nov 1994 08:49:37 GMT",
          "2026-01-01T00:00:00Z"
        ]),
        Schema.NumberFromString.pipe(Schema.toEncoded, Schema.check(Schema.isPattern(/^[\x20-\x7e]{0,20}$/)))
      ])
    ])
  ),
  body: Schema.Union([
    Schema.Literals([
      "",
      "null",
      "[]",
      "{}",
      "<html>Bad gateway</html>",
      `{"message":`,
      `{"message":"success","errors":[null,{"index":-1}]}`
    ]),
    Schema.fromJsonString(Schema.Json).pipe(Schema.toEncoded),
    Schema.Struct({
      message: Schema.optionalKey(Schema.Json),
      errors: Schema.optionalKey(Schema.Json),
      error: Schema.optionalKey(Schema.Json),
      data: Schema.optionalKey(Schema.Json),
      model: Schema.optionalKey(Schema.Json),
      code: Schema.optionalKey(Schema.Json),
      success: Schema.optionalKey(Schema.Json),
      moreAfter: Schema.optionalKey(Schema.Json)
    })
  ])
})

/** Inputs: the operation's own, and anything at all. */
const inputsOf = ({ spec }: AnyOperation, count: number, seed: string) =>
  Effect.gen(function* () {
    const wild = yield* Effect.orDie(Arbitrary.sampleEffect(Arbitrary.schema(Schema.Json), { count, seed }))
    const codec = spec.input as unknown as Schema.Codec<unknown, unknown>
    const own = yield* Effect.sync(() => Arbitrary.schema(codec)).pipe(
      Effect.flatMap((arbitrary) => Arbitrary.sampleEffect(arbitrary, { count, seed, maxDiscards: 2_000 })),
      Effect.catchCause(() => Effect.succeed<ReadonlyArray<unknown>>([]))
    )
    return [undefined, ...own, ...wild]
  })

const replying = (answers: ReadonlyArray<typeof Answer.Type>, echo: ReadonlyArray<string>) => {
  let next = 0
  return Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request) =>
      Effect.sync(() => {
        const { body, headers, status } = answers[next++ % answers.length]!
        const text = typeof body === "string" ? body : JSON.stringify({ ...body, echo })
        const bare = status === 204 || status === 205 || status === 304 || text === ""
        return HttpClientResponse.fromWeb(
          request,
          new Response(bare ? null : text, {
            status,
            headers: new Headers(headers.map(([name, value]) => [name, value]))
          })
        )
      })
    )
  )
}

const runs = 12

for (const { layer, name, operations, secrets } of all) {
  describe(name, () => {
    it.effect.each(operations.map((operation) => [operation.tag, operation] as const))(
      "%s ends in a typed outcome",
      ([tag, operation]) =>
        Effect.gen(function* () {
          const answers = yield* Effect.orDie(
            Arbitrary.sampleEffect(Arbitrary.schema(Answer), { count: runs * 4, seed: tag })
          )
          const inputs = yield* inputsOf(operation, runs, tag)
          yield* Effect.gen(function* () {
            const api = yield* Any
            for (const input of inputs) {
              const fiber = yield* Effect.forkChild(Effect.exit(api.call(operation, input)))
              yield* TestClock.adjust("2 hours")
              const exit = yield* Fiber.join(fiber)
              if (Exit.isSuccess(exit)) continue
              const failure = Cause.squash(exit.cause)
              assert.isTrue(
                isFailure(failure) && !Cause.hasDies(exit.cause),
                `${tag} died of ${String(failure)} for ${JSON.stringify(input)}`
              )
              const shown = `${String(failure)} ${JSON.stringify(failure)}`
              for (const secret of secrets) assert.notInclude(shown, secret)
            }
          }).pipe(Effect.provide(layer(replying(answers, secrets))), Random.withSeed(tag))
        })
    )
  })
}
