import { describe, expectTypeOf, it } from "@effect/vitest"
import type { DateTime, Duration, Redacted, Stream } from "effect"
import { Effect } from "effect"
import type { Common, NoAnswer, RepeatedCursor } from "../../src/contract/Common.ts"
import * as Ixon from "../../src/vendors/ixon/index.ts"

type ErrorOf<Operation> = Operation extends (input: never) => Effect.Effect<unknown, infer E, Ixon.IxonApi>
  ? E
  : "not an operation"
type OutputOf<Operation> = Operation extends (input: never) => Effect.Effect<infer A, unknown, Ixon.IxonApi>
  ? A
  : "not an operation"

/** What every operation of this step may fail with: each may be repeated, and IXON documents no failure of a single one. */
type Every = Ixon.Always | Common | NoAnswer

describe("the errors of each operation", () => {
  it("are exactly as declared", () => {
    expectTypeOf<ErrorOf<typeof Ixon.createAccessToken>>().toEqualTypeOf<Every>()
    expectTypeOf<ErrorOf<typeof Ixon.listAccessTokens>>().toEqualTypeOf<Every>()
    expectTypeOf<ErrorOf<typeof Ixon.deleteAccessToken>>().toEqualTypeOf<Every>()
    expectTypeOf<ErrorOf<typeof Ixon.deleteMyAccessToken>>().toEqualTypeOf<Every>()
    expectTypeOf<ErrorOf<typeof Ixon.listCompanies>>().toEqualTypeOf<Every>()
    expectTypeOf<ErrorOf<typeof Ixon.getCompany>>().toEqualTypeOf<Every>()
    expectTypeOf<ErrorOf<typeof Ixon.listAgents>>().toEqualTypeOf<Every>()
    expectTypeOf<ErrorOf<typeof Ixon.getAgent>>().toEqualTypeOf<Every>()
    expectTypeOf<ErrorOf<typeof Ixon.listAgentDevices>>().toEqualTypeOf<Every>()
    expectTypeOf<ErrorOf<typeof Ixon.queryData>>().toEqualTypeOf<Every>()
  })

  it("are the documented failures and nothing else of IXON's", () => {
    expectTypeOf<Ixon.Always>().toEqualTypeOf<
      | Ixon.RateLimited
      | Ixon.TwoFactorRequired
      | Ixon.TokenInvalid
      | Ixon.TokenTooShort
      | Ixon.TokenTooLong
      | Ixon.TokenMalformed
      | Ixon.TokenMismatch
      | Ixon.AuthorizationRejected
      | Ixon.CompanyRequired
      | Ixon.CompanyInvalid
      | Ixon.ContentRejected
      | Ixon.ProductionIncident
      | Ixon.GatewayTimeout
      | Ixon.ServerFault
    >()
  })

  it("leave never when every tag is handled", () => {
    const handled = Ixon.listAgents({}).pipe(
      Effect.catchTags({
        "Ixon.RateLimited": () => Effect.void,
        "Ixon.TwoFactorRequired": () => Effect.void,
        "Ixon.TokenInvalid": () => Effect.void,
        "Ixon.TokenTooShort": () => Effect.void,
        "Ixon.TokenTooLong": () => Effect.void,
        "Ixon.TokenMalformed": () => Effect.void,
        "Ixon.TokenMismatch": () => Effect.void,
        "Ixon.AuthorizationRejected": () => Effect.void,
        "Ixon.CompanyRequired": () => Effect.void,
        "Ixon.CompanyInvalid": () => Effect.void,
        "Ixon.ContentRejected": ({ problems }) => Effect.as(Effect.void, problems),
        "Ixon.ProductionIncident": () => Effect.void,
        "Ixon.GatewayTimeout": () => Effect.void,
        "Ixon.ServerFault": () => Effect.void,
        NotSent: () => Effect.void,
        NoAnswer: () => Effect.void,
        Unreadable: () => Effect.void,
        Unrecognized: () => Effect.void,
        InvalidInput: () => Effect.void,
        CircuitOpen: () => Effect.void,
        BudgetSpent: () => Effect.void,
        OutOfTime: () => Effect.void,
        Misconfigured: () => Effect.void
      })
    )
    expectTypeOf<Effect.Error<typeof handled>>().toEqualTypeOf<never>()
  })
})

describe("lists", () => {
  type Listed<O extends { readonly stream: (input: never) => unknown }> = ReturnType<O["stream"]>
  type Reading<Item> = Stream.Stream<Item, Every | RepeatedCursor, Ixon.IxonApi>

  it("are streams of their objects", () => {
    expectTypeOf<Listed<typeof Ixon.listAgents>>().toEqualTypeOf<Reading<Ixon.Agent>>()
    expectTypeOf<Listed<typeof Ixon.listCompanies>>().toEqualTypeOf<Reading<Ixon.Company>>()
    expectTypeOf<Listed<typeof Ixon.listAgentDevices>>().toEqualTypeOf<Reading<Ixon.AgentDevice>>()
    expectTypeOf<Listed<typeof Ixon.listAccessTokens>>().toEqualTypeOf<Reading<Ixon.AccessToken>>()
  })
})

type Query = NonNullable<
  Parameters<typeof Ixon.queryData>[0]["sources"][number]["tags"][number]["queries"]
>[number]

describe("inputs and outputs", () => {
  it("have the types that a caller works with", () => {
    expectTypeOf<Ixon.AgentPage["data"]>().toEqualTypeOf<ReadonlyArray<Ixon.Agent>>()
    expectTypeOf<Ixon.AgentPage["moreAfter"]>().toEqualTypeOf<string | null>()
    expectTypeOf<Ixon.Agent["name"]>().toEqualTypeOf<string | null | undefined>()
    expectTypeOf<Ixon.Agent["mqttChangedOn"]>().toEqualTypeOf<DateTime.Utc | null | undefined>()
    expectTypeOf<Ixon.NewAccessToken["secretId"]>().toEqualTypeOf<Redacted.Redacted>()
    expectTypeOf<
      Parameters<typeof Ixon.createAccessToken>[0]["expiresIn"]
    >().toEqualTypeOf<Duration.Duration>()
    expectTypeOf<Parameters<typeof Ixon.createAccessToken>[0]["fields"]>().toEqualTypeOf<
      ReadonlyArray<string> | undefined
    >()
    expectTypeOf<OutputOf<typeof Ixon.listAgents>>().toEqualTypeOf<Ixon.AgentPage>()
    expectTypeOf<OutputOf<typeof Ixon.getAgent>>().toEqualTypeOf<Ixon.Agent>()
    expectTypeOf<OutputOf<typeof Ixon.listCompanies>>().toEqualTypeOf<Ixon.CompanyPage>()
    expectTypeOf<OutputOf<typeof Ixon.listAgentDevices>>().toEqualTypeOf<Ixon.AgentDevicePage>()
    expectTypeOf<Parameters<typeof Ixon.queryData>>().toEqualTypeOf<[input: Ixon.DataQuery]>()
    expectTypeOf<OutputOf<typeof Ixon.queryData>>().toEqualTypeOf<Ixon.DataPage>()
    expectTypeOf<OutputOf<typeof Ixon.deleteAccessToken>>().toEqualTypeOf<void>()
    expectTypeOf<ReturnType<typeof Ixon.listAgents>>().toEqualTypeOf<
      Effect.Effect<Ixon.AgentPage, Every, Ixon.IxonApi>
    >()
  })

  it("do not take what is not theirs", () => {
    // @ts-expect-error: an agent is named by its id
    expectTypeOf(Ixon.getAgent).toBeCallableWith({})
    // @ts-expect-error: the aggregators are IXON's own
    const query: Query = { postAggr: "avg" }
    // @ts-expect-error: a person needs a password
    const person: Ixon.Options = { applicationId: "AppLicAt1on0", email: "engineer@example.com" }
    expectTypeOf([query, person]).toBeArray()
  })
})
