/** What each vendor tells the doctor, against the vendors simulated on this machine: what goes well, and what each failure proves. */
import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect, type Scope } from "effect"
import { fromJson } from "../../../src/contract/Wire.ts"
import { type Checkup, doctor } from "../../../src/diagnose/Diagnose.ts"
import { laws, operationsIn, Simulator } from "../../../src/testing/index.ts"
import { doctorOperations as ofBraze } from "../../../src/vendors/braze/doctor.ts"
import * as Braze from "../../../src/vendors/braze/index.ts"
import { doctorOperations as ofIxon } from "../../../src/vendors/ixon/doctor.ts"
import * as Ixon from "../../../src/vendors/ixon/index.ts"
import { doctorOperations as ofM3ter } from "../../../src/vendors/m3ter/doctor.ts"
import * as M3ter from "../../../src/vendors/m3ter/index.ts"
import * as Metrix from "../../../src/vendors/metrix/index.ts"
import * as Xtremepush from "../../../src/vendors/xtremepush/index.ts"
import { ended, failedIn, stepIn } from "./patient.ts"

type World = Simulator.Served & { readonly world: Simulator.Running }

const serve = (
  simulator: Parameters<typeof Simulator.serve>[0],
  script: Simulator.Script = []
): Effect.Effect<World, never, Scope.Scope> => Effect.orDie(Simulator.serve(simulator, { script }))

/** With the environment of a served world, in which some variables are others. */
const within =
  ({ env }: World, change: Readonly<Record<string, string>> = {}) =>
  <A>(checkup: Effect.Effect<A>): Effect.Effect<A> =>
    Effect.provideService(
      checkup,
      ConfigProvider.ConfigProvider,
      ConfigProvider.fromEnv({ env: { ...env, ...change } })
    )

const called = ({ world }: World) =>
  Effect.map(world.requests, (seen) => seen.flatMap(({ operation }) => operation ?? []))

const tail = (checkup: Checkup, from: string) => {
  const text = ended(checkup)
  return text.slice(text.indexOf(from))
}

describe("Braze", () => {
  it.live("proves the key by the list of campaigns, and shows its permission and the limit", () =>
    Effect.gen(function* () {
      const served = yield* serve(Braze.simulator)
      const checkup = yield* within(served)(doctor(Braze))
      assert.strictEqual(
        tail(checkup, "credentials"),
        "credentials API key ok, permissions ok, permissions writing skipped, limits ok"
      )
      assert.deepStrictEqual(yield* called(served), ["Braze.listCampaigns"])
      assert.include(stepIn(checkup, "permissions", null).found, "campaigns.list")
      assert.match(stepIn(checkup, "limits", null).found ?? "", /249999 of 250000/)
    })
  )

  it.live("tries each list, and says of a 401 that four things can be the reason", () =>
    Effect.gen(function* () {
      const served = yield* serve(Braze.simulator)
      const key = "not-the-key-0f3a"
      const checkup = yield* within(served, { BRAZE_API_KEY: key })(doctor(Braze))
      const step = failedIn(checkup)
      assert.deepStrictEqual([step.name, step.code], ["credentials", "Braze.Unauthorized"])
      assert.match(step.means ?? "", /the key, the instance \(base URL\), the workspace, or a key that lacks/)
      assert.notInclude(JSON.stringify(checkup), key)
      assert.strictEqual((yield* called(served)).length, 5)
    })
  )

  it.live("knows a key that is refused for want of a permission", () =>
    Effect.gen(function* () {
      const denied = { fault: "failure", tag: "Braze.AccessDenied" } as const
      const served = yield* serve(Braze.simulator, [denied])
      const checkup = yield* within(served)(doctor(Braze))
      assert.strictEqual(stepIn(checkup, "credentials", "API key").status, "ok")
      assert.strictEqual(failedIn(checkup).name, "permissions")
    })
  )
})

describe("m3ter", () => {
  const jwt = (claims: object) =>
    ["{}", JSON.stringify(claims), "x"].map((part) => Buffer.from(part).toString("base64url")).join(".")
  const token = (claims: object) => ({ access_token: jwt(claims), expires_in: 18_000, token_type: "Bearer" })
  const issuing = (claims: object) => ({
    ...M3ter.simulator,
    start: (chance: Parameters<NonNullable<typeof M3ter.simulator.start>>[0]) => {
      const before = M3ter.simulator.start?.(chance) ?? {}
      const answers = { ...before.answers, [M3ter.getToken.tag]: () => fromJson(200, {}, token(claims)) }
      return { ...before, answers }
    }
  })

  it.live("proves token and organization, and of the ingest host the way alone", () =>
    Effect.gen(function* () {
      const served = yield* serve(M3ter.simulator)
      const checkup = yield* within(served)(doctor(M3ter))
      assert.isTrue(checkup.ok, ended(checkup))
      assert.include(ended(checkup), "tcp ingest ok, tls ingest skipped, http ingest skipped")
      assert.strictEqual(
        tail(checkup, "credentials"),
        "credentials token ok, permissions organization ok, permissions measurements skipped, limits skipped"
      )
      assert.deepStrictEqual(
        (yield* called(served)).filter((tag) => tag !== "M3ter.getToken"),
        ["M3ter.getMe"]
      )
    })
  )

  it.live("finds a token of another organization, and calls that one not at all", () =>
    Effect.gen(function* () {
      const served = yield* serve(issuing({ orgId: "another", exp: 4_000_000_000 }))
      const checkup = yield* within(served)(doctor(M3ter))
      const step = failedIn(checkup)
      assert.deepStrictEqual([step.name, step.subject], ["credentials", "token"])
      assert.include(step.found, "another")
      assert.match(step.remedy ?? "", /M3TER_ORG_ID/)
      assert.deepStrictEqual(yield* called(served), ["M3ter.getToken"])
    })
  )

  it.live("finds a token that has ended by this machine's clock", () =>
    Effect.gen(function* () {
      const served = yield* serve(issuing({ exp: 1_000_000_000 }))
      const step = failedIn(yield* within(served)(doctor(M3ter)))
      assert.match(step.means ?? "", /at its end already/)
    })
  )

  it.live("says of a refused token that it is the key or the secret, and of a refused call what else", () =>
    Effect.gen(function* () {
      const served = yield* serve(M3ter.simulator)
      const wrong = failedIn(yield* within(served, { M3TER_API_SECRET: "not-the-secret" })(doctor(M3ter)))
      assert.deepStrictEqual([wrong.subject, wrong.code], ["token", "M3ter.CredentialsRefused"])
      const other = failedIn(yield* within(served, { M3TER_ORG_ID: "other" })(doctor(M3ter)))
      assert.deepStrictEqual([other.subject, other.code], ["organization", "M3ter.Forbidden"])
      assert.match(other.means ?? "", /no such organization, or the service user has no permission policy/)
    })
  )

  it.live("examines the hosts apart: a broken ingest host does not keep the token from being tried", () =>
    Effect.gen(function* () {
      const served = yield* serve(M3ter.simulator)
      const url = "https://ingest.m3ter.invalid"
      const checkup = yield* within(served, { M3TER_INGEST_URL: url })(doctor(M3ter))
      assert.deepStrictEqual([failedIn(checkup).name, failedIn(checkup).subject], ["dns", "ingest"])
      assert.strictEqual(stepIn(checkup, "permissions", "organization").status, "ok")
    })
  )
})

describe("Xtremepush", () => {
  it.live("asks for one id of one campaign, and says of a wrong token that it may be the region", () =>
    Effect.gen(function* () {
      const served = yield* serve(Xtremepush.simulator)
      const checkup = yield* within(served)(doctor(Xtremepush))
      assert.isTrue(checkup.ok, ended(checkup))
      assert.deepStrictEqual(yield* called(served), ["Xtremepush.listCampaigns"])
      const wrong = yield* within(served, { XTREMEPUSH_APP_TOKEN: "not-the-token" })(doctor(Xtremepush))
      assert.strictEqual(failedIn(wrong).code, "Xtremepush.InvalidToken")
      assert.match(failedIn(wrong).means ?? "", /another region/)
      assert.notInclude(JSON.stringify(wrong), "not-the-token")
    })
  )
})

describe("Metrix", () => {
  it.live("is reached, and its key is not tried, for every call writes", () =>
    Effect.gen(function* () {
      const served = yield* serve(Metrix.simulator)
      const checkup = yield* within(served, { METRIX_API_KEY: "whatever" })(doctor(Metrix))
      assert.isTrue(checkup.ok)
      assert.match(stepIn(checkup, "credentials", "API key").means ?? "", /cannot be tried without harm/)
      assert.match(stepIn(checkup, "permissions", "IP WhiteList").means ?? "", /dashboard/)
      assert.deepStrictEqual(yield* called(served), [])
    })
  )
})

it.effect.each([
  ["Braze", Braze, ofBraze],
  ["m3ter", M3ter, ofM3ter],
  ["IXON", Ixon, ofIxon]
] as const)("the operations that only the doctor of %s calls obey the laws", ([, module, operations]) =>
  Effect.gen(function* () {
    const all = [...operationsIn(module), ...operations]
    assert.deepStrictEqual(yield* laws(module.vendor, all, { runs: 1 }), [])
  })
)
