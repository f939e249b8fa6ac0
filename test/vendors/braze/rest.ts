/** A stand-in for Braze's REST hosts that answers from a list and keeps what it was asked. */
import { Clock, DateTime, Effect, Layer, Redacted } from "effect"
import { HttpClient, HttpClientResponse } from "effect/http"
import type * as Vendor from "../../../src/pipeline/layer.ts"
import { fromJson, type Wire } from "../../../src/contract/Wire.ts"
import * as Braze from "../../../src/vendors/braze/index.ts"

export const apiKey = "4b1f7a32-0c6e-4c8a-9f6d-2f1f6f6f0a11"
export const baseUrl = Braze.instances["EU-01"]
export const success = fromJson(201, {}, { message: "success" })

/** One request, and when it came (ms). */
export interface Sent {
  readonly at: number
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** The given answers, one after another; the last one again and again. `"silence"` is no answer. */
export const rest = (...answers: ReadonlyArray<Wire | "silence">) => {
  const sent: Array<Sent> = []
  const client = HttpClient.make((request, url) =>
    Effect.gen(function* () {
      const text = request.body._tag === "Uint8Array" ? new TextDecoder().decode(request.body.body) : ""
      const answer = answers[Math.min(sent.length, answers.length - 1)] ?? success
      sent.push({
        at: yield* Clock.currentTimeMillis,
        method: request.method,
        url,
        headers: { ...request.headers },
        body: text === "" ? undefined : JSON.parse(text)
      })
      if (answer === "silence") return yield* Effect.never
      const { headers, status, text: content } = answer
      return HttpClientResponse.fromWeb(
        request,
        new Response(content === "" ? null : content, { status, headers: { ...headers } })
      )
    })
  )
  return { sent, transport: Layer.succeed(HttpClient.HttpClient, client) }
}

/** Braze over such a stand-in. */
export const layer = (
  transport: Layer.Layer<HttpClient.HttpClient>,
  options: Vendor.Options = {}
): Layer.Layer<Braze.BrazeApi> =>
  Layer.orDie(Braze.layerNoTransport({ ...options, apiKey: Redacted.make(apiKey), baseUrl })).pipe(
    Layer.provide(transport)
  )

export const moment = (text: string): DateTime.Utc => DateTime.makeUnsafe(text)
