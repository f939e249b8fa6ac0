/** IXON and the doctor: a login is used once and revoked, a one-time password never, and a 429 ends it. */
import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect, Redacted, type Scope } from "effect"
import { doctor } from "../../../src/diagnose/Diagnose.ts"
import * as Pipeline from "../../../src/pipeline/Pipeline.ts"
import { Simulator } from "../../../src/testing/index.ts"
import * as Ixon from "../../../src/vendors/ixon/index.ts"
import { ended, failedIn, stepIn } from "./patient.ts"

const world = (
  script: Simulator.Script = [],
  simulator = Ixon.simulator
): Effect.Effect<Simulator.Served & { readonly world: Simulator.Running }, never, Scope.Scope> =>
  Effect.orDie(Simulator.serve(simulator, { script }))

type World = Effect.Success<ReturnType<typeof world>>

const examine = ({ env }: World, change: Readonly<Record<string, string>> = {}) =>
  Effect.provideService(
    doctor(Ixon),
    ConfigProvider.ConfigProvider,
    ConfigProvider.fromEnv({ env: { ...env, ...change } })
  )

const called = ({ world }: World) =>
  Effect.map(world.requests, (seen) => seen.flatMap(({ operation }) => operation ?? []))

describe("the doctor of IXON", () => {
  it.live("asks for the time, who is calling, the companies and ours, with one login that it revokes", () =>
    Effect.gen(function* () {
      const served = yield* world()
      const checkup = yield* examine(served)
      assert.isTrue(checkup.ok, ended(checkup))
      assert.match(stepIn(checkup, "http").found ?? "", /\/server-time: HTTP /)
      assert.deepStrictEqual(yield* called(served), [
        "Ixon.createAccessToken",
        "Ixon.getMyUser",
        "Ixon.listCompanies",
        "Ixon.getMyCompany",
        "Ixon.deleteMyAccessToken"
      ])
    })
  )

  it.live("never uses up a one-time password, given by the environment or by the program", () =>
    Effect.gen(function* () {
      const served = yield* world([], Ixon.simulatorWith({ otp: "123456" }))
      const checkup = yield* examine(served)
      assert.match(stepIn(checkup, "credentials", "user").means ?? "", /works once/)
      const { applicationId, companyId, email, password } = Ixon.simulator.credentials
      const given = yield* doctor(Ixon, {
        connect: {
          applicationId,
          companyId,
          email,
          password: Redacted.make(password),
          otp: Redacted.make("123456"),
          baseUrl: served.env["IXON_BASE_URL"]
        }
      })
      assert.strictEqual(stepIn(given, "credentials", "user").status, "skipped")
      assert.deepStrictEqual(yield* called(served), [])
      assert.isTrue(checkup.ok)
    })
  )

  it.live("logs in once with a wrong password, and revokes nothing", () =>
    Effect.gen(function* () {
      const served = yield* world()
      const checkup = yield* examine(served, { IXON_PASSWORD: "not-the-password" })
      assert.deepStrictEqual(
        [failedIn(checkup).name, failedIn(checkup).code],
        ["credentials", "Ixon.TokenInvalid"]
      )
      assert.include(failedIn(checkup).found, "about Authorization")
      assert.deepStrictEqual(yield* called(served), ["Ixon.createAccessToken"])
      assert.notInclude(JSON.stringify(checkup), "not-the-password")
    })
  )

  it.live("says that a role enforces two-factor authentication", () =>
    Effect.gen(function* () {
      const served = yield* world([], Ixon.simulatorWith({ otp: "123456" }))
      const step = failedIn(yield* examine(served, { IXON_OTP: "" }))
      assert.strictEqual(step.code, "Ixon.TwoFactorRequired")
      assert.match(step.remedy ?? "", /IXON_OTP/)
    })
  )

  it.live("says of a token that is too short what became of it", () =>
    Effect.gen(function* () {
      const step = failedIn(yield* examine(yield* world(), { IXON_ACCESS_TOKEN: "short" }))
      assert.deepStrictEqual([step.subject, step.code], ["user", "Ixon.TokenTooShort"])
    })
  )

  it.live("stops at a 429, for the address is shut for ten minutes: the token is not even revoked", () =>
    Effect.gen(function* () {
      const served = yield* world([{ on: "Ixon.listCompanies", fault: "failure", tag: "Ixon.RateLimited" }])
      const { applicationId, companyId, email, password } = Ixon.simulator.credentials
      const connect = {
        applicationId,
        companyId,
        email,
        password: Redacted.make(password),
        baseUrl: served.env["IXON_BASE_URL"],
        // Without the queue nothing else holds calls back.
        pipeline: Pipeline.without("queue")
      }
      const checkup = yield* doctor(Ixon, { connect })
      const step = failedIn(checkup)
      assert.deepStrictEqual(
        [step.subject, step.code, step.category],
        ["companies", "Ixon.RateLimited", "rate-limited"]
      )
      assert.match(step.remedy ?? "", /for 10 minutes/)
      assert.strictEqual(stepIn(checkup, "permissions", "company").status, "skipped")
      assert.strictEqual((yield* called(served)).at(-1), "Ixon.listCompanies")
    })
  )

  it.live("finds that the company is none of the user's", () =>
    Effect.gen(function* () {
      const id = "9999-2222-3333-4444-5555"
      const step = failedIn(yield* examine(yield* world(), { IXON_COMPANY_ID: id }))
      assert.strictEqual(step.subject, "companies")
      assert.include(step.found, `${id} is none of them`)
    })
  )
})
