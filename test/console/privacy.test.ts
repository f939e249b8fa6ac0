/** Neither secrets nor personal data are on the page or in its reports, of any vendor, whatever the answer quotes. */
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer, Redacted, References } from "effect"
import { HttpClient, type HttpClientRequest, HttpClientResponse } from "effect/http"
import * as Console from "../../src/console/Console.ts"
import type { AnyFailure } from "../../src/contract/Failure.ts"
import { Braze, Ixon, M3ter, Metrix, Telemetry, Xtremepush } from "../../src/index.ts"
import { live } from "./live.ts"
import { ask, token } from "./open.ts"

const [email, person, key] = ["ada.lovelace@example.com", "Ada Lovelace", "key-1234567890-of-the-shop"]
const secret = Redacted.make(key)
const marked = [email, encodeURIComponent(email), person, "Lovelace", key]

const bodyOf = ({ body }: HttpClientRequest.HttpClientRequest): string =>
  body._tag === "Uint8Array" ? new TextDecoder().decode(body.body) : ""

/** A wire that answers with this status, and quotes of the marked texts what it was sent. */
const wire = (status: number) =>
  Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request, url) => {
      const sent = decodeURIComponent(url.href.replaceAll("+", " ")) + bodyOf(request)
      const quoted = [email, person].filter((one) => sent.includes(one)).join(", ")
      const refusal = { message: `no ${quoted}`, data: [{ message: `bad ${key}` }], user_id: quoted }
      const answer =
        url.pathname === "/oauth/token"
          ? Response.json({ access_token: key, expires_in: 18_000 })
          : Response.json(refusal, { status })
      return Effect.succeed(HttpClientResponse.fromWeb(request, answer))
    })
  )

const vendors = (status: number) =>
  Layer.mergeAll(
    Braze.layerNoTransport({ apiKey: secret, baseUrl: Braze.instances["US-01"] }),
    Metrix.layerNoTransport({ apiKey: secret, appId: "app" }),
    Xtremepush.layerNoTransport({ appToken: secret }),
    M3ter.layerNoTransport({ apiKey: secret, apiSecret: secret, orgId: "o1" }),
    Ixon.layerNoTransport({ applicationId: "app", companyId: "c1", token: secret })
  ).pipe(Layer.provide(wire(status)))

type Vendors = Braze.BrazeApi | Metrix.MetrixApi | Xtremepush.XtremepushApi | M3ter.M3terApi | Ixon.IxonApi

const time = DateTime.makeUnsafe(1_767_225_600_000)
const calls: ReadonlyArray<Effect.Effect<unknown, AnyFailure, Vendors>> = [
  Braze.trackUsers({ events: [{ externalId: email, name: "booked", time, properties: { by: person } }] }),
  Braze.getSubscriptionStatus({ subscriptionGroupId: "g1", emails: [email] }),
  M3ter.createAccount({ name: person, code: email, emailAddress: email }),
  Metrix.ingest({ customUserId: email, messages: [{ type: "user", id: "m1", lastName: person, email }] }),
  Xtremepush.hitEvent({ userId: email, event: "order", value: person }),
  Ixon.listAgents({ filters: [`like(name,"${person}")`] })
]

const page = Console.layer({
  port: 0,
  token: Redacted.make(token),
  vendors: [Braze, M3ter, Metrix, Xtremepush, Ixon],
  announce: () => Effect.void
})

describe("what the console shows of failures", () => {
  it.live.each([400, 401, 403, 404, 418, 422])("answered with %s has no marked text", (status) =>
    Effect.gen(function* () {
      const failed = yield* Effect.forEach(calls, Effect.flip)
      const { address } = yield* Console.Console
      const sections = yield* (yield* live(address)).next
      assert.notStrictEqual(sections, "ended")
      const text = JSON.stringify(sections)
      for (const { call } of failed) assert.include(text, call?.id ?? "none")
      assert.deepStrictEqual(
        marked.filter((one) => text.includes(one)),
        []
      )
      for (const { call } of failed) {
        const report = yield* ask(`${address}reports/${call?.id}`)
        assert.match(report.text, /^# \w+: /)
        assert.deepStrictEqual(
          marked.filter((one) => report.text.includes(one)),
          [],
          report.text
        )
      }
    }).pipe(
      Effect.scoped,
      Effect.provide(Layer.provideMerge(vendors(status), page)),
      Effect.provideService(Telemetry.Layers, new Telemetry.Registered()),
      Effect.provideService(References.MinimumLogLevel, "None")
    )
  )
})
