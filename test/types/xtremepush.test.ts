import { Effect, type Stream } from "effect"
import { expectTypeOf, it } from "vitest"
import type { Outcome } from "../../src/many/Batch.ts"
import type { Common, DeliveryUnknown, Halted, NoAnswer, RepeatedCursor } from "../../src/contract/Common.ts"
import type { Page } from "../../src/many/Pages.ts"
import * as Xtremepush from "../../src/vendors/xtremepush/index.ts"

type Errors<Operation extends (input: never) => Effect.Effect<unknown, unknown, unknown>> = Effect.Error<
  ReturnType<Operation>
>
type Answer<Operation extends (input: never) => Effect.Effect<unknown, unknown, unknown>> = Effect.Success<
  ReturnType<Operation>
>

type Write = Xtremepush.Always | Common | DeliveryUnknown
type Idempotent = Xtremepush.Always | Common | NoAnswer

it("declares of each operation what it may fail with", () => {
  expectTypeOf<Errors<typeof Xtremepush.createCampaign>>().toEqualTypeOf<Write>()
  expectTypeOf<Errors<typeof Xtremepush.updateCampaign>>().toEqualTypeOf<Idempotent | Xtremepush.BlankId>()
  expectTypeOf<Errors<typeof Xtremepush.infoCampaign>>().toEqualTypeOf<Idempotent | Xtremepush.BlankId>()
  expectTypeOf<Errors<typeof Xtremepush.listCampaigns>>().toEqualTypeOf<Idempotent>()
  expectTypeOf<Errors<typeof Xtremepush.deleteCampaign>>().toEqualTypeOf<Idempotent | Xtremepush.BlankId>()
  expectTypeOf<Errors<typeof Xtremepush.executeCampaign>>().toEqualTypeOf<Write | Xtremepush.BlankId>()
  expectTypeOf<Errors<typeof Xtremepush.createLocation>>().toEqualTypeOf<Write>()
  expectTypeOf<Errors<typeof Xtremepush.infoLocation>>().toEqualTypeOf<Idempotent | Xtremepush.BlankId>()
  expectTypeOf<Errors<typeof Xtremepush.listLocations>>().toEqualTypeOf<Idempotent>()
  expectTypeOf<Errors<typeof Xtremepush.importProfiles>>().toEqualTypeOf<Idempotent>()
  expectTypeOf<Errors<typeof Xtremepush.hitEvent>>().toEqualTypeOf<Write>()
  expectTypeOf<Errors<typeof Xtremepush.hitEvents>>().toEqualTypeOf<Write>()
  expectTypeOf<Errors<typeof Xtremepush.infoTask>>().toEqualTypeOf<Idempotent | Xtremepush.BlankId>()
})

it("names what each operation answers", () => {
  expectTypeOf<Answer<typeof Xtremepush.createCampaign>>().toEqualTypeOf<Xtremepush.CreatedCampaign>()
  expectTypeOf<Answer<typeof Xtremepush.infoCampaign>>().toEqualTypeOf<Xtremepush.Campaign>()
  expectTypeOf<Answer<typeof Xtremepush.listCampaigns>>().toEqualTypeOf<ReadonlyArray<Xtremepush.Campaign>>()
  expectTypeOf<Answer<typeof Xtremepush.listLocations>>().toEqualTypeOf<ReadonlyArray<Xtremepush.Location>>()
  expectTypeOf<Answer<typeof Xtremepush.hitEvent>>().toEqualTypeOf<Xtremepush.Accepted>()
  expectTypeOf<Answer<typeof Xtremepush.importProfiles>>().toEqualTypeOf<Xtremepush.Imported>()
  expectTypeOf<Xtremepush.CreatedCampaign["id"]>().toEqualTypeOf<number>()
})

it("reads lists as streams of their rows", () => {
  type Failed = Idempotent | RepeatedCursor
  expectTypeOf<ReturnType<typeof Xtremepush.listCampaigns.stream>>().toEqualTypeOf<
    Stream.Stream<Xtremepush.Campaign, Failed, Xtremepush.XtremepushApi>
  >()
  expectTypeOf<ReturnType<typeof Xtremepush.listLocations.pages>>().toEqualTypeOf<
    Stream.Stream<Page<Xtremepush.Location>, Failed, Xtremepush.XtremepushApi>
  >()
})

it("takes any number of profiles and events", () => {
  const imported = (profiles: ReadonlyArray<{ readonly user_id: string; readonly email: string }>) =>
    Xtremepush.importProfiles.many(profiles)
  const hit = (events: Stream.Stream<Xtremepush.Event, "torn">) => Xtremepush.hitEvents.many(events)
  expectTypeOf(imported).returns.toEqualTypeOf<
    Stream.Stream<Outcome<Xtremepush.Profile, Idempotent>, Halted, Xtremepush.XtremepushApi>
  >()
  expectTypeOf(hit).returns.toEqualTypeOf<
    Stream.Stream<Outcome<Xtremepush.Event, Write>, "torn" | Halted, Xtremepush.XtremepushApi>
  >()
})

it("leaves nothing when every tag is handled", () => {
  const handle = (call: ReturnType<typeof Xtremepush.executeCampaign>) =>
    Effect.catchTag(
      call,
      [
        "Xtremepush.InvalidToken",
        "Xtremepush.BlankToken",
        "Xtremepush.AuthenticationFailed",
        "Xtremepush.BlankId",
        "Xtremepush.InvalidFields",
        "Xtremepush.BadRequest",
        "Xtremepush.Forbidden",
        "Xtremepush.NotFound",
        "Xtremepush.MethodNotAllowed",
        "Xtremepush.Gone",
        "Xtremepush.RateLimited",
        "Xtremepush.ClientError",
        "Xtremepush.InternalFault",
        "Xtremepush.BadGateway",
        "Xtremepush.Overloaded",
        "Xtremepush.GatewayTimeout",
        "Xtremepush.ServerFault",
        "Xtremepush.Unsuccessful",
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
