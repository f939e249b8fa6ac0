/** Personal data: hidden in whatever people are shown of a call, for every vendor; what a program reads stays whole. */
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer, Logger, Redacted, References } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import type { AnyFailure } from "../../src/contract/Failure.ts"
import type { Wire } from "../../src/contract/Wire.ts"
import { fromJson, make } from "../../src/contract/Wire.ts"
import { Braze, Ixon, Journal, M3ter, Metrix, Xtremepush } from "../../src/index.ts"

const [email, phone, person] = ["ada.lovelace@example.com", "+44 20 7946 0958", "Ada Lovelace"]
const secret = "s3cret-value-91"

const wireOf = (answer: (url: string) => Wire) =>
  Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request, url) => {
      const { headers, status, text } = answer(url.pathname)
      return Effect.succeed(
        HttpClientResponse.fromWeb(request, new Response(text, { status, headers: { ...headers } }))
      )
    })
  )

const apiKey = Redacted.make("key-1234567890")
const token = fromJson(200, {}, { access_token: "token-1234567890", expires_in: 18000 })

/** The vendors, over a wire that answers as given. */
const layers = (answer: Wire) => {
  const wire = wireOf((path) => (path === "/oauth/token" ? token : answer))
  return Layer.mergeAll(
    Braze.layerNoTransport({ apiKey, baseUrl: Braze.instances["US-01"] }),
    Metrix.layerNoTransport({ apiKey, appId: "app" }),
    Xtremepush.layerNoTransport({ appToken: apiKey }),
    M3ter.layerNoTransport({ apiKey: apiKey, apiSecret: apiKey, orgId: "o1" }),
    Ixon.layerNoTransport({ applicationId: "app", companyId: "c1", token: apiKey })
  ).pipe(Layer.provide(wire))
}

type Vendors = Braze.BrazeApi | Metrix.MetrixApi | Xtremepush.XtremepushApi | M3ter.M3terApi | Ixon.IxonApi

interface Case {
  readonly call: Effect.Effect<unknown, AnyFailure, Vendors>
  /** What the request's address or body still shows. */
  readonly shows: string
  /** Personal texts that it sends, and that the answer quotes. */
  readonly sends: ReadonlyArray<string>
}

const cases: Readonly<Record<string, Case>> = {
  "Braze: a profile, with attributes of the caller's own": {
    call: Braze.trackUsers({
      attributes: [{ externalId: email, firstName: "Ada", phone, custom: { nick: person } }],
      events: [
        {
          externalId: email,
          name: "booked",
          time: DateTime.makeUnsafe(1_767_225_600_000),
          properties: { by: person }
        }
      ]
    }),
    sends: [email, phone, person],
    shows: `"name":"booked"`
  },
  "Braze: people in a query": {
    call: Braze.getSubscriptionStatus({ subscriptionGroupId: "g1", emails: [email] }),
    sends: [email],
    shows: "subscription_group_id=g1"
  },
  "Braze: recipients of a message": {
    call: Braze.triggerCampaign({
      campaignId: "c1",
      recipients: [{ externalUserId: email, triggerProperties: { to: person } }]
    }),
    sends: [email, person],
    shows: `"campaign_id":"c1"`
  },
  "m3ter: an account": {
    call: M3ter.createAccount({
      name: person,
      code: email,
      emailAddress: email,
      address: { addressLine1: person }
    }),
    sends: [email, person],
    shows: "/organizations/o1/accounts"
  },
  "m3ter: accounts by code": {
    call: M3ter.listAccounts({ codes: [email] }),
    sends: [email],
    shows: "codes=%3Cpersonal%3E"
  },
  "m3ter: a measurement that holds what it must not": {
    call: M3ter.submitMeasurements({
      measurements: [
        {
          uid: "m1",
          meter: "calls",
          account: email,
          ts: DateTime.makeUnsafe(1_767_225_600_000),
          who: { name: person }
        }
      ]
    }),
    sends: [email, person],
    shows: `"meter":"calls"`
  },
  "Metrix: a user": {
    call: Metrix.ingest({
      customUserId: email,
      messages: [{ type: "user", id: "m1", firstName: "Ada", lastName: person, email, phoneNumber: phone }]
    }),
    sends: [email, phone, person],
    shows: `"id":"m1"`
  },
  "Xtremepush: rows of an import": {
    call: Xtremepush.importProfiles({
      columns: ["user_id", "email", "email_subscription"],
      rows: [[phone, email, true]]
    }),
    sends: [email, phone],
    shows: `"columns":["user_id","email",`
  },
  "Xtremepush: who did something": {
    call: Xtremepush.hitEvent({ userId: email, event: "order", value: person }),
    sends: [email, person],
    shows: `"event":"order"`
  },
  "IXON: the value of a filter": {
    call: Ixon.listAgents({ filters: [`like(name,"${person}")`] }),
    sends: [person],
    shows: "like%28name%2C%3Cpersonal%3E%29"
  }
}

const answers: Readonly<Record<string, (quoted: string) => Wire>> = {
  "a sentence that quotes it": (quoted) => make(418, {}, `no such user: ${quoted}`),
  "JSON that quotes it": (quoted) =>
    fromJson(418, {}, { message: `no ${quoted}`, data: [{ message: quoted }], user_id: quoted })
}

const isPersonal = (text: string): ReadonlyArray<string> =>
  [email, encodeURIComponent(email), phone, person, "Lovelace", "Ada"].filter((one) => text.includes(one))

describe("personal data is in no rendering", () => {
  for (const [name, { call, sends, shows }] of Object.entries(cases))
    it.effect.each(Object.entries(answers))(`of ${name}, answered with %s`, ([, answer]) => {
      const [entries, lines]: [Array<Journal.Entry>, Array<string>] = [[], []]
      const rows: Array<Journal.Row> = []
      const calls = Journal.rows((row) => void rows.push(row))
      const logger = Logger.layer([
        Logger.make(
          ({ fiber, message }) => void lines.push(JSON.stringify([message, fiber.getRef(Journal.Current)]))
        )
      ])
      return Effect.gen(function* () {
        const failure = yield* Effect.flip(call)
        yield* Effect.logError("failed", failure)
        for (const text of [
          failure.message,
          JSON.stringify(failure.call),
          JSON.stringify(entries),
          JSON.stringify(rows),
          lines.join()
        ])
          assert.deepStrictEqual(isPersonal(text), [], text)
        assert.include(failure.message, "<personal>")
        assert.include(JSON.stringify(rows.at(-1)?.attempts[0]?.answer), "<personal>")
        assert.include(`${failure.request?.url} ${failure.request?.body}`, shows)
      }).pipe(
        Effect.provide(Layer.mergeAll(layers(answer(sends.join(" or "))), logger)),
        Effect.provideService(Journal.Current, { ...Journal.into(entries), calls })
      )
    })
})

describe("a journal", () => {
  const refused = (bodies?: "whole") => {
    const entries: Array<Journal.Entry> = []
    const journal = { ...Journal.into(entries), ...(bodies === undefined ? {} : { bodies }) }
    return Effect.as(
      Effect.flip(
        Metrix.ingest({ customUserId: email, messages: [{ type: "user", id: "m1", lastName: person }] })
      ),
      entries
    ).pipe(
      Effect.provide(layers(make(400, {}, `bad user ${email}`))),
      Effect.provideService(Journal.Current, journal)
    )
  }

  it.effect("that asks for the whole has it, without secrets", () =>
    Effect.gen(function* () {
      const [hidden, whole] = [JSON.stringify(yield* refused()), JSON.stringify(yield* refused("whole"))]
      assert.deepStrictEqual(isPersonal(hidden), [])
      assert.include(whole, email)
      assert.include(whole, person)
      assert.notInclude(whole, Redacted.value(apiKey))
    })
  )

  it.effect("of the log has no bodies at all, nor has the line of a call that ended badly", () => {
    const lines: Array<string> = []
    return Effect.gen(function* () {
      yield* Effect.flip(
        Metrix.ingest({ customUserId: "u1", messages: [{ type: "action", id: "m7", customName: "visit" }] })
      )
      assert.lengthOf(lines, 2)
      assert.notMatch(lines.join(), /m7|visit|odd/)
      assert.match(lines.join(), /POST https:\/\/entry\.metrix\.ir/)
    }).pipe(
      Effect.provideService(Journal.Current, Journal.log),
      Effect.provideService(References.MinimumLogLevel, "Debug"),
      Effect.provide([
        layers(fromJson(400, {}, { message: "bad event", odd: "odd" })),
        Logger.layer([Logger.map(Logger.formatJson, (line) => void lines.push(line))])
      ])
    )
  })
})

describe("a secret whose name does not say so", () => {
  const answered: ReadonlyArray<readonly [string, Case["call"], object]> = [
    [
      "IXON",
      Ixon.getAgent({ publicId: "A0A0A0A0A0A0" }),
      { controlKey: secret, pullCode: secret, wlanKey: secret }
    ],
    [
      "m3ter",
      M3ter.getMeter({ id: "m1" }),
      { downloadUrl: `https://x/?sig=${secret}`, credentials: { any: secret } }
    ],
    ["Braze", Braze.listCampaigns({}), { push_tokens: [{ token: secret }] }],
    ["Xtremepush", Xtremepush.infoTask({ id: 1 }), { otp_code: secret }]
  ]
  it.effect.each(answered)("of %s is in no rendering of an answer", ([, call, answer]) =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(call)
      assert.notInclude(JSON.stringify(failure.call), secret)
      assert.include(failure.message, "<redacted>")
    }).pipe(Effect.provide(layers(fromJson(418, {}, answer))))
  )
})

describe("an input that is refused", () => {
  it.effect("is told without the personal text that breaks the rule", () =>
    Effect.gen(function* () {
      const long = `${email}${"x".repeat(500)}`
      const failure = yield* Effect.flip(
        M3ter.createAccount({ name: person, code: long, emailAddress: `${person} no mail` })
      )
      assert.strictEqual(failure._tag, "InvalidInput")
      assert.deepStrictEqual(isPersonal(failure.message), [])
    }).pipe(Effect.provide(layers(make(200, {}, "{}"))))
  )
})
