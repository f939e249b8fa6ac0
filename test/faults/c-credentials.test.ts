/** Credentials, settings and base URLs are checked when a layer is built; what is wrong is named, and never shown. */
import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect, Exit, Layer, Redacted } from "effect"
import { HttpClient } from "effect/http"
import { Misconfigured } from "../../src/contract/Common.ts"
import * as Braze from "../../src/vendors/braze/index.ts"
import * as Ixon from "../../src/vendors/ixon/index.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"
import * as Metrix from "../../src/vendors/metrix/index.ts"
import * as Xtremepush from "../../src/vendors/xtremepush/index.ts"
import { connection } from "../../src/policy/redis/connection.ts"

const text = "abcdefghijkl"
const baseUrl = "https://rest.iad-01.braze.com"
const login = { applicationId: text, companyId: "1111", email: "a@example.com" }

/** A layer of each vendor with one of its options spoiled. */
const options: ReadonlyArray<
  readonly [setting: string, layer: (given: string) => Layer.Layer<never, unknown, HttpClient.HttpClient>]
> = [
  ["apiKey", (given) => Braze.layerNoTransport({ apiKey: Redacted.make(given), baseUrl })],
  [
    "apiKey",
    (given) =>
      M3ter.layerNoTransport({ apiKey: Redacted.make(given), apiSecret: Redacted.make(text), orgId: "o" })
  ],
  [
    "apiSecret",
    (given) =>
      M3ter.layerNoTransport({ apiKey: Redacted.make(text), apiSecret: Redacted.make(given), orgId: "o" })
  ],
  [
    "orgId",
    (given) =>
      M3ter.layerNoTransport({ apiKey: Redacted.make(text), apiSecret: Redacted.make(text), orgId: given })
  ],
  ["appToken", (given) => Xtremepush.layerNoTransport({ appToken: Redacted.make(given) })],
  ["apiKey", (given) => Metrix.layerNoTransport({ appId: text, apiKey: Redacted.make(given) })],
  ["appId", (given) => Metrix.layerNoTransport({ appId: given, apiKey: Redacted.make(text) })],
  ["token", (given) => Ixon.layerNoTransport({ applicationId: text, token: Redacted.make(given) })],
  [
    "applicationId",
    (given) => Ixon.layerNoTransport({ ...login, applicationId: given, password: Redacted.make(text) })
  ]
]

const bad: Readonly<Record<string, string>> = {
  nothing: "",
  "a line end alone": "\n",
  "a space inside": `${text} ${text}`,
  "a line break inside": `${text}\n${text}`,
  "a zero-width space": `${text}\u200b`,
  "a byte order mark": `\ufeff${text}`,
  "a typographic quote": `“${text}`,
  "a typographic dash": `${text}–1`,
  "a non-breaking space": `${text}\u00a0`,
  "a control character": `${text}\u0000`
}

const client = HttpClient.make(() => Effect.die("nothing may be sent"))
const built = (layer: Layer.Layer<never, unknown, HttpClient.HttpClient>) =>
  Effect.exit(Effect.scoped(Layer.build(Layer.provide(layer, Layer.succeed(HttpClient.HttpClient, client)))))

const refusal = (exit: Exit.Exit<unknown, unknown>): Misconfigured => {
  const failure = Exit.isFailure(exit)
    ? exit.cause.reasons.find((reason) => reason._tag === "Fail")?.error
    : exit
  assert.instanceOf(failure, Misconfigured)
  return failure
}

describe.each(Object.entries(bad))("%s", (_, given) => {
  it.effect.each(options)("in %s is refused when the layer is built, by name", ([setting, layer]) =>
    Effect.gen(function* () {
      const failure = refusal(yield* built(layer(given)))
      assert.strictEqual(failure.setting, setting)
      assert.notInclude(failure.message, text)
      assert.match(failure.message, /^[\x20-\x7e]*$/)
    })
  )
})

it.effect.each(options)("a line end after %s is trimmed", ([, layer]) =>
  Effect.gen(function* () {
    for (const end of ["\n", "\r\n"]) assert.isTrue(Exit.isSuccess(yield* built(layer(text + end))))
  })
)

it.effect("a trimmed key is what is sent, and what is blanked", () => {
  const seen: Array<string | undefined> = []
  const recording = HttpClient.make((request) => {
    seen.push(request.headers["authorization"])
    return Effect.die("enough")
  })
  return Effect.gen(function* () {
    yield* Effect.exit(Braze.trackUsers({ attributes: [{ externalId: "u" }] }))
    assert.deepStrictEqual(seen, [`Bearer ${text}`])
  }).pipe(
    Effect.provide(Braze.layerNoTransport({ apiKey: Redacted.make(`${text}\r\n`), baseUrl })),
    Effect.provideService(HttpClient.HttpClient, recording)
  )
})

describe("a base URL", () => {
  it.effect.each([
    `${baseUrl}?a=1`,
    `${baseUrl}/?`,
    `${baseUrl}#top`,
    "https://user:pass@rest.iad-01.braze.com",
    "rest.iad-01.braze.com",
    "ftp://rest.iad-01.braze.com",
    "http://rest.iad-01.braze.com",
    "https://rest.iad\u200b-01.braze.com",
    "https://rest .braze.com",
    ""
  ])("%s is refused", (given) =>
    Effect.gen(function* () {
      const failure = refusal(
        yield* built(Braze.layerNoTransport({ apiKey: Redacted.make(text), baseUrl: given }))
      )
      assert.strictEqual(failure.setting, "base URL (rest)")
      assert.notInclude(failure.message, "pass@")
    })
  )
})

describe("the address of a Redis", () => {
  it.effect.each([
    "redis://:hun/ter2@h:6379",
    "redis://:hunter2@h:port",
    "redis://:hunter2@h:99999",
    "http://:hunter2@h:6379",
    "redis://:hunter2@h/hunter2",
    "h:6379",
    ""
  ])("%s is refused in words that do not have it", (address) =>
    Effect.gen(function* () {
      const exit = yield* Effect.exit(
        Effect.scoped(Layer.build(connection)).pipe(
          Effect.provide(ConfigProvider.layer(ConfigProvider.fromUnknown({ REDIS_URL: address })))
        )
      )
      assert.isTrue(Exit.isFailure(exit))
      const [reason] = Exit.isFailure(exit) ? exit.cause.reasons : []
      assert.strictEqual(reason?._tag, "Fail")
      const shown = `${String(reason)} ${JSON.stringify(exit)} ${String(Reflect.get(Object(reason), "error")?.cause)}`
      assert.include(shown, "REDIS_URL")
      assert.notMatch(shown, /hun\/ter2|hunter2/)
    })
  )
})
