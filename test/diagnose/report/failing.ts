/** Calls of the five vendors that fail, with a planted key, person and answer. */
import { Effect, Layer, Redacted } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import type { AnyFailure } from "../../../src/contract/Failure.ts"
import type { Support } from "../../../src/contract/Support.ts"
import { fromJson, type Wire } from "../../../src/contract/Wire.ts"
import { Braze, Ixon, Journal, M3ter, Metrix, Xtremepush } from "../../../src/index.ts"

export const email = "ada.lovelace@example.com"
export const key = "s3cret-value-91x"
export const token = "m3ter-t0ken-17"

const wireOf = (answer: Wire) =>
  Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request, url) => {
      const granted = fromJson(200, {}, { access_token: token, expires_in: 18_000 })
      const { headers, status, text } = url.pathname === "/oauth/token" ? granted : answer
      return Effect.succeed(
        HttpClientResponse.fromWeb(request, new Response(text, { status, headers: { ...headers } }))
      )
    })
  )

const apiKey = Redacted.make(key)

const layers = (answer: Wire) =>
  Layer.mergeAll(
    Braze.layerNoTransport({ apiKey, baseUrl: Braze.instances["US-01"] }),
    Metrix.layerNoTransport({ apiKey, appId: "app-7" }),
    Xtremepush.layerNoTransport({ appToken: apiKey }),
    M3ter.layerNoTransport({ apiKey, apiSecret: apiKey, orgId: "org-7" }),
    Ixon.layerNoTransport({ applicationId: "app123456789", companyId: "company-7", token: apiKey })
  ).pipe(Layer.provide(wireOf(answer)))

type Vendors = Braze.BrazeApi | Metrix.MetrixApi | Xtremepush.XtremepushApi | M3ter.M3terApi | Ixon.IxonApi
type Call = Effect.Effect<unknown, AnyFailure, Vendors>

/** What a call fails with when it is answered so. */
export const failing = (call: Call, answer: Wire): Effect.Effect<AnyFailure> =>
  Effect.flip(call).pipe(
    Effect.provide(Layer.orDie(layers(answer))),
    Effect.provideService(Journal.Current, Journal.into([])),
    Effect.orDie
  )

/** An answer that quotes the key and the person. */
export const quoting = fromJson(
  400,
  { "x-request-id": "req-1", "content-type": "application/json" },
  { message: `no ${email} for ${key}`, code: 400, success: false }
)

const message = { type: "user", id: "m-1", firstName: "Ada", email } as const

/** One call of each vendor; the user's own texts hold the key by mistake. */
export const calls = {
  braze: [
    Braze.triggerCampaign({
      campaignId: "c-1",
      recipients: [{ externalUserId: email, triggerProperties: { note: `key ${key}` } }]
    }),
    Braze.support
  ],
  metrix: [Metrix.ingest({ customUserId: email, messages: [message] }), Metrix.support],
  xtremepush: [Xtremepush.hitEvent({ userId: email, event: `order ${key}` }), Xtremepush.support],
  m3ter: [M3ter.listAccounts({ codes: [email] }), M3ter.support],
  ixon: [Ixon.listAgents({ fields: ["publicId"], filters: [`eq(name,"${email}")`] }), Ixon.support]
} satisfies Record<string, readonly [Call, Support]>
