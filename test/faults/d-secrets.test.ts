/** A secret that comes back is hidden in whatever spelling it comes, in everything that is shown of the answer. */
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Layer, Redacted, Schema } from "effect"
import { withoutSecrets } from "../../src/contract/redact.ts"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Journal from "../../src/pipeline/Journal.ts"
import * as Policy from "../../src/policy/Policy.ts"
import * as Ixon from "../../src/vendors/ixon/index.ts"
import * as M3ter from "../../src/vendors/m3ter/index.ts"
import * as Shop from "../shop/shop.ts"

const secrets = ["Tr0ub4dor/3", 'pass"word\\1', "sch&ön <1>", "k€y 12345 + 6", "tiny", "A".repeat(300)]

const json = (text: string): string => JSON.stringify(text).slice(1, -1)
const escaped = (text: string): string =>
  [...text].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")
const base64 = (text: string): string => Buffer.from(text).toString("base64")

/** Ways to write a secret, and what of it must not be seen. */
const spellings: Readonly<Record<string, (secret: string) => string>> = {
  plain: (secret) => secret,
  json,
  "JSON with escaped slashes": (secret) => json(secret).replaceAll("/", "\\/"),
  "JSON in JSON": (secret) => json(json(secret)),
  "JSON in JSON in JSON": (secret) => json(json(json(secret))),
  "\\u escapes": escaped,
  "\\u escapes in capitals": (secret) => escaped(secret).replace(/[a-f]/g, (digit) => digit.toUpperCase()),
  "percent-encoded": encodeURIComponent,
  "percent-encoded in small letters": (secret) =>
    encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
  "percent-encoded twice": (secret) => encodeURIComponent(encodeURIComponent(secret)),
  "as a form": (secret) => new URLSearchParams({ a: secret }).toString().slice(2),
  "HTML entities": (secret) =>
    secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;"),
  "numeric entities": (secret) => [...secret].map((char) => `&#${char.codePointAt(0)};`).join("")
}

const around: ReadonlyArray<readonly [string, (spelled: string) => Wire]> = [
  ["plain text", (spelled) => make(418, {}, `no ${spelled}, sorry`)],
  ["HTML", (spelled) => make(418, {}, `<html><p>no ${spelled}</p></html>`)],
  ["cut JSON", (spelled) => make(418, {}, `{"odd":"${spelled}`)],
  ["a JSON text", (spelled) => fromJson(418, {}, { odd: [spelled] })],
  ["a header", (spelled) => make(418, { "x-request-id": spelled }, "no")]
]

const shownOf = (wire: Wire): string => {
  const { body, headers, text } = withoutSecrets(wire, secrets)
  return `${JSON.stringify(headers)} ${text} ${JSON.stringify(body)}`
}

describe("a secret is not to be seen", () => {
  for (const [name, spell] of Object.entries(spellings))
    for (const [place, wire] of around)
      it(`as ${name} in ${place}`, () => {
        for (const secret of secrets) {
          const shown = shownOf(wire(spell(secret)))
          assert.include(shown, "<redacted>", secret)
          for (const seen of Object.values(spellings)) assert.notInclude(shown, seen(secret), secret)
        }
      })

  it("in base64, alone or with something before and after it", () => {
    for (const secret of secrets.filter(({ length }) => length >= 8))
      for (const before of ["", "a", "me:", "user:"])
        for (const after of ["", "!", "!!"]) {
          const text = base64(before + secret + after)
          for (const spelled of [text, text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")]) {
            const shown = shownOf(make(418, {}, `no ${spelled} here`))
            const left = Buffer.from(/no (.*) here/.exec(shown)?.[1]?.split("<redacted>")[0] ?? "", "base64")
            assert.notInclude(shown, spelled)
            assert.notInclude(left.toString(), secret.slice(0, 4))
          }
        }
  })

  it("where it is cut off at the end of an answer", () => {
    for (const secret of secrets.filter(({ length }) => length >= 8))
      for (const [name, spell] of Object.entries(spellings)) {
        const spelled = spell(secret)
        for (let length = spell(secret.slice(0, 6)).length; length <= spelled.length; length++) {
          for (const after of ["", "</p>"]) {
            const shown = shownOf(make(418, {}, `{"no":"${spelled.slice(0, length)}${after}`))
            assert.match(shown, /no":"(<redacted>|"<redacted>")/, `${name}: ${spelled.slice(0, length)}`)
          }
        }
      }
  })

  it("in the name of a field", () => {
    assert.notInclude(shownOf(fromJson(418, {}, { odd: { [secrets[0]!]: 1 } })), secrets[0]!)
  })
})

describe("by its name, a field is hidden", () => {
  const names = [
    "password",
    "newPassword",
    "client_secret",
    "access_token",
    "apiKey",
    "api_key",
    "private-key",
    "Authorization",
    "credentials"
  ]
  for (const name of names)
    it(name, () => {
      for (const wire of [
        fromJson(418, {}, { deep: [{ [name]: "hunter2" }] }),
        fromJson(418, {}, { deep: [{ [name]: { value: "hunter2" } }] }),
        fromJson(418, {}, { message: `{"${name}":"hunter2"}` }),
        make(418, {}, `{"a":1,"${name}" : "hunter2", "b`),
        make(418, {}, `{"a":1,"${name}":"hunt\\"er2`),
        make(418, {}, `see https://a.example/b?c=d&${name}=hunter2&e=f`),
        make(418, { [name.toLowerCase()]: "hunter2" }, "")
      ])
        assert.notMatch(shownOf(wire), /hunt/, wire.text)
    })

  it("but not the place in a list, nor what the vendor says about the field", () => {
    const wire = fromJson(
      400,
      {},
      { nextToken: "page-2", errors: { password: ["is too short"] }, password: null }
    )
    for (const words of ["page-2", "is too short"]) assert.include(shownOf(wire), words)
  })

  it.effect("as are those that the vendor's data names, in requests, failures and journals alike", () => {
    const entries: Array<Journal.Entry> = []
    const named = {
      wlanKey: "hunter2",
      lockCode: "hunter3",
      clientKey: "hunter4",
      registrationCode: "hunter5"
    }
    const pair = Ixon.operation("pair", () => ({
      method: "POST",
      path: "/pair",
      input: Schema.Struct({ controlKey: Schema.String, name: Schema.String }),
      output: Schema.Void,
      query: ["name"],
      anonymous: true,
      idempotent: false
    }))
    const { layer } = Shop.transport(() => fromJson(422, {}, { type: "Error", odd: [named] }))
    const ixon = Ixon.layerNoTransport({
      applicationId: "abcdefghijkl",
      email: "a@b.example",
      password: Redacted.make("p-12345678")
    })
    return Effect.gen(function* () {
      const failure = yield* Effect.flip(pair({ controlKey: "hunter1", name: "tea" }))
      assert.include(failure.message, "registrationCode")
      assert.notInclude(`${failure.message} ${JSON.stringify([failure, failure.call, entries])}`, "hunter")
    }).pipe(
      Effect.provideService(Journal.Current, Journal.into(entries)),
      Effect.provide(Layer.provide(ixon, layer))
    )
  })

  it("as are signatures of presigned addresses, and bearers", () => {
    const url =
      "https://b.example/f?X-Amz-Date=1&X-Amz-Signature=abc123&X-Amz-Credential=AK1&X-Amz-Security-Token=st1&x=y"
    for (const wire of [
      make(418, {}, `at ${url}`),
      fromJson(418, {}, { url }),
      fromJson(418, {}, { a: "Bearer abc123def" })
    ]) {
      const shown = shownOf(wire)
      for (const secret of ["abc123", "AK1", "st1"]) assert.notInclude(shown, secret)
    }
    assert.include(shownOf(fromJson(418, {}, { url })), "X-Amz-Date=1")
  })
})

describe("a failure means the same whatever the credentials are:", () => {
  for (const secret of ["e", "sold", "message", "Sorry, sold out.", '"', "{", "article"])
    it.effect(JSON.stringify(secret), () => {
      const wire = fromJson(400, {}, { message: "Sorry, sold out.", article: "tea" })
      const auth = Auth.bearer(Redacted.make(secret))
      return Effect.gen(function* () {
        const failure = yield* Effect.flip(Shop.placeOrder({ article: "tea", count: 1 }))
        assert.strictEqual(failure._tag, "Shop.SoldOut")
        assert.notInclude(failure.vendorMessage ?? "", secret.length > 1 ? secret : "sorry")
      }).pipe(Effect.provide(Shop.layer(Shop.transport(() => wire).layer, {}, auth)))
    })
})

it.effect("nor does a short secret change a wait or a date that it is a part of", () => {
  const wire = make(429, { "retry-after": "20", date: "Thu, 01 Jan 1970 00:00:10 GMT" }, "")
  return Effect.gen(function* () {
    const failure = yield* Effect.flip(Policy.once(Shop.getOrder({ id: "a" })))
    assert.deepStrictEqual(failure.retry, { after: Duration.seconds(20) })
    assert.strictEqual(failure.notBefore?.epochMilliseconds, 20_000)
    assert.strictEqual(failure.call?.skew, 10_000)
  }).pipe(Effect.provide(Shop.layer(Shop.transport(() => wire).layer, {}, Auth.bearer(Redacted.make("0")))))
})

it("a secret of digits is hidden in numbers, and a short one is not", () => {
  const wire = fromJson(418, {}, { a: 1234567890, b: 42, c: -1234567890.5 })
  assert.deepStrictEqual(withoutSecrets(wire, ["1234567890", "42"]).body, {
    a: "<redacted>",
    b: 42,
    c: "-<redacted>.5"
  })
})

describe("an answer that hands out a token is never shown, whatever its form:", () => {
  const live = "live-token-0001"
  const forms: ReadonlyArray<unknown> = [
    { token: live },
    { access_token: { value: live }, expires_in: 18_000 },
    { data: { odd: live } },
    { data: [live], message: live },
    { message: live },
    [live],
    live
  ]
  const entries: Array<Journal.Entry> = []
  for (const body of forms)
    it.effect(JSON.stringify(body), () => {
      const { layer } = Shop.transport(() => fromJson(200, {}, body))
      const m3ter = Effect.provide(
        Policy.once(M3ter.getToken({})),
        M3ter.layerNoTransport({
          apiKey: Redacted.make("key-1"),
          apiSecret: Redacted.make("secret-1"),
          orgId: "o"
        })
      )
      const ixon = Effect.provide(
        Policy.once(Ixon.listCompanies({})),
        Ixon.layerNoTransport({
          applicationId: "abcdefghijkl",
          email: "a@b.example",
          password: Redacted.make("p")
        })
      )
      return Effect.gen(function* () {
        for (const failure of [yield* Effect.flip(m3ter), yield* Effect.flip(ixon)]) {
          assert.strictEqual(failure._tag, "Unreadable")
          assert.notInclude(`${failure.message} ${JSON.stringify([failure, failure.call])}`, live)
        }
        assert.notInclude(JSON.stringify(entries), live)
      }).pipe(Effect.provideService(Journal.Current, Journal.into(entries)), Effect.provide(layer))
    })
})
