import { Effect, type Stream } from "effect"
import { expectTypeOf, it } from "vitest"
import type { Outcome } from "../../src/many/Batch.ts"
import type { Common, DeliveryUnknown, Halted, NoAnswer } from "../../src/contract/Common.ts"
import * as Metrix from "../../src/vendors/metrix/index.ts"

type Errors<Operation extends (input: never) => Effect.Effect<unknown, unknown, unknown>> = Effect.Error<
  ReturnType<Operation>
>
type Answer<Operation extends (input: never) => Effect.Effect<unknown, unknown, unknown>> = Effect.Success<
  ReturnType<Operation>
>

it("declares of each operation what it may fail with", () => {
  expectTypeOf<Errors<typeof Metrix.ingest>>().toEqualTypeOf<Metrix.Always | Common | NoAnswer>()
  expectTypeOf<Errors<typeof Metrix.push>>().toEqualTypeOf<Metrix.Always | Common | DeliveryUnknown>()
})

it("says of a success that it is receipt and no more", () => {
  expectTypeOf<Answer<typeof Metrix.ingest>>().toEqualTypeOf<Metrix.Receipt>()
  expectTypeOf<Answer<typeof Metrix.push>>().toEqualTypeOf<Metrix.Receipt>()
  expectTypeOf<keyof Metrix.Receipt>().toEqualTypeOf<"status" | "text">()
})

it("makes messages that have their id and time", () => {
  expectTypeOf<Answer<typeof Metrix.action>>().toEqualTypeOf<Metrix.Stamped<Metrix.Action>>()
  expectTypeOf<Answer<typeof Metrix.user>["time"]>().toEqualTypeOf<number>()
  expectTypeOf<Errors<typeof Metrix.revenue>>().toEqualTypeOf<never>()
})

it("carries the two reasons of a refusal", () => {
  expectTypeOf<Metrix.Forbidden["reasons"][number]["reason"]>().toEqualTypeOf<"key" | "address">()
})

it("takes any number of messages, and answers each with the message as it was sent", () => {
  type Failed = Metrix.Always | Common | NoAnswer
  const run = (items: Stream.Stream<Metrix.ManyItem, "torn", "file">) =>
    Metrix.ingest.many(items, { messages: 50 })
  expectTypeOf(run).returns.toEqualTypeOf<
    Stream.Stream<Outcome<Metrix.StampedItem, Failed>, "torn" | Halted, Metrix.MetrixApi | "file">
  >()
  expectTypeOf<Metrix.StampedItem["message"]["id"]>().toEqualTypeOf<string>()
  expectTypeOf<Metrix.StampedItem["message"]["time"]>().toEqualTypeOf<number>()
})

it("leaves nothing when every tag is handled", () => {
  const handle = (call: ReturnType<typeof Metrix.push>) =>
    Effect.catchTag(
      call,
      [
        "Metrix.BadRequest",
        "Metrix.Forbidden",
        "Metrix.Unavailable",
        "NotSent",
        "DeliveryUnknown",
        "Unreadable",
        "Unrecognized",
        "InvalidInput",
        "CircuitOpen",
        "BudgetSpent",
        "OutOfTime",
        "Misconfigured"
      ],
      () => Effect.succeed("handled" as const)
    )
  expectTypeOf<Effect.Error<ReturnType<typeof handle>>>().toEqualTypeOf<never>()
})
