/** A project at Xtremepush that answers from a function, and remembers what it was sent. */
import { type Effect, Layer, Redacted, Schema } from "effect"
import type * as Vendor from "../../../src/pipeline/layer.ts"
import { fromJson, type Wire } from "../../../src/contract/Wire.ts"
import * as Xtremepush from "../../../src/vendors/xtremepush/index.ts"
import * as Shop from "../../shop/shop.ts"

/** A request: the end of its path and its body without the app token. */
export interface Sent {
  readonly method: string
  readonly body: Readonly<Record<string, unknown>>
}

const Body = Schema.fromJsonString(Schema.Record(Schema.String, Schema.Unknown))

/** What the page shows of a success. */
export const done = fromJson(200, {}, { code: 200, success: true })

export const project = (answer: (sent: Sent) => Wire | Effect.Effect<Wire>, options: Vendor.Options = {}) => {
  const sent: Array<Sent> = []
  const { layer } = Shop.transport((_method, url, _headers, text) => {
    const { apptoken: _, ...body } = Schema.decodeUnknownSync(Body)(text)
    const one = { method: url.pathname.replace("/api/external/", ""), body }
    sent.push(one)
    return answer(one)
  })
  const appToken = Redacted.make("tok-1234567890")
  return { sent, layer: Layer.provide(Xtremepush.layerNoTransport({ ...options, appToken }), layer) }
}
