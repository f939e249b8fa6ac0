/** Answers of a simulated world on real sockets (Node only). */
import * as Effect from "effect/Effect"
import type * as http from "node:http"
import type { Wire } from "../../contract/Wire.ts"
import type { Answer } from "./engine.ts"

const written = (response: http.ServerResponse, bytes: Buffer): Effect.Effect<void> =>
  Effect.callback((resume) => void response.write(bytes, () => resume(Effect.void)))

const start = (response: http.ServerResponse, { headers, status }: Wire, length: number) =>
  response.writeHead(
    status,
    status === 204 || status === 304 ? { ...headers } : { ...headers, "content-length": length }
  )

const pieces = 8

const writeWhole = (response: http.ServerResponse, wire: Wire, over: number): Effect.Effect<void> =>
  Effect.gen(function* () {
    const bytes = Buffer.from(wire.text)
    start(response, wire, bytes.length)
    const size = over > 0 ? Math.max(1, Math.ceil(bytes.length / pieces)) : Math.max(1, bytes.length)
    for (let start = 0; start < bytes.length; start += size) {
      if (over > 0) yield* Effect.sleep((over * size) / bytes.length)
      yield* written(response, bytes.subarray(start, start + size))
    }
    response.end()
  })

// A reset discards what the other side has not read yet, so the half body gets a moment to arrive.
const momentToArrive = "50 millis"

const writeHalf = (response: http.ServerResponse, wire: Wire): Effect.Effect<void> =>
  Effect.gen(function* () {
    const bytes = Buffer.from(wire.text)
    start(response, wire, bytes.length + 1)
    response.flushHeaders()
    if (bytes.length > 1) yield* written(response, bytes.subarray(0, Math.ceil(bytes.length / 2)))
    yield* Effect.sleep(momentToArrive)
    response.socket?.resetAndDestroy()
  })

/** Writes an answer, or leaves the request without one. `shut` closes the port for a time. */
export const play = (
  answer: Answer,
  response: http.ServerResponse,
  shut: (millis: number) => Effect.Effect<void>
): Effect.Effect<void> => {
  const cut = Effect.sync(() => void response.socket?.resetAndDestroy())
  switch (answer._tag) {
    case "Whole":
      return writeWhole(response, answer.wire, answer.over)
    case "Half":
      return writeHalf(response, answer.wire)
    case "Refused":
      return Effect.andThen(cut, answer.millis > 0 ? shut(answer.millis) : Effect.void)
    case "Cut":
      return cut
    case "Silent":
      return Effect.never
    case "Nowhere":
      return writeWhole(
        response,
        { status: 404, headers: {}, text: "No vendor is served under this path.", body: undefined },
        0
      )
  }
}
