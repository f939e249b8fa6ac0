import { Effect } from "effect"
import { describe, expectTypeOf, it } from "vitest"
import type { Common, DeliveryUnknown, NoAnswer } from "../../src/contract/Common.ts"
import * as Braze from "../../src/vendors/braze/index.ts"

type Fails<O extends (input: never) => Effect.Effect<unknown, unknown, unknown>> = Effect.Error<ReturnType<O>>

type Idempotent = Braze.Always | Common | NoAnswer
type NotIdempotent = Braze.Always | Common | DeliveryUnknown
type TooManyIds = Braze.MaxInputLengthExceeded | Braze.MaxIdsAndAliasesExceeded | Braze.MaxIdsExceeded
type Unsendable =
  | Braze.NoRecipients
  | Braze.InvalidCampaignId
  | Braze.MessageVariantUnspecified
  | Braze.InvalidMessageVariant
  | Braze.MismatchedMessageType
  | Braze.InvalidExtraPushPayload
  | TooManyIds
  | Braze.NoMessageToSend
  | Braze.SlideupMessageLengthExceeded
  | Braze.ApplePushLengthExceeded
  | Braze.AndroidPushLengthExceeded
  | Braze.UnparseableSendAt
  | Braze.LocalTimePassed

describe("the errors of Braze's operations", () => {
  it("are those that each declares, what any may give, and silence as it counts there", () => {
    expectTypeOf<Fails<typeof Braze.trackUsers>>().toEqualTypeOf<
      Braze.NoValidData | TooManyIds | NotIdempotent | NoAnswer
    >()
    expectTypeOf<Fails<typeof Braze.identifyUsers>>().toEqualTypeOf<TooManyIds | Idempotent>()
    expectTypeOf<Fails<typeof Braze.deleteUsers>>().toEqualTypeOf<TooManyIds | Idempotent>()
    expectTypeOf<Fails<typeof Braze.sendMessages>>().toEqualTypeOf<Unsendable | NotIdempotent>()
    expectTypeOf<Fails<typeof Braze.triggerCampaign>>().toEqualTypeOf<
      | Unsendable
      | Braze.CampaignNotFound
      | Braze.CampaignArchived
      | Braze.CampaignPaused
      | Braze.MalformedCampaignId
      | NotIdempotent
    >()
    expectTypeOf<Fails<typeof Braze.triggerCanvas>>().toEqualTypeOf<
      Braze.InvalidCanvasId | Unsendable | NotIdempotent
    >()
    expectTypeOf<Fails<typeof Braze.sendTransactional>>().toEqualTypeOf<
      | Braze.NotTransactional
      | Braze.AlreadyQueued
      | Braze.CampaignNotFound
      | Braze.CampaignArchived
      | Braze.CampaignPaused
      | Braze.MalformedCampaignId
      | Braze.NoRecipients
      | Braze.InvalidCampaignId
      | Idempotent
    >()
    expectTypeOf<Fails<typeof Braze.setSubscriptionStatus>>().toEqualTypeOf<
      Braze.InvalidSubscriptionGroupId | Braze.EmailAndPhoneGiven | TooManyIds | Idempotent
    >()
    expectTypeOf<Fails<typeof Braze.getSubscriptionStatus>>().toEqualTypeOf<
      Braze.InvalidSubscriptionGroupId | Braze.EmailAndPhoneGiven | TooManyIds | Idempotent
    >()
    expectTypeOf<Fails<typeof Braze.getSendDataSeries>>().toEqualTypeOf<
      Braze.InvalidCampaignId | Idempotent
    >()
    expectTypeOf<Fails<typeof Braze.listCampaigns>>().toEqualTypeOf<Idempotent>()
  })

  it("always include these, by name", () => {
    expectTypeOf<Braze.Always>().toEqualTypeOf<
      | Braze.IpNotAllowed
      | Braze.Unauthorized
      | Braze.AccessDenied
      | Braze.Forbidden
      | Braze.NotFound
      | Braze.RequestTooLarge
      | Braze.UnsupportedMediaType
      | Braze.RateLimited
      | Braze.MalformedBody
      | Braze.BadRequest
      | Braze.ClientError
      | Braze.GatewayFault
      | Braze.ServerFault
      | Braze.Rejected
    >()
  })

  it("leave nothing when all are handled", () => {
    const done = () => Effect.succeed("done" as const)
    const handled = Braze.trackUsers({ attributes: [{ externalId: "u" }] }).pipe(
      Effect.catchTags({
        "Braze.NoValidData": done,
        "Braze.MaxInputLengthExceeded": done,
        "Braze.MaxIdsAndAliasesExceeded": done,
        "Braze.MaxIdsExceeded": done,
        "Braze.IpNotAllowed": done,
        "Braze.Unauthorized": done,
        "Braze.AccessDenied": done,
        "Braze.Forbidden": done,
        "Braze.NotFound": done,
        "Braze.RequestTooLarge": done,
        "Braze.UnsupportedMediaType": done,
        "Braze.RateLimited": done,
        "Braze.MalformedBody": done,
        "Braze.BadRequest": done,
        "Braze.ClientError": done,
        "Braze.GatewayFault": done,
        "Braze.ServerFault": done,
        "Braze.Rejected": done,
        NotSent: done,
        DeliveryUnknown: done,
        NoAnswer: done,
        Unreadable: done,
        Unrecognized: done,
        InvalidInput: done,
        CircuitOpen: done,
        BudgetSpent: done,
        OutOfTime: done,
        Misconfigured: done
      })
    )
    expectTypeOf(handled).toEqualTypeOf<Effect.Effect<"done" | Braze.Tracked, never, Braze.BrazeApi>>()
  })

  it("do not include what only other operations declare", () => {
    expectTypeOf<Extract<Fails<typeof Braze.listCampaigns>, Braze.NoRecipients>>().toBeNever()
  })
})

describe("the values of Braze's operations", () => {
  it("are named, and carry warnings", () => {
    expectTypeOf(Braze.sendMessages).returns.toEqualTypeOf<
      Effect.Effect<Braze.Sent, Fails<typeof Braze.sendMessages>, Braze.BrazeApi>
    >()
    expectTypeOf<Braze.Sent["sendId"]>().toEqualTypeOf<string | undefined>()
    expectTypeOf<Braze.Tracked["warnings"]>().toEqualTypeOf<ReadonlyArray<Braze.MinorError>>()
    expectTypeOf<Braze.RateLimited["minorErrors"]>().toEqualTypeOf<
      ReadonlyArray<Braze.MinorError> | undefined
    >()
  })

  it("refuse a field in snake case, and a value that is not documented", () => {
    expectTypeOf(Braze.trackUsers).toBeCallableWith({
      attributes: [{ externalId: "u", custom: { shoe_size: 43 } }]
    })
    // @ts-expect-error the field is externalId
    const wrong: Braze.UserAttributes = { external_id: "u" }
    expectTypeOf(wrong).toEqualTypeOf<Braze.UserAttributes>()
    expectTypeOf(Braze.setSubscriptionStatus).toBeCallableWith({
      subscriptionGroupId: "g",
      // @ts-expect-error a group knows only subscribed and unsubscribed
      subscriptionState: "opted_in"
    })
  })
})
