/** Effect's HTTP client over nothing: it answers in this process, as the server would. */
import * as Effect from "effect/Effect"
import * as HttpClient from "effect/http/HttpClient"
import * as HttpClientResponse from "effect/http/HttpClientResponse"
import * as Layer from "effect/Layer"
import { meters, thing } from "./shapes.ts"

const answerOf = (value: unknown) => {
  const text = JSON.stringify(value)
  return { text, headers: { "content-type": "application/json", "content-length": String(text.length) } }
}

const answers = {
  thing: answerOf(thing),
  meters: answerOf(meters),
  token: answerOf({ access_token: "a-token", expires_in: 18_000 })
} as const

const answerTo = (path: string) =>
  path.startsWith("/things") ? answers.thing : path === "/oauth/token" ? answers.token : answers.meters

export const stub: Layer.Layer<HttpClient.HttpClient> = Layer.succeed(
  HttpClient.HttpClient,
  HttpClient.make((request, { pathname }) =>
    Effect.sync(() => {
      const { headers, text } = answerTo(pathname)
      return HttpClientResponse.fromWeb(request, new Response(text, { headers }))
    })
  )
)
