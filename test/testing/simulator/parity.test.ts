/** Every fault, over the client of a world and over its server on a real socket: both must look the same to a caller. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { HttpClient } from "effect/http"
import * as Simulator from "../../../src/testing/Simulator.ts"
import { layer as transport, send } from "../../../src/pipeline/Transport.ts"
import { simulator } from "./shop.ts"

const order = (base: string, token: string) =>
  Effect.flatMap(HttpClient.HttpClient, (client) =>
    send(client, {
      method: "POST",
      url: `${base}/shops/1/orders`,
      headers: { authorization: `Bearer ${token}` },
      query: [],
      body: { article: "tea", count: 2 },
      content: "json" as const
    })
  )

const tokenFrom = (base: string) =>
  Effect.flatMap(HttpClient.HttpClient, (client) =>
    Effect.map(
      send(client, {
        method: "POST",
        url: `${base}/token`,
        headers: { authorization: `Basic ${btoa("me:s3cret-password")}` },
        query: [],
        body: {},
        content: "json" as const
      }),
      ({ body }) => (body as { readonly token: string }).token
    )
  )

/** What a caller sees of one order, and what the ledger holds afterwards. */
const seen = (base: string, { ledger }: Simulator.Running) =>
  Effect.gen(function* () {
    const token = yield* tokenFrom(base)
    const outcome = yield* order(base, token).pipe(
      Effect.map(({ body, status }) => `${status} ${JSON.stringify(body)}`),
      Effect.timeoutOrElse({ duration: "800 millis", orElse: () => Effect.succeed("no answer in 800 ms") }),
      Effect.catch((fault) => Effect.succeed(`${fault._tag} ${fault.reason} ${fault.code}`))
    )
    return [outcome, (yield* ledger).map(({ count, identity }) => [identity, count])]
  })

const faults: ReadonlyArray<Simulator.Fault> = [
  { fault: "failure", tag: "Shop.Broken" },
  { fault: "failure", tag: "Shop.Broken", status: 502, applied: true },
  { fault: "failure", tag: "Shop.TooMany", fields: { retryAfter: "30 seconds" } },
  { fault: "cut-before" },
  { fault: "cut-after" },
  { fault: "cut-body" },
  { fault: "silence" },
  { fault: "silence", applied: true },
  { fault: "slow-answer", by: 100 },
  { fault: "slow-answer", by: "2 seconds" },
  { fault: "slow-body", over: 100 },
  { fault: "slow-body", over: "2 seconds" },
  { fault: "garbage" }
]

const both = (fault: Simulator.Fault) => {
  const script = [{ on: "Shop.placeOrder", ...fault } as Simulator.Rule]
  return Effect.gen(function* () {
    const inProcess = yield* Simulator.make(simulator, { script })
    const served = yield* Simulator.serve(simulator, { script })
    const base = served.bases[0]?.url ?? ""
    return [
      yield* seen("https://shop.example", inProcess).pipe(Effect.provide(inProcess.layer)),
      yield* seen(base, served.world).pipe(Effect.provide(transport))
    ] as const
  })
}

describe("the client and the server of a world agree on", () => {
  for (const fault of [...faults, { fault: "slow-answer", by: 0 } as const]) {
    it.live(JSON.stringify(fault), () =>
      Effect.gen(function* () {
        const [client, server] = yield* both(fault)
        assert.deepStrictEqual(server, client)
      })
    )
  }
})

it.live("a refused connection is refused by the client, and reset by the server, which is not sure", () =>
  Effect.gen(function* () {
    const [client, server] = yield* both({ fault: "refused" })
    assert.deepStrictEqual(client, ["Unsent refused ECONNREFUSED", []])
    assert.deepStrictEqual(server, ["Silence reset ECONNRESET", []])
  })
)

it.live("the client of a world knows the other reasons for which nothing is sent", () =>
  Effect.gen(function* () {
    const outcomes = yield* Effect.forEach(["dns", "tls", "connect-timeout"] as const, (as) =>
      Effect.gen(function* () {
        const world = yield* Simulator.make(simulator, {
          script: [{ on: "Shop.placeOrder", fault: "refused", as }]
        })
        return (yield* seen("https://shop.example", world).pipe(Effect.provide(world.layer)))[0]
      })
    )
    assert.deepStrictEqual(outcomes, [
      "Unsent dns ENOTFOUND",
      "Unsent tls DEPTH_ZERO_SELF_SIGNED_CERT",
      "Unsent connect-timeout UND_ERR_CONNECT_TIMEOUT"
    ])
  })
)

it.live("the server keeps its port closed for a while, and really refuses meanwhile", () =>
  Effect.gen(function* () {
    const { bases, world } = yield* Simulator.serve(simulator, {
      script: [{ on: "Shop.placeOrder", call: 1, fault: "refused", for: "300 millis" }]
    })
    const base = bases[0]?.url ?? ""
    const outcomes = yield* Effect.gen(function* () {
      const token = yield* tokenFrom(base)
      const attempt = order(base, token).pipe(
        Effect.match({
          onSuccess: ({ status }) => String(status),
          onFailure: ({ _tag, code }) => `${_tag} ${code}`
        })
      )
      const first = yield* attempt
      yield* Effect.sleep("50 millis")
      const second = yield* attempt
      yield* Effect.sleep("500 millis")
      return [first, second, yield* attempt]
    }).pipe(Effect.provide(transport))
    assert.deepStrictEqual(outcomes, ["Silence ECONNRESET", "Unsent ECONNREFUSED", "200"])
    assert.deepStrictEqual((yield* world.ledger).length, 1)
  })
)

it.live("the server tells where it listens and what environment leads to it", () =>
  Effect.gen(function* () {
    const { bases, env, port } = yield* Simulator.serve(simulator)
    assert.isAbove(port, 0)
    assert.deepStrictEqual(bases, [{ vendor: "Shop", host: "main", url: `http://127.0.0.1:${port}/shop` }])
    assert.deepStrictEqual(env, { SHOP_BASE_URL: `http://127.0.0.1:${port}/shop`, SHOP_USER: "me" })
    const taken = yield* Effect.flip(Simulator.serve(simulator, { port }))
    assert.match(taken.message, /cannot listen on port \d+ \(EADDRINUSE\)/)
  })
)

it.live("the port is free again when the scope has closed", () =>
  Effect.gen(function* () {
    const port = yield* Effect.scoped(Effect.map(Simulator.serve(simulator), ({ port }) => port))
    const second = yield* Simulator.serve(simulator, { port })
    assert.strictEqual(second.port, port)
  })
)
