import { Effect } from "effect"
import { expectTypeOf, it } from "vitest"
import type { Common, DeliveryUnknown, NoAnswer } from "../../src/core/Common.ts"
import type * as Xtremepush from "../../src/vendors/xtremepush/index.ts"

type Errors<Operation extends (input: never) => Effect.Effect<unknown, unknown, unknown>> = Effect.Error<
  ReturnType<Operation>
>
type Answer<Operation extends (input: never) => Effect.Effect<unknown, unknown, unknown>> = Effect.Success<
  ReturnType<Operation>
>

type Write = Xtremepush.Always | Common | DeliveryUnknown
type Repeatable = Xtremepush.Always | Common | NoAnswer

it("declares of each operation what it may fail with", () => {
  expectTypeOf<Errors<typeof Xtremepush.createCampaign>>().toEqualTypeOf<Write>()
  expectTypeOf<Errors<typeof Xtremepush.updateCampaign>>().toEqualTypeOf<Repeatable | Xtremepush.BlankId>()
  expectTypeOf<Errors<typeof Xtremepush.infoCampaign>>().toEqualTypeOf<Repeatable | Xtremepush.BlankId>()
  expectTypeOf<Errors<typeof Xtremepush.listCampaigns>>().toEqualTypeOf<Repeatable>()
  expectTypeOf<Errors<typeof Xtremepush.deleteCampaign>>().toEqualTypeOf<Repeatable | Xtremepush.BlankId>()
  expectTypeOf<Errors<typeof Xtremepush.executeCampaign>>().toEqualTypeOf<Write | Xtremepush.BlankId>()
  expectTypeOf<Errors<typeof Xtremepush.createLocation>>().toEqualTypeOf<Write>()
  expectTypeOf<Errors<typeof Xtremepush.infoLocation>>().toEqualTypeOf<Repeatable | Xtremepush.BlankId>()
  expectTypeOf<Errors<typeof Xtremepush.listLocations>>().toEqualTypeOf<Repeatable>()
  expectTypeOf<Errors<typeof Xtremepush.importProfiles>>().toEqualTypeOf<Repeatable>()
  expectTypeOf<Errors<typeof Xtremepush.hitEvent>>().toEqualTypeOf<Write>()
  expectTypeOf<Errors<typeof Xtremepush.hitEvents>>().toEqualTypeOf<Write>()
  expectTypeOf<Errors<typeof Xtremepush.infoTask>>().toEqualTypeOf<Repeatable | Xtremepush.BlankId>()
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
        "OutOfTime"
      ],
      () => Effect.succeed("handled" as const)
    )
  expectTypeOf<Effect.Error<ReturnType<typeof handle>>>().toEqualTypeOf<never>()
})
