/** An operation that takes lines, a shop that can be out, and a clock that runs until a run has ended. */
import { Effect, Fiber, Layer, Schema, Stream } from "effect"
import { HttpClient, HttpClientError, type HttpClientRequest, HttpClientResponse } from "effect/http"
import { TestClock } from "effect/testing"
import type { AnyFailure } from "../../src/contract/Failure.ts"
import * as Batch from "../../src/many/Batch.ts"
import { answer, stub } from "../../src/testing/stub.ts"
import * as Shop from "../shop/shop.ts"

const Lines = Schema.Struct({ lines: Schema.Array(Schema.Int) })
type Input = typeof Lines.Type

export const addLines = (idempotent: boolean, batching: Partial<Batch.Batching<number, Input, void>> = {}) =>
  Shop.operation("addLines", () => ({
    method: "POST",
    path: "/lines",
    input: Lines,
    output: Schema.Void,
    from: "response",
    idempotent
  })).pipe(
    Batch.batched({
      input: (lines: ReadonlyArray<number>) => ({ lines }),
      count: 2,
      blames: [Shop.BadRequest],
      ...batching
    })
  )

export type AddLines = ReturnType<typeof addLines>
export type Failed = Effect.Error<ReturnType<AddLines>>

/** The lines from 0. */
export const upTo = (count: number) => Array.from({ length: count }, (_, line) => line)

/** A shop without a pipeline: it takes each request, or fails as it is told to, and notes what it took. */
export const shop = (
  operation: AddLines,
  reply: (lines: ReadonlyArray<number>, call: number) => Effect.Effect<void, Failed>
) => {
  const taken: Array<number> = []
  let calls = 0
  const layer = stub(
    Shop.ShopApi,
    answer(operation, ({ lines }) =>
      Effect.andThen(
        Effect.suspend(() => reply(lines, ++calls)),
        Effect.sync(() => void taken.push(...lines))
      )
    )
  )
  return { taken, layer, calls: () => calls }
}

/** How a request fails whose connection is refused. */
export const refusal = (request: HttpClientRequest.HttpClientRequest) =>
  new HttpClientError.HttpClientError({
    reason: new HttpClientError.TransportError({
      request,
      cause: Object.assign(new Error("refused"), { code: "ECONNREFUSED", syscall: "connect" })
    })
  })

/** A shop behind the whole pipeline: each request takes 50 ms, and while it is out connections are refused. */
export const host = (isOut: () => boolean) => {
  const taken: Array<number> = []
  const read = Schema.decodeUnknownSync(Schema.fromJsonString(Lines))
  const client = HttpClient.make((request) =>
    Effect.andThen(
      Effect.sleep(50),
      Effect.suspend(() => {
        if (isOut()) return Effect.fail(refusal(request))
        const text = request.body._tag === "Uint8Array" ? new TextDecoder().decode(request.body.body) : ""
        taken.push(...read(text).lines)
        return Effect.succeed(HttpClientResponse.fromWeb(request, new Response("{}")))
      })
    )
  )
  return { taken, layer: Shop.layer(Layer.succeed(HttpClient.HttpClient, client)) }
}

/** How a run ended: its outcomes, its failure where it has one, and how long (ms) it took. */
export interface Ended<Item> {
  readonly outcomes: ReadonlyArray<Batch.Outcome<Item, AnyFailure>>
  readonly failure: Batch.Halted | undefined
  readonly took: number
}

/** Lets time pass until the run has ended. */
export const ended = <Item, Api>(
  outcomes: Stream.Stream<Batch.Outcome<Item, AnyFailure>, Batch.Halted, Api>,
  step = 250
): Effect.Effect<Ended<Item>, never, Api> =>
  Effect.gen(function* () {
    const seen: Array<Batch.Outcome<Item, AnyFailure>> = []
    const run = Stream.runForEach(outcomes, (outcome) => Effect.sync(() => void seen.push(outcome))).pipe(
      Effect.as(undefined),
      Effect.catchTag("Halted", (halted) => Effect.succeed(halted))
    )
    const fiber = yield* Effect.forkChild(run)
    let took = 0
    for (; fiber.pollUnsafe() === undefined && took < 7_200_000; took += step) yield* TestClock.adjust(step)
    return { outcomes: seen, failure: yield* Fiber.join(fiber), took }
  })
