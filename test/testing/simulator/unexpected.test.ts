/** Requests that no operation of a simulator fits: the test learns what was asked for and how to give it, and never takes it for the vendor's 404. */
import { assert, describe, it } from "@effect/vitest"
import { Cause, Effect, Exit, Layer, Redacted } from "effect"
import { HttpClientRequest } from "effect/http"
import { TestClock } from "effect/testing"
import * as Simulator from "../../../src/testing/Simulator.ts"
import * as M3ter from "../../../src/vendors/m3ter/index.ts"
import * as Xtremepush from "../../../src/vendors/xtremepush/index.ts"
import * as BillJobs from "../../../src/vendors/m3ter/surface/billJobs.ts"

const { apiKey, apiSecret, orgId } = M3ter.simulator.credentials
const over = (world: Layer.Layer<any>) =>
  // any: whatever stands beside the transport
  Layer.provideMerge(
    Layer.orDie(
      M3ter.layerNoTransport({ apiKey: Redacted.make(apiKey), apiSecret: Redacted.make(apiSecret), orgId })
    ),
    world
  )
const m3ter = (options?: Simulator.Options) => over(Simulator.layer(M3ter.simulator, options))

const path = `/organizations/${orgId}/billjobs/j1/cancel`
const sentence =
  `The simulator of M3ter does not know POST ${path}. ` +
  "Simulator.withOperations(M3ter.simulator, Module) gives it the operations that a module exports."

describe("a call of an operation that the simulator does not know", () => {
  it.effect("dies, and says what was asked for and how to give it", () =>
    Effect.gen(function* () {
      const exit = yield* Effect.exit(BillJobs.cancelBillJob({ id: "j1" }))
      assert.isTrue(Exit.isFailure(exit) && Cause.hasDies(exit.cause))
      const died = Exit.isFailure(exit) ? Cause.squash(exit.cause) : undefined
      assert.instanceOf(died, Simulator.UnexpectedRequest)
      assert.strictEqual(died instanceof Error ? died.message : "", sentence)
      const { requests } = yield* Simulator.World
      const last = (yield* requests).at(-1)
      assert.deepStrictEqual(
        [last?.method, last?.path, last?.operation, last?.ended, last?.unexpected],
        ["POST", path, undefined, 404, sentence]
      )
    }).pipe(Effect.provide(m3ter()))
  )

  it.effect("is carried out once it is given", () =>
    Effect.gen(function* () {
      const { requests } = yield* Simulator.World
      const { id } = yield* M3ter.createBillJob({})
      // The limit on requests leaves some milliseconds between two.
      yield* TestClock.adjust("1 second")
      yield* BillJobs.cancelBillJob({ id })
      assert.deepStrictEqual(
        (yield* requests).filter(({ unexpected }) => unexpected !== undefined),
        []
      )
    }).pipe(Effect.provide(over(Simulator.layer(Simulator.withOperations(M3ter.simulator, BillJobs)))))
  )

  it.effect("is answered as a wrong address where the world says so, with the same sentence", () =>
    Effect.gen(function* () {
      const failure = yield* Effect.flip(BillJobs.cancelBillJob({ id: "j1" }))
      assert.deepStrictEqual(
        [failure._tag, failure.vendorMessage],
        ["M3ter.NotFound", `Not Found. ${sentence}`]
      )
      const { client } = yield* Simulator.World
      const { headers } = yield* client.get("https://api.m3ter.com/nowhere")
      assert.strictEqual(headers["x-faultline-simulator"], "unexpected request")
    }).pipe(Effect.provide(m3ter({ unexpected: "answer" })))
  )

  it.effect("is answered so on a real socket, for nobody is there to die", () =>
    Effect.gen(function* () {
      const { bases, world } = yield* Simulator.serve(Xtremepush.simulator)
      const answer = yield* Effect.promise(() =>
        fetch(`${bases[0]?.url}/api/external/info/campaigns`, { method: "POST" })
      )
      const { code, message } = yield* Effect.promise(() => answer.json())
      assert.deepStrictEqual(
        [answer.status, code, answer.headers.get("x-faultline-simulator")],
        [404, 404, "unexpected request"]
      )
      assert.match(
        message,
        /^Not Found\. The simulator of Xtremepush does not know POST \/api\/external\/info\/campaigns\./
      )
      assert.match(message, /It knows: POST \/api\/external\/info\/campaign \(Xtremepush\.infoCampaign\)\.$/)
      assert.match((yield* world.requests)[0]?.unexpected ?? "", /does not know POST/)
    }).pipe(Effect.scoped)
  )
})

describe("what is near is named", () => {
  const askedFor = (method: "GET" | "POST" | "PUT" | "DELETE", path: string) =>
    Effect.gen(function* () {
      const { client, requests } = yield* Simulator.World
      const url = `https://api.m3ter.com/organizations/${orgId}${path}`
      yield* Effect.exit(client.execute(HttpClientRequest.make(method)(url)))
      return (yield* requests).at(-1)?.unexpected?.split("It knows: ")[1]
    }).pipe(Effect.provide(m3ter()))

  it.effect("the same path with other methods", () =>
    Effect.gen(function* () {
      const found = yield* askedFor("DELETE", "/products/p1")
      assert.strictEqual(
        found,
        "GET /organizations/{orgId}/products/{id} (M3ter.getProduct), PUT /organizations/{orgId}/products/{id} (M3ter.updateProduct)."
      )
    })
  )

  it.effect("a path of which one part is misspelled, with the same method", () =>
    Effect.gen(function* () {
      assert.strictEqual(
        yield* askedFor("GET", "/product/p1"),
        "GET /organizations/{orgId}/products/{id} (M3ter.getProduct)."
      )
      assert.isUndefined(yield* askedFor("DELETE", "/product/p1"))
    })
  )

  it.effect("nothing where nothing is near", () =>
    Effect.gen(function* () {
      assert.isUndefined(yield* askedFor("GET", "/a/b/c/d/e"))
      assert.isUndefined(yield* askedFor("GET", "/invoices"))
    })
  )
})
