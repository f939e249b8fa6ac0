import { Effect, Stream } from "effect"
import { describe, expectTypeOf, it } from "vitest"
import type { Outcome } from "../../src/many/Batch.ts"
import type { Common, DeliveryUnknown, Halted, NoAnswer, RepeatedCursor } from "../../src/contract/Common.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"

type Fails<O extends (input: never) => Effect.Effect<unknown, unknown, unknown>> = Effect.Error<ReturnType<O>>

type Usual = M3ter.TokenExpired | M3ter.Forbidden | M3ter.ResponseTooLarge | M3ter.Always | Common
type Idempotent = Usual | NoAnswer
type NotIdempotent = Usual | DeliveryUnknown
type Submitting =
  M3ter.TokenExpired | M3ter.Forbidden | M3ter.RequestTooLarge | M3ter.Always | Common | NoAnswer

describe("the errors of m3ter's operations", () => {
  it("are what any operation may give, and an expired token where one is carried", () => {
    expectTypeOf<Fails<typeof M3ter.getToken>>().toEqualTypeOf<
      M3ter.CredentialsRefused | M3ter.Always | Common | NoAnswer
    >()
    expectTypeOf<Fails<typeof M3ter.listMeters>>().toEqualTypeOf<Idempotent>()
    expectTypeOf<Fails<typeof M3ter.getMeter>>().toEqualTypeOf<Idempotent>()
    expectTypeOf<Fails<typeof M3ter.createMeter>>().toEqualTypeOf<NotIdempotent>()
    expectTypeOf<Fails<typeof M3ter.updateMeter>>().toEqualTypeOf<NotIdempotent>()
    expectTypeOf<Fails<typeof M3ter.listAccounts>>().toEqualTypeOf<Idempotent>()
    expectTypeOf<Fails<typeof M3ter.getAccount>>().toEqualTypeOf<Idempotent>()
    expectTypeOf<Fails<typeof M3ter.createAccount>>().toEqualTypeOf<NotIdempotent>()
    expectTypeOf<Fails<typeof M3ter.updateAccount>>().toEqualTypeOf<NotIdempotent>()
    expectTypeOf<Fails<typeof M3ter.listProducts>>().toEqualTypeOf<Idempotent>()
    expectTypeOf<Fails<typeof M3ter.getProduct>>().toEqualTypeOf<Idempotent>()
    expectTypeOf<Fails<typeof M3ter.createProduct>>().toEqualTypeOf<NotIdempotent>()
    expectTypeOf<Fails<typeof M3ter.updateProduct>>().toEqualTypeOf<NotIdempotent>()
    expectTypeOf<Fails<typeof M3ter.submitMeasurements>>().toEqualTypeOf<Submitting>()
    expectTypeOf<Fails<typeof M3ter.queryUsage>>().toEqualTypeOf<Idempotent>()
  })

  it("are every failure of the catalogue by name", () => {
    expectTypeOf<M3ter.Always>().toEqualTypeOf<
      | M3ter.BadRequest
      | M3ter.NotFound
      | M3ter.RateLimited
      | M3ter.ServerFault
      | M3ter.BadGateway
      | M3ter.GatewayTimeout
      | M3ter.OtherServerFault
      | M3ter.CredentialsRefused
    >()
    expectTypeOf<InstanceType<(typeof M3ter.failures)[number]>>().toEqualTypeOf<
      | M3ter.Always
      | M3ter.TokenExpired
      | M3ter.Forbidden
      | M3ter.CredentialsRefused
      | M3ter.ResponseTooLarge
      | M3ter.RequestTooLarge
      | M3ter.TooManyBillJobs
    >()
  })

  it("leave nothing when all are handled", () => {
    const done = () => Effect.succeed("done" as const)
    const handled = M3ter.createMeter({ name: "", code: "", dataFields: [], derivedFields: [] }).pipe(
      Effect.catchTags({
        "M3ter.BadRequest": done,
        "M3ter.TokenExpired": done,
        "M3ter.CredentialsRefused": done,
        "M3ter.Forbidden": done,
        "M3ter.NotFound": done,
        "M3ter.ResponseTooLarge": done,
        "M3ter.RateLimited": done,
        "M3ter.ServerFault": done,
        "M3ter.BadGateway": done,
        "M3ter.GatewayTimeout": done,
        "M3ter.OtherServerFault": done,
        NotSent: done,
        DeliveryUnknown: done,
        Unreadable: done,
        Unrecognized: done,
        InvalidInput: done,
        CircuitOpen: done,
        BudgetSpent: done,
        OutOfTime: done,
        Misconfigured: done
      })
    )
    expectTypeOf(handled).toEqualTypeOf<Effect.Effect<M3ter.Meter | "done", never, M3ter.M3terApi>>()
  })
})

describe("the inputs of m3ter's operations", () => {
  it("have a version where something is replaced, and none where it is created", () => {
    expectTypeOf<Parameters<typeof M3ter.updateMeter>[0]>().toEqualTypeOf<M3ter.MeterUpdate>()
    expectTypeOf<M3ter.MeterUpdate["version"]>().toEqualTypeOf<number>()
    expectTypeOf<M3ter.NewMeter>().not.toHaveProperty("version")
    expectTypeOf<M3ter.AccountUpdate["version"]>().toEqualTypeOf<number>()
    expectTypeOf<M3ter.NewAccount>().not.toHaveProperty("version")
    expectTypeOf<M3ter.ProductUpdate["version"]>().toEqualTypeOf<number>()
    expectTypeOf<M3ter.NewProduct>().not.toHaveProperty("version")
  })

  it("may leave out the uid of a measurement", () => {
    expectTypeOf<M3ter.Measurement["uid"]>().toEqualTypeOf<string | undefined>()
  })
})

describe("the lists and batches of m3ter", () => {
  type Listed<O extends { readonly stream: (input: never) => unknown }> = ReturnType<O["stream"]>
  type Reading<Item> = Stream.Stream<Item, Idempotent | RepeatedCursor, M3ter.M3terApi>

  it("are streams of their objects", () => {
    expectTypeOf<Listed<typeof M3ter.listMeters>>().toEqualTypeOf<Reading<M3ter.Meter>>()
    expectTypeOf<Listed<typeof M3ter.listAccounts>>().toEqualTypeOf<Reading<M3ter.Account>>()
    expectTypeOf<Listed<typeof M3ter.listProducts>>().toEqualTypeOf<Reading<M3ter.Product>>()
  })

  it("tell of each measurement what became of it, and fail with what the given stream fails with", () => {
    const torn: Stream.Stream<M3ter.Measurement, "torn"> = Stream.fail("torn")
    expectTypeOf(M3ter.submitMeasurements.many(torn)).toEqualTypeOf<
      Stream.Stream<Outcome<M3ter.Measurement, Submitting>, "torn" | Halted, M3ter.M3terApi>
    >()
    expectTypeOf(M3ter.submitMeasurements.many([])).toEqualTypeOf<
      Stream.Stream<Outcome<M3ter.Measurement, Submitting>, Halted, M3ter.M3terApi>
    >()
  })
})

describe("the outputs of m3ter's operations", () => {
  it("have names", () => {
    expectTypeOf<Effect.Success<ReturnType<typeof M3ter.getMeter>>>().toEqualTypeOf<M3ter.Meter>()
    expectTypeOf<Effect.Success<ReturnType<typeof M3ter.listAccounts>>>().toEqualTypeOf<M3ter.AccountPage>()
    expectTypeOf<
      Effect.Success<ReturnType<typeof M3ter.submitMeasurements>>
    >().toEqualTypeOf<M3ter.Accepted>()
  })

  it("promise the id alone", () => {
    expectTypeOf<M3ter.Product["id"]>().toEqualTypeOf<string>()
    expectTypeOf<M3ter.Product["name"]>().toEqualTypeOf<string | undefined>()
  })
})
