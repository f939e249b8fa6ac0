import { assert, describe, it } from "@effect/vitest"
import { Effect, Redacted } from "effect"
import { TestClock } from "effect/testing"
import type { Wire } from "../../../src/contract/Wire.ts"
import * as Ixon from "../../../src/vendors/ixon/index.ts"
import { ended, layer, loginLayer, makesToken, portal, refusal, success, token } from "./portal.ts"

const stale = refusal(401, { message: "Invalid value", propertyName: "Authorization" })

/** A portal that issues tokens `issued-1…`, `issued-2…`, and takes the one that `good` says. */
const issuing = (good: () => number, otherwise: () => Wire = () => stale) => {
  let issued = 0
  const nth = (n: number) => `issued-${n}`.padEnd(32, "-")
  const made = portal((sent) => {
    if (makesToken(sent))
      return success({ publicId: "T0T0T0T0T0T0", secretId: nth(++issued) }, undefined, 201)
    return sent.headers["authorization"] === `Bearer ${nth(good())}` ? success([]) : otherwise()
  })
  return { ...made, issued: () => issued }
}

describe("the access token", () => {
  it.effect("is made once for all callers, with the login as Basic credentials", () => {
    const cloud = issuing(() => 1)
    return Effect.gen(function* () {
      yield* ended(
        Effect.all(
          Array.from({ length: 64 }, () => Ixon.listAgents({})),
          { concurrency: "unbounded" }
        )
      )
      assert.strictEqual(cloud.issued(), 1)
      const [first] = cloud.sent
      assert.strictEqual(
        `${first?.method} ${first?.url.href}`,
        "POST https://portal.ixon.cloud/api/access-tokens?fields=secretId"
      )
      assert.deepStrictEqual(first?.body, { expiresIn: 86_400 })
      const basic = Buffer.from("engineer@example.com:987654:pass:word-ü", "utf8").toString("base64")
      assert.strictEqual(first?.headers["authorization"], `Basic ${basic}`)
    }).pipe(Effect.provide(loginLayer(cloud.transport)))
  })

  it.effect("leaves the place of the one-time password empty where there is none", () => {
    const cloud = issuing(() => 1)
    return Effect.gen(function* () {
      yield* Ixon.listAgents({})
      assert.strictEqual(
        cloud.sent[0]?.headers["authorization"],
        `Basic ${Buffer.from("engineer@example.com::pass:word-ü", "utf8").toString("base64")}`
      )
    }).pipe(Effect.provide(loginLayer(cloud.transport, { otp: undefined })))
  })

  it.effect("is renewed before it expires", () => {
    let good = 1
    const cloud = issuing(() => good)
    return Effect.gen(function* () {
      yield* Ixon.listAgents({})
      yield* TestClock.adjust("54 minutes")
      yield* Ixon.listAgents({})
      assert.strictEqual(cloud.issued(), 1)
      yield* TestClock.adjust("2 minutes")
      good = 2
      yield* Ixon.listAgents({})
      assert.strictEqual(cloud.issued(), 2)
    }).pipe(Effect.provide(loginLayer(cloud.transport, { tokenLifetime: "1 hour" })))
  })

  const refusals: ReadonlyArray<readonly [string, string]> = [
    ["Invalid value", "Ixon.TokenInvalid"],
    ["Value is too short", "Ixon.TokenTooShort"],
    ["Value is too long", "Ixon.TokenTooLong"],
    ["Authorization must start with a type and have credentials", "Ixon.TokenMalformed"],
    ["Value does not match regex expression", "Ixon.TokenMismatch"]
  ]

  it.effect.each(refusals)("that is refused (%s) is replaced, once", ([message, tag]) => {
    let good = 2
    const cloud = issuing(
      () => good,
      () => refusal(400, { message, propertyName: "Authorization" })
    )
    return Effect.gen(function* () {
      yield* ended(Ixon.listAgents({}))
      assert.deepStrictEqual([cloud.issued(), cloud.sent.length], [2, 4])
      good = 0
      const failure = yield* ended(Effect.flip(Ixon.listAgents({})))
      assert.strictEqual(failure._tag, tag)
      assert.deepStrictEqual(
        failure.attempts.map(({ ended, why }) => [ended, why]),
        [
          [tag, "new credentials"],
          [tag, undefined]
        ]
      )
      assert.strictEqual(cloud.issued(), 3)
    }).pipe(Effect.provide(loginLayer(cloud.transport)))
  })

  it.effect("is replaced after the layer's own was revoked", () => {
    let good = 1
    const cloud = issuing(() => good)
    return Effect.gen(function* () {
      yield* ended(Ixon.deleteMyAccessToken({}))
      good = 2
      yield* ended(Ixon.listAgents({}))
      assert.strictEqual(cloud.issued(), 2)
    }).pipe(Effect.provide(loginLayer(cloud.transport)))
  })

  it.effect("of a service account needs no other", () => {
    const { sent, transport } = portal(() => success([]))
    return Effect.gen(function* () {
      yield* Ixon.listCompanies({})
      assert.deepStrictEqual(
        sent.map(({ headers }) => headers["authorization"]),
        [`Bearer ${Redacted.value(token)}`]
      )
    }).pipe(Effect.provide(layer(transport)))
  })
})

describe("a login that is refused", () => {
  it.effect("for want of a one-time password says so, and is not tried again", () => {
    const { sent, transport } = portal(() => refusal(401, { message: "2FA is required" }))
    return Effect.gen(function* () {
      const failure = yield* Effect.flip(Ixon.listAgents({}))
      assert.deepStrictEqual(
        [failure._tag, failure.operation, sent.length],
        ["Ixon.TwoFactorRequired", "Ixon.createAccessToken", 1]
      )
      assert.include(failure.message, "IXON_OTP")
    }).pipe(Effect.provide(loginLayer(transport, { otp: undefined })))
  })

  it.effect("for a wrong password fails with the vendor's words", () => {
    const { transport } = portal(() => stale)
    return Effect.gen(function* () {
      const failure = yield* Effect.flip(Ixon.listAgents({}))
      assert.deepStrictEqual(
        [failure._tag, failure.operation],
        ["Ixon.TokenInvalid", "Ixon.createAccessToken"]
      )
    }).pipe(Effect.provide(loginLayer(transport)))
  })
})
