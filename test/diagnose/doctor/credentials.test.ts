/** The steps with credentials, the permissions, the limits; and what whoever watches or reads the steps sees. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Redacted, Schema } from "effect"
import { doctor, type Noticed } from "../../../src/diagnose/Diagnose.ts"
import * as Shop from "../../shop/shop.ts"
import { answering } from "./answering.ts"
import { ended, examineAt, failedIn, secret, shop, shopWith, stepIn } from "./patient.ts"

const order = { body: { id: "1", count: 2 } }

describe("with credentials, the doctor", () => {
  const list = (name: string) =>
    Shop.operation(name, () => ({
      method: "GET",
      path: `/${name}`,
      input: Schema.Struct({}),
      output: Schema.Struct({}),
      idempotent: true,
      permission: `${name}.read`
    }))
  const [first, second] = [list("first"), list("second")]
  const choice = (known: ReadonlyArray<typeof Shop.BadRequest> = []) =>
    shopWith({
      checks: [
        {
          step: "credentials",
          subject: "key",
          calls: [
            { operation: first, input: {} },
            { operation: second, input: {} }
          ],
          proves: "The key is good.",
          known
        }
      ]
    })

  it.live("says what a refusal proves beyond what the failure means, and shows no key", () =>
    Effect.gen(function* () {
      const { came, url } = yield* answering((path) =>
        path === "/" ? {} : { status: 401, body: { message: `no such key: ${secret}` } }
      )
      const checkup = yield* examineAt(url)
      const step = failedIn(checkup)
      assert.deepStrictEqual(
        [step.name, step.subject, step.code],
        ["credentials", "key", "Shop.TokenExpired"]
      )
      assert.strictEqual(step.found, "Shop.TokenExpired (HTTP 401): “no such key: <redacted>”.")
      assert.strictEqual(step.means, "The token has expired. Shops change their locks.")
      assert.strictEqual(step.see, "https://shop.example/docs")
      assert.notInclude(JSON.stringify(checkup), secret)
      assert.strictEqual(came.length, 2)
    })
  )

  it.live("makes each call once, whatever the vendor's policy is", () =>
    Effect.gen(function* () {
      const { came, url } = yield* answering((path) => (path === "/" ? {} : { status: 503 }))
      const step = failedIn(yield* examineAt(url))
      assert.deepStrictEqual([step.name, step.code, came.length], ["credentials", "Shop.Closed", 2])
    })
  )

  it.live("ends a call that is not answered", () =>
    Effect.gen(function* () {
      const { url } = yield* answering((path) => (path === "/" ? {} : undefined))
      const checkup = yield* examineAt(url, { timeout: "300 millis" })
      assert.deepStrictEqual([failedIn(checkup).name, failedIn(checkup).code], ["credentials", "NoAnswer"])
      assert.isBelow(checkup.millis, 2500)
    })
  )

  it.live("goes on to the next call where one is refused, and tells the permissions apart", () =>
    Effect.gen(function* () {
      const { came, url } = yield* answering((path) => (path === "/first" ? { status: 401 } : {}))
      const checkup = yield* examineAt(url, {}, choice())
      assert.strictEqual(stepIn(checkup, "credentials", "key").status, "ok")
      assert.strictEqual(
        stepIn(checkup, "permissions", null).found,
        "Allowed: second.read. Refused: first.read."
      )
      assert.deepStrictEqual(
        came.map(({ path }) => path),
        ["/", "/first", "/second"]
      )
    })
  )

  it.live("goes to no other call once one was answered, or failed for another reason", () =>
    Effect.gen(function* () {
      for (const status of [200, 400]) {
        const { came, url } = yield* answering((path) => (path === "/first" ? { status } : {}))
        yield* examineAt(url, {}, choice())
        assert.notInclude(
          came.map(({ path }) => path),
          "/second"
        )
      }
    })
  )

  it.live("knows the credentials by a refusal that proves them, and then misses the permission", () =>
    Effect.gen(function* () {
      const { url } = yield* answering((path) => (path === "/" ? {} : { status: 400 }))
      const checkup = yield* examineAt(url, {}, choice([Shop.BadRequest]))
      assert.match(stepIn(checkup, "credentials", "key").found ?? "", /The credentials are known\.$/)
      assert.deepStrictEqual(
        [failedIn(checkup).name, failedIn(checkup).code],
        ["permissions", "Shop.BadRequest"]
      )
    })
  )

  it.live("shows what is left of a limit, by the latest answer that speaks of it", () =>
    Effect.gen(function* () {
      const headers = { "x-ratelimit-limit": "100", "x-ratelimit-remaining": "41" }
      const { url } = yield* answering((path) => (path === "/" ? order : { ...order, headers }))
      assert.match(stepIn(yield* examineAt(url), "limits", null).found ?? "", /^41 of 100 calls are left\./)
    })
  )
})

describe("whoever watches the doctor", () => {
  it.live("is told of each step as it begins and ends", () =>
    Effect.gen(function* () {
      const { url } = yield* answering(() => order)
      const noticed: Array<Noticed> = []
      const checkup = yield* examineAt(url, { watch: (one) => Effect.sync(() => void noticed.push(one)) })
      assert.deepStrictEqual(
        noticed.flatMap((one) => (one._tag === "Ended" ? [one.step] : [])),
        checkup.steps
      )
      assert.deepStrictEqual(noticed[0], { _tag: "Begun", name: "settings", subject: null })
    })
  )

  it.effect("reads what is wrong with the settings in the steps, which are the same at every run", () =>
    Effect.gen(function* () {
      const connect = { key: Redacted.make("not ascii: –"), baseUrl: "https://shop.example" }
      const checkup = yield* doctor(shop, { connect })
      const step = failedIn(checkup)
      assert.deepStrictEqual([step.name, step.category], ["settings", "misconfigured"])
      assert.match(step.found ?? "", /^key: It has a space/)
      assert.strictEqual(
        ended(checkup),
        "settings failed, proxy main skipped, dns main skipped, tcp main skipped, tls main skipped, http main skipped, clock main skipped, credentials key skipped, limits skipped"
      )
      assert.notInclude(JSON.stringify(checkup), "not ascii")
    })
  )
})
