/** Downloads and uploads at presigned addresses: the address is the credential, so no other is sent, and it is not shown. */
import { assert, describe, it } from "@effect/vitest"
import { Clock, Duration, Effect, Fiber, Layer, Redacted } from "effect"
import { HttpClient, HttpClientError, HttpClientResponse } from "effect/http"
import { TestClock } from "effect/testing"
import * as Policy from "../../src/policy/Policy.ts"
import * as Transfer from "../../src/many/Transfer.ts"

const address = "https://files.example/reports/1?signature=s3cret"
const bytes = new Uint8Array([0, 1, 2, 250, 255])

interface Seen {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: ReadonlyArray<number>
}

/** A host that answers request after request as it is told; `lost` breaks the connection, `silent` keeps it and says nothing. */
const host = (...answers: ReadonlyArray<Response | "lost" | "silent">) => {
  const seen: Array<Seen> = []
  const layer = Layer.succeed(
    HttpClient.HttpClient,
    HttpClient.make((request, url) => {
      const body = request.body._tag === "Uint8Array" ? [...request.body.body] : []
      seen.push({ method: request.method, url: url.href, headers: { ...request.headers }, body })
      const answer = answers[Math.min(seen.length, answers.length) - 1] ?? "lost"
      if (answer === "silent") return Effect.never
      if (answer !== "lost") return Effect.succeed(HttpClientResponse.fromWeb(request, answer.clone()))
      const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" })
      return Effect.fail(
        new HttpClientError.HttpClientError({
          reason: new HttpClientError.TransportError({ request, cause })
        })
      )
    })
  )
  return { seen, layer }
}

const ended = <A, E, R>(transfer: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const fiber = yield* Effect.forkChild(transfer)
    yield* TestClock.adjust("1 hour")
    return yield* Fiber.join(fiber)
  })

it.effect("takes an address as an operation gives it, hidden", () => {
  const { layer, seen } = host(new Response(bytes))
  const hidden = Redacted.make(address)
  return Effect.gen(function* () {
    yield* Transfer.upload(hidden, bytes)
    assert.deepStrictEqual([...(yield* Transfer.download(hidden))], [...bytes])
    assert.deepStrictEqual(
      seen.map(({ url }) => url),
      [address, address]
    )
  }).pipe(Effect.provide(layer))
})

describe("a download", () => {
  it.effect("gives the bytes as they are, and sends no credentials", () => {
    const { layer, seen } = host(new Response(bytes))
    return Effect.gen(function* () {
      assert.deepStrictEqual([...(yield* Transfer.download(address))], [...bytes])
      assert.deepStrictEqual(
        seen.map(({ headers, method, url }) => [method, url, headers["authorization"]]),
        [["GET", address, undefined]]
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("is tried again after silence", () => {
    const { layer, seen } = host("lost", "lost", new Response(bytes))
    return Effect.gen(function* () {
      assert.strictEqual((yield* ended(Transfer.download(address))).length, bytes.length)
      assert.strictEqual(seen.length, 3)
    }).pipe(Effect.provide(layer))
  })
})

describe("a download that fails", () => {
  it.effect("left nothing half done, whatever the host answers", () => {
    const { layer } = host(new Response("busy", { status: 503 }))
    return Effect.gen(function* () {
      const failure = yield* Effect.flip(ended(Transfer.download(address)))
      assert.deepStrictEqual(
        [failure._tag, failure.status, failure.delivery],
        ["Unrecognized", 503, "Refused"]
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("ends by the deadline of its own policy, waiting for an answer or between two attempts", () => {
    const endedAt = (answer: "lost" | "silent", more: Partial<Policy.Policy>) => {
      const { layer, seen } = host(answer)
      const policy = { deadline: Duration.seconds(4), jitter: "none", ...more } as const
      return Effect.gen(function* () {
        const began = yield* Clock.currentTimeMillis
        const download = Effect.flip(Transfer.download(address, { policy }))
        const at = yield* ended(Effect.andThen(download, Clock.currentTimeMillis))
        return [at - began, seen.length]
      }).pipe(Effect.provide(layer))
    }
    return Effect.gen(function* () {
      // After waits of 1 and 2 s, the next one would end past the deadline.
      assert.deepStrictEqual(yield* endedAt("lost", {}), [3_000, 3])
      assert.deepStrictEqual(yield* endedAt("silent", { passing: Policy.never }), [4_000, 1])
      assert.deepStrictEqual(yield* endedAt("silent", {}), [4_000, 1])
    })
  })
})

describe("an upload", () => {
  it.effect("puts the same bytes again after silence, for it is the same upload", () => {
    const { layer, seen } = host("lost", new Response(null, { status: 200 }))
    return Effect.gen(function* () {
      yield* ended(Transfer.upload(address, bytes, { headers: { "content-type": "text/csv" } }))
      assert.deepStrictEqual(
        seen.map(({ body, headers, method }) => [method, headers["content-type"], body]),
        Array.from({ length: 2 }, () => ["PUT", "text/csv", [...bytes]])
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("that fails on the server's side may have been done", () => {
    const { layer } = host(new Response("busy", { status: 503 }))
    return Effect.gen(function* () {
      const failure = yield* Effect.flip(ended(Transfer.upload(address, bytes)))
      assert.deepStrictEqual(
        [failure._tag, failure.status, failure.delivery],
        ["Unrecognized", 503, "Unknown"]
      )
    }).pipe(Effect.provide(layer))
  })
})

it.effect.each([
  ["a refusal", new Response("the signature s… has expired", { status: 403 })],
  ["silence", "lost"]
] as const)(
  "what stands behind the path of the address is a secret, and is not shown with %s",
  ([, answer]) => {
    const { layer } = host(answer)
    return Effect.gen(function* () {
      const failure = yield* Effect.flip(ended(Transfer.download(address)))
      assert.strictEqual(failure.request?.url, "https://files.example/reports/1")
      assert.notInclude(`${failure.message} ${JSON.stringify(failure)}`, "s3cret")
    }).pipe(Effect.provide(layer))
  }
)
