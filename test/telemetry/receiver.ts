/** A receiver of OTLP over HTTP on loopback, for what exporters send. */
import { ConfigProvider, Effect, Layer, type Scope } from "effect"
import * as http from "node:http"
import * as M3ter from "../../src/vendors/m3ter/index.ts"
import type * as Layers from "../../src/pipeline/layer.ts"
import * as Simulator from "../../src/testing/Simulator.ts"
import type { Script } from "../../src/testing/simulator/script.ts"

/** The body of a request, with its headers. */
export interface Heard {
  readonly path: string
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
}

/** A server that notes what it is sent, and answers with JSON. */
export const hearing = (
  answer: (heard: Heard) => string = () => "{}"
): Effect.Effect<{ readonly url: string; readonly heard: ReadonlyArray<Heard> }, never, Scope.Scope> =>
  Effect.gen(function* () {
    const heard: Array<Heard> = []
    const server = http.createServer((request, response) => {
      const chunks: Array<Buffer> = []
      request.on("data", (chunk: Buffer) => void chunks.push(chunk))
      request.on("end", () => {
        const one = {
          path: request.url ?? "",
          headers: request.headers,
          body: Buffer.concat(chunks).toString()
        }
        heard.push(one)
        response.setHeader("content-type", "application/json").end(answer(one))
      })
    })
    const port = yield* Effect.acquireRelease(
      Effect.callback<number>((resume) => {
        server.listen(0, "127.0.0.1", () => {
          const address = server.address()
          resume(Effect.succeed(typeof address === "object" && address !== null ? address.port : 0))
        })
      }),
      () => Effect.sync(() => server.close().closeAllConnections())
    )
    return { url: `http://127.0.0.1:${port}`, heard }
  })

/** m3ter on loopback, through the transport of this platform. */
export const m3ter = (script: Script, options: Layers.Options = {}) =>
  Effect.gen(function* () {
    const { env, world } = yield* Effect.orDie(Simulator.serve(M3ter.simulator, { script }))
    const layer = Layer.orDie(M3ter.layerConfig(options)).pipe(
      Layer.provide(ConfigProvider.layer(ConfigProvider.fromEnv({ env: { ...env } })))
    )
    return { layer, world }
  })

interface Value {
  readonly stringValue?: string
  readonly intValue?: number | string
  readonly doubleValue?: number
  readonly boolValue?: boolean
  readonly arrayValue?: { readonly values: ReadonlyArray<Value> }
}
interface Pair {
  readonly key: string
  readonly value: Value
}

/** A span as it came. */
export interface Exported {
  readonly name: string
  readonly kind: number
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId: string | undefined
  readonly attributes: Readonly<Record<string, unknown>>
  readonly events: ReadonlyArray<{
    readonly name: string
    readonly attributes: Readonly<Record<string, unknown>>
  }>
  readonly links: ReadonlyArray<{ readonly spanId: string }>
}

const plain = ({ arrayValue, boolValue, doubleValue, intValue, stringValue }: Value): unknown =>
  arrayValue?.values.map(plain) ??
  stringValue ??
  boolValue ??
  doubleValue ??
  (intValue === undefined ? undefined : Number(intValue))

const record = (pairs: ReadonlyArray<Pair>) =>
  Object.fromEntries(pairs.map(({ key, value }) => [key, plain(value)]))

interface Sent extends Omit<Exported, "attributes" | "events"> {
  readonly attributes: ReadonlyArray<Pair>
  readonly events: ReadonlyArray<{ readonly name: string; readonly attributes: ReadonlyArray<Pair> }>
}
interface Traces {
  readonly resourceSpans: ReadonlyArray<{
    readonly scopeSpans: ReadonlyArray<{ readonly spans: ReadonlyArray<Sent> }>
  }>
}

/** The spans that a receiver was sent, in the order in which they ended. */
export const spansIn = (heard: ReadonlyArray<Heard>): ReadonlyArray<Exported> =>
  heard
    .filter(({ path }) => path.endsWith("/v1/traces"))
    .flatMap(({ body }) => (JSON.parse(body) as Traces).resourceSpans) // as: by OTLP's own schema
    .flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans))
    .map((span) => ({
      ...span,
      attributes: record(span.attributes),
      events: span.events.map(({ attributes, name }) => ({ name, attributes: record(attributes) }))
    }))
