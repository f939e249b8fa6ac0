/** Programs of users, the least that is of use: one operation of one vendor and its layer, or the same with a peer. */

/** The vendors, each with the operation that its program calls. */
export const vendors = {
  braze: "trackUsers",
  m3ter: "getMeter",
  xtremepush: "hitEvent",
  metrix: "push",
  ixon: "getAgent"
} as const

/** What is given is not the bundler's to know: it would leave out what it can work out. */
const given = "JSON.parse(globalThis.given)"

/** A program that calls one operation. */
export const programOf = (vendor: string, operation: string): string => `
import * as Effect from "effect/Effect"
import { layer, ${operation} } from "faultline/${vendor}"
const { input, options } = ${given}
Effect.runPromise(Effect.provide(${operation}(input), layer(options))).then(console.log)
`

const effect = `
import * as Effect from "effect/Effect"
import * as FetchHttpClient from "effect/http/FetchHttpClient"
import * as HttpClient from "effect/http/HttpClient"
import * as HttpClientResponse from "effect/http/HttpClientResponse"
import * as Schema from "effect/Schema"
const Thing = Schema.Struct({ id: Schema.String, count: Schema.Int, tags: Schema.Array(Schema.String) })
const program = Effect.gen(function* () {
  const client = HttpClient.retryTransient(HttpClient.filterStatusOk(yield* HttpClient.HttpClient), { times: 3 })
  return yield* HttpClientResponse.schemaBodyJson(Thing)(yield* client.get(${given}.url))
})
Effect.runPromise(program.pipe(Effect.timeout("10 seconds"), Effect.provide(FetchHttpClient.layer))).then(console.log)
`

/** The same with peers, by name. */
export const peers: Readonly<Record<string, string>> = {
  ky: `import ky from "ky"\nky.get(${given}.url, { retry: 3, timeout: 10_000 }).json().then(console.log)`,
  got: `import got from "got"\ngot(${given}.url, { retry: { limit: 3 }, timeout: { request: 10_000 } }).json().then(console.log)`,
  "axios-retry": `import axios from "axios"\nimport axiosRetry from "axios-retry"
const client = axios.create({ timeout: 10_000 })\naxiosRetry(client, { retries: 3 })\nclient.get(${given}.url).then(console.log)`,
  effect
}
