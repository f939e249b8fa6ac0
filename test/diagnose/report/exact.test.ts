/** The curl command of a report, run by a real shell: it sends the very bytes that the transport sent. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Redacted, Schema } from "effect"
import { isFailure } from "../../../src/contract/Failure.ts"
import type { Support } from "../../../src/contract/Support.ts"
import * as Diagnose from "../../../src/diagnose/Diagnose.ts"
import { Braze, Ixon, Journal, M3ter, Metrix, Xtremepush } from "../../../src/index.ts"
import { available, listen, type Raw, sh } from "./socket.ts"

const key = "k3y-$HOME`x`!'1234"
const [m3terKey, m3terSecret] = ["m3ter-key", `m3ter's"$HOME"secret`]
const environment = {
  BRAZE_API_KEY: key,
  METRIX_API_KEY: key,
  XTREMEPUSH_APP_TOKEN: key,
  M3TER_API_KEY: m3terKey,
  M3TER_API_SECRET: m3terSecret,
  M3TER_ACCESS_TOKEN: "m3ter-token-123",
  IXON_ACCESS_TOKEN: key
}
const apiKey = Redacted.make(key)
const odd = `it's "quoted" \`$HOME\` $(id) \\n\n\r\n\t! %s 😀 مرحبا '' \\`

const braze = (baseUrl: string) => Braze.layer({ apiKey, baseUrl })
const metrix = (baseUrl: string) => Metrix.layer({ apiKey, appId: "app-1", baseUrl })
const xtremepush = (baseUrl: string) => Xtremepush.layer({ appToken: apiKey, baseUrl })
const ixon = (baseUrl: string) =>
  Ixon.layer({ applicationId: "app123456789", companyId: "c-1", token: apiKey, baseUrl })
const m3ter = (url: string) =>
  M3ter.layer({
    apiKey: Redacted.make(m3terKey),
    apiSecret: Redacted.make(m3terSecret),
    orgId: "o'1",
    configUrl: url,
    ingestUrl: url
  })

const form = Braze.operation("form", () => ({
  method: "POST",
  path: "/form",
  input: Schema.Struct({ text: Schema.String, many: Schema.Array(Schema.String) }),
  output: Schema.Struct({}),
  content: "form",
  idempotent: false
}))
const text = Braze.operation("text", () => ({
  method: "PUT",
  path: "/text/{id}",
  input: Schema.Struct({ id: Schema.String, data: Schema.String }),
  output: Schema.Struct({}),
  content: "text/csv",
  body: "data",
  idempotent: false
}))
const bytes = Braze.operation("bytes", () => ({
  method: "POST",
  path: "/bytes",
  input: Schema.Struct({ data: Schema.Uint8Array }),
  output: Schema.Struct({}),
  content: "application/gzip",
  body: "data",
  idempotent: false
}))
const formOfXtremepush = Xtremepush.operation("form", () => ({
  method: "POST",
  path: "/form",
  input: Schema.Struct({ text: Schema.String }),
  output: Schema.Struct({}),
  content: "form",
  idempotent: false
}))

interface Case {
  readonly call: (url: string) => Effect.Effect<unknown, unknown>
  readonly support: Support
}

const event = { externalId: "u'1", name: odd, time: new Date("2026-01-01T00:00:00Z") }
const cases: Readonly<Record<string, Case>> = {
  "Braze: quotes, line ends and emoji": {
    call: (url) => Effect.provide(Braze.trackUsers({ events: [event] }), braze(url)),
    support: Braze.support
  },
  "Xtremepush: a body of 200 kB, with a token in it": {
    call: (url) =>
      Effect.provide(Xtremepush.hitEvent({ userId: "u", event: odd.repeat(3_500) }), xtremepush(url)),
    support: Xtremepush.support
  },
  "Braze: a query with brackets": {
    call: (url) =>
      Effect.provide(
        Braze.getSubscriptionStatus({ subscriptionGroupId: "g'1", emails: ["ada+1@example.com"] }),
        braze(url)
      ),
    support: Braze.support
  },
  "Metrix: a key in a header": {
    call: (url) =>
      Effect.provide(
        Metrix.ingest({ customUserId: odd, messages: [{ type: "user", id: "m", firstName: odd }] }),
        metrix(url)
      ),
    support: Metrix.support
  },
  "Xtremepush: a token in the body": {
    call: (url) => Effect.provide(Xtremepush.hitEvent({ userId: odd, event: odd }), xtremepush(url)),
    support: Xtremepush.support
  },
  "m3ter: an access token, and a path": {
    call: (url) => Effect.provide(M3ter.listAccounts({ codes: [odd, "b&c"] }), m3ter(url)),
    support: M3ter.support
  },
  "m3ter: the request for the token itself": {
    call: (url) => Effect.provide(M3ter.getToken({}), m3ter(url)),
    support: M3ter.support
  },
  "IXON: fields and filters in the query": {
    call: (url) =>
      Effect.provide(
        Ixon.listAgents({ fields: ["publicId", "name"], filters: [`eq(name,"${odd}")`] }),
        ixon(url)
      ),
    support: Ixon.support
  },
  "a form": {
    call: (url) => Effect.provide(form({ text: odd, many: ["a b", "&=+%"] }), braze(url)),
    support: Braze.support
  },
  "text that begins like the name of a file": {
    call: (url) => Effect.provide(text({ id: "ü/1", data: `@${odd}\n` }), braze(url)),
    support: Braze.support
  },
  "text with a NUL": {
    call: (url) => Effect.provide(text({ id: "1", data: `a\0b${odd}` }), braze(url)),
    support: Braze.support
  },
  "bytes that are no text": {
    call: (url) =>
      Effect.provide(
        bytes({ data: Uint8Array.from({ length: 300 }, (_, index) => index % 256) }),
        braze(url)
      ),
    support: Braze.support
  },
  "text without a character": {
    call: (url) => Effect.provide(text({ id: "1", data: "" }), braze(url)),
    support: Braze.support
  }
}

/** What the call fails with, and the last request that it made. */
const failed = async (raw: Raw, call: Case["call"]) => {
  const failure = await Effect.runPromise(
    Effect.provideService(Effect.flip(call(raw.url)), Journal.Current, Journal.into([]))
  )
  if (!isFailure(failure)) throw new Error("no failure", { cause: failure })
  return { failure, sent: raw.received.at(-1) ?? Buffer.alloc(0) }
}

const isToken = (line: string): boolean => line.includes("/oauth/token")
const grant = `{"access_token":"m3ter-token-123","expires_in":18000}`

describe.skipIf(!available())("the command of a whole report sends what was sent, byte for byte", () => {
  it.each(Object.entries(cases))("%s", async (name, { call, support }) => {
    const grants = !name.includes("itself")
    const raw = await listen((line) => (grants && isToken(line) ? [200, grant] : [400, "{}"]))
    try {
      const { failure, sent } = await failed(raw, call)
      const { curl } = Diagnose.report(failure, support, { whole: true })
      assert.isTrue(curl?.exact, curl?.note)
      const before = raw.received.length
      const printed = await sh(curl?.command ?? "", environment)
      assert.strictEqual(raw.received.length, before + 1, printed)
      assert.strictEqual(raw.received.at(-1)?.toString("latin1"), sent.toString("latin1"))
      assert.include(printed, "HTTP/1.1 400")
      // What is in the command comes from the environment, and from nowhere else.
      assert.notInclude(curl?.command ?? "", key)
      assert.notInclude(curl?.command ?? "", m3terSecret)
    } finally {
      raw.close()
    }
  })

  it("with a credential that is spelled otherwise in a form, it says that it is not exact", async () => {
    const raw = await listen(() => [400, "{}"])
    try {
      const { failure } = await failed(raw, (url) =>
        Effect.provide(formOfXtremepush({ text: "a" }), xtremepush(url))
      )
      const { curl } = Diagnose.report(failure, Xtremepush.support, { whole: true })
      assert.isFalse(curl?.exact)
      assert.include(curl?.note ?? "", "Not byte-exact: 1 field hidden")
    } finally {
      raw.close()
    }
  })
})
