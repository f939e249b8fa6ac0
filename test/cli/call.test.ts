import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { answering } from "./answering.ts"
import { faultline, type Ran } from "./running.ts"

const token = "app-token-7f3a9c"
const env = (url: string) => ({ XTREMEPUSH_APP_TOKEN: token, XTREMEPUSH_BASE_URL: url })
const reported = ({ err }: Ran): Record<string, unknown> => JSON.parse(err)
const found = { success: true, code: 200, model: { id: 12, title: "Spring" } }

describe("faultline call", () => {
  it.live("calls the operation and writes its result as JSON", () =>
    Effect.gen(function* () {
      const { came, url } = yield* answering(200, found)
      const input = ["--input", `{"id":12}`]
      const compact = yield* faultline(["call", "xtremepush", "infoCampaign", ...input, "--json"], env(url))
      assert.deepStrictEqual([compact.code, compact.err], [0, ""])
      assert.deepInclude(JSON.parse(compact.out), { id: 12 })
      assert.notInclude(compact.out, "\n")
      assert.deepStrictEqual(came, [
        { method: "POST", path: "/api/external/info/campaign", body: `{"apptoken":"${token}","id":12}` }
      ])
      const indented = yield* faultline(["call", "xtremepush", "Xtremepush.infoCampaign", ...input], env(url))
      assert.deepStrictEqual(JSON.parse(indented.out), JSON.parse(compact.out))
      assert.include(indented.out, `{\n  "id": 12`)
    })
  )

  it.live("shows a secret of the result only where that is wanted", () =>
    Effect.gen(function* () {
      const address = "https://preferences.example/s3cret"
      const { url } = yield* answering(200, { preference_center_url: address, message: "success" })
      const braze = { BRAZE_API_KEY: "00000000-0000-0000-0000-000000000000", BRAZE_BASE_URL: url }
      const input = `{"id":"p","userId":"u"}`
      const args = ["call", "braze", "getPreferenceCenterUrl", "--input", input, "--json"]
      const hidden = yield* faultline(args, braze)
      assert.deepInclude(JSON.parse(hidden.out), { preferenceCenterUrl: "<redacted>" })
      assert.notInclude(hidden.out + hidden.err, "s3cret")
      const shown = yield* faultline([...args, "--show-secrets"], braze)
      assert.deepInclude(JSON.parse(shown.out), { preferenceCenterUrl: address })
    })
  )

  it.live("reports a refusal of the vendor on standard error", () =>
    Effect.gen(function* () {
      const { url } = yield* answering(400, {
        success: false,
        code: 400,
        message: `apptoken is invalid ${token}`
      })
      const args = ["call", "xtremepush", "infoCampaign", "--input", `{"id":12}`]
      const json = yield* faultline([...args, "--json"], env(url))
      assert.deepStrictEqual([json.code, json.out], [1, ""])
      const failure = reported(json)
      assert.deepInclude(failure, {
        tag: "Xtremepush.InvalidToken",
        vendor: "Xtremepush",
        operation: "Xtremepush.infoCampaign",
        status: 400,
        retry: "never",
        delivery: "Refused"
      })
      for (const key of [
        "message",
        "vendorMessage",
        "category",
        "complaints",
        "means",
        "remedy",
        "see",
        "time",
        "request",
        "attempts",
        "carries"
      ])
        assert.property(failure, key)
      const words = yield* faultline(args, env(url))
      assert.strictEqual(words.code, 1)
      assert.match(words.err, /^Xtremepush\.infoCampaign failed with Xtremepush\.InvalidToken \(HTTP 400\)\./)
      assert.notInclude(json.err + words.err, token)
    })
  )

  it.live("says what the network did, and that nobody knows whether a write was done", () =>
    Effect.gen(function* () {
      const { url } = yield* answering("reset")
      const ran = yield* faultline(
        ["call", "xtremepush", "executeCampaign", "--input", `{"id":12,"target":[7]}`, "--json"],
        env(url)
      )
      assert.strictEqual(ran.code, 1)
      assert.deepInclude(reported(ran), { tag: "DeliveryUnknown", status: null, delivery: "Unknown" })
    })
  )

  it.live("says that an answer could not be read", () =>
    Effect.gen(function* () {
      const { url } = yield* answering(200, `{"success":true,"model"`)
      const ran = yield* faultline(
        ["call", "xtremepush", "infoCampaign", "--input", `{"id":12}`, "--json"],
        env(url)
      )
      assert.deepStrictEqual([ran.code, reported(ran)["tag"]], [1, "Unreadable"])
    })
  )

  it.effect("refuses input that breaks a rule, and sends nothing", () =>
    Effect.gen(function* () {
      const ran = yield* faultline([
        "call",
        "metrix",
        "ingest",
        "--input",
        `{"customUserId":"u","messages":[]}`,
        "--json"
      ])
      assert.strictEqual(ran.code, 2)
      assert.deepInclude(reported(ran), {
        tag: "InvalidInput",
        delivery: "NotSent",
        complaints: [{ path: "messages", message: "the list of messages is empty" }],
        carries: {}
      })
    })
  )

  it.effect("refuses a name that the operation does not know, instead of dropping it", () =>
    Effect.gen(function* () {
      const ran = yield* faultline(["call", "xtremepush", "infoCampaign", "--input", `{"id":1,"idd":2}`])
      assert.strictEqual(ran.code, 2)
      assert.match(ran.err, /idd: /)
    })
  )

  it.effect("names every variable that is missing", () =>
    Effect.gen(function* () {
      const ran = yield* faultline(["call", "m3ter", "getMeter", "--input", `{"id":"x"}`, "--json"], {
        M3TER_API_KEY: "k"
      })
      assert.strictEqual(ran.code, 2)
      const { message, ...rest } = reported(ran)
      assert.deepStrictEqual(rest, {
        tag: "Misconfigured",
        vendor: "M3ter",
        missing: ["M3TER_API_SECRET", "M3TER_ORG_ID"]
      })
      assert.match(String(message), /does not set M3TER_API_SECRET, M3TER_ORG_ID\..*M3TER_CONFIG_URL/)
    })
  )

  it.effect("refuses a base URL that would show the credentials", () =>
    Effect.gen(function* () {
      const ran = yield* faultline(
        ["call", "xtremepush", "infoCampaign", "--input", `{"id":1}`, "--json"],
        env("http://shop.example")
      )
      assert.strictEqual(ran.code, 2)
      assert.strictEqual(reported(ran)["tag"], "Misconfigured")
      assert.match(String(reported(ran)["message"]), /https:\/\//)
    })
  )

  it.live("never prints a token that it fetched", () =>
    Effect.gen(function* () {
      const { url } = yield* answering(200, {
        access_token: "issued-token-55",
        expires_in: 18_000,
        token_type: "Bearer"
      })
      const credentials = {
        M3TER_API_KEY: "key-1",
        M3TER_API_SECRET: "secret-1",
        M3TER_ORG_ID: "org",
        M3TER_CONFIG_URL: url
      }
      const ran = yield* faultline(["call", "m3ter", "getToken"], credentials)
      assert.strictEqual(ran.code, 0)
      assert.deepStrictEqual(JSON.parse(ran.out), { accessToken: "<redacted>", expiresIn: 18_000_000 })
      assert.notMatch(ran.out + ran.err, /issued-token|secret-1/)
    })
  )

  it.effect.each([
    ["input that is no JSON", ["--input", "{id:1}"], /The input is not JSON/],
    ["two inputs", ["--input", "{}", "--input-file", "x.json"], /Give the input once/],
    [
      "a file that is not there",
      ["--input-file", "no-such-file.json"],
      /no-such-file\.json cannot be read: there is no such file/
    ],
    ["an argument that is not “-”", ["extra"], /“extra” is one argument too many/]
  ] as const)("refuses %s", ([, args, says]) =>
    Effect.gen(function* () {
      const ran = yield* faultline(["call", "xtremepush", "infoCampaign", ...args])
      assert.deepStrictEqual([ran.code, ran.out], [2, ""])
      assert.match(ran.err, says)
    })
  )
})
