/** What Braze's own 5XX promises, and what a gateway's answer in its place does not. */
import { assert, describe, it } from "@effect/vitest"
import { Clock, Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { compile } from "../../src/contract/compile.ts"
import type { AnyOperation } from "../../src/contract/Operation.ts"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import { explain } from "../../src/diagnose/Diagnose.ts"
import { plan } from "../../src/policy/Policy.ts"
import * as Braze from "../../src/vendors/braze/index.ts"
import { layer, rest, success } from "../vendors/braze/rest.ts"
import { calls, event, purchase, send } from "../vendors/braze/samples.ts"

type Call = Effect.Effect<
  unknown,
  { readonly _tag: string; readonly delivery: string; readonly retry: unknown },
  Braze.BrazeApi
>

/** How a call ends that is answered so for ever, and how often it asked. */
const ended = (call: Call, ...answers: ReadonlyArray<Wire>) =>
  Effect.gen(function* () {
    const braze = rest(...answers)
    const start = yield* Clock.currentTimeMillis
    const fiber = yield* Effect.forkChild(
      Effect.result(Effect.provide(call, layer(braze.transport, { policy: { jitter: "none" } })))
    )
    yield* TestClock.adjust("1 hour")
    const result = yield* Fiber.join(fiber)
    const failure = result._tag === "Failure" ? result.failure : undefined
    return {
      failure,
      facts: [failure?._tag, failure?.retry, failure?.delivery] as const,
      at: braze.sent.map(({ at }) => at - start)
    }
  })

const html = (status: number) =>
  make(status, { "content-type": "text/html" }, "<html><h1>Bad Gateway</h1></html>")
const own = (status: number) => fromJson(status, {}, { message: "Internal Server Error" })
const statuses = [500, 501, 502, 503, 504, 505, 507, 520, 521, 522, 523, 524, 525, 526, 529, 530, 599]

/** Answers with a server error that Braze did not write. */
const foreign: ReadonlyArray<readonly [name: string, wire: Wire]> = [
  ...statuses.map((status) => [`${status} with a page`, html(status)] as const),
  ["502 with nothing", make(502, {}, "")],
  ["503 with white space", make(503, {}, " \n")],
  ["504 with a sentence", make(504, { "content-type": "text/plain" }, "upstream request timeout")],
  [
    "503 with a page that says to be JSON",
    make(503, { "content-type": "application/json" }, "<html>no</html>")
  ],
  ["502 with JSON that was cut off", make(502, {}, `{"message":"Internal Ser`)],
  ["503 with a gateway's JSON", fromJson(503, {}, { error: "no healthy upstream" })],
  [
    "520 with a network's JSON",
    fromJson(520, {}, { title: "Error 520", status: 520, detail: "Unknown error" })
  ],
  ["504 with a message of null", fromJson(504, {}, { message: null })],
  ["503 with an empty message", fromJson(503, {}, { message: "" })],
  ["503 with a list", fromJson(503, {}, ["message"])],
  ["503 with a text as JSON", fromJson(503, {}, "message")]
]

const sends: ReadonlyArray<readonly [string, Call]> = [
  ["sendMessages", Braze.sendMessages(send)],
  ["triggerCampaign", Braze.triggerCampaign({ campaignId: "c", recipients: [{ externalUserId: "u" }] })],
  ["triggerCanvas", Braze.triggerCanvas({ canvasId: "c", recipients: [{ externalUserId: "u" }] })]
]

const counted: ReadonlyArray<readonly [string, Call]> = [
  ["events", Braze.trackUsers({ events: [event] })],
  ["purchases", Braze.trackUsers({ purchases: [purchase] })],
  ["an increment", Braze.trackUsers({ attributes: [{ externalId: "u", custom: { visits: { inc: 1 } } }] })],
  [
    "events beside attributes",
    Braze.trackUsers({ attributes: [{ externalId: "u", firstName: "Ada" }], events: [event] })
  ]
]

describe("a server error that is not in Braze's form", () => {
  it.effect.each(foreign)(
    "%s is a gateway's: a message that may have gone out is not sent again",
    ([, wire]) =>
      Effect.gen(function* () {
        for (const [name, call] of [...sends, ...counted]) {
          const { at, facts } = yield* ended(call, wire, success)
          assert.deepStrictEqual(facts, ["Braze.GatewayFault", "if-idempotent", "Unknown"], name)
          assert.deepStrictEqual(at, [0], name)
        }
      })
  )

  it.effect("is asked again where a second time changes nothing", () =>
    Effect.gen(function* () {
      for (const call of [
        Braze.trackUsers({ attributes: [{ externalId: "u", firstName: "Ada" }] }),
        Braze.deleteUsers({ externalIds: ["u"] }),
        Braze.sendTransactional({ campaignId: "c", recipient: { externalUserId: "u" } })
      ])
        assert.deepStrictEqual((yield* ended(call, html(502), html(524), success)).at, [0, 1_000, 3_000])
    })
  )

  it.effect("leaves nothing half done where the call only reads", () =>
    Effect.gen(function* () {
      const { at, failure } = yield* ended(Braze.listCampaigns({}), html(502))
      assert.deepStrictEqual(
        [failure?._tag, failure?.delivery, at.length],
        ["Braze.GatewayFault", "Refused", 6]
      )
    })
  )

  it.effect("says that it is not Braze that answered, keeps its words, and what to look up first", () =>
    Effect.gen(function* () {
      const { failure } = yield* ended(Braze.sendMessages(send), html(502))
      const message = failure instanceof Error ? failure.message : ""
      for (const words of ["in Braze's place", "Bad Gateway", "may or may not have been done", "look up"])
        assert.include(message, words)
    })
  )
})

describe("a server error of Braze's own", () => {
  it.effect.each(sends)("%s: no message went out, so it is sent again", ([, call]) =>
    Effect.gen(function* () {
      for (const status of statuses) {
        const { at, facts } = yield* ended(call, own(status))
        assert.deepStrictEqual(facts, ["Braze.ServerFault", "safe", "Refused"])
        assert.deepStrictEqual(at, [0, 1_000, 3_000, 7_000, 15_000, 31_000])
      }
    })
  )

  it.effect.each(counted)(
    "trackUsers with %s: they may have been counted, so it is not sent again",
    ([, call]) =>
      Effect.gen(function* () {
        for (const status of statuses) {
          const { at, facts } = yield* ended(call, own(status), success)
          assert.deepStrictEqual(facts, ["Braze.ServerFault", "if-idempotent", "Unknown"])
          assert.deepStrictEqual(at, [0])
        }
      })
  )

  it.effect(
    "trackUsers with attributes that are only set: sent again, for a second time changes nothing",
    () =>
      Effect.gen(function* () {
        const call = Braze.trackUsers({ attributes: [{ externalId: "u", firstName: "Ada" }] })
        assert.deepStrictEqual((yield* ended(call, own(500), success)).at, [0, 1_000])
        const { facts } = yield* ended(call, own(500))
        assert.deepStrictEqual(facts, ["Braze.ServerFault", "if-idempotent", "Unknown"])
      })
  )

  it.effect("says what to look up first where it may have been done, and not where nothing was", () =>
    Effect.gen(function* () {
      const { failure: open } = yield* ended(Braze.trackUsers({ events: [event] }), own(500))
      assert.include(String(open), "look up whether it was done")
      const { failure: refused } = yield* ended(Braze.sendMessages(send), own(500))
      assert.notInclude(String(refused), "look up")
      assert.include(String(refused), "Nothing was done.")
    })
  )

  it("is called harmless by the operations that send, and by no other", () => {
    const harmless = calls.filter(([{ spec }]) => spec.harmless?.includes(Braze.ServerFault) === true)
    assert.deepStrictEqual(
      harmless.map(([{ tag }]) => tag),
      ["Braze.sendMessages", "Braze.triggerCampaign", "Braze.triggerCanvas", "Braze.sendTransactional"]
    )
    for (const [operation] of calls)
      assert.include(compile(Braze.vendor, operation).failures, Braze.GatewayFault)
  })
})

describe("explain", () => {
  const explained = (wire: Wire, operation?: AnyOperation, bodyUnknown = false) =>
    Effect.map(
      explain(Braze.vendor, wire, { ...(operation === undefined ? {} : { operation }), bodyUnknown }),
      ({ delivery, retry, tag }) => [tag, retry, delivery]
    )

  it.effect("agrees with the calls", () =>
    Effect.gen(function* () {
      const { sendMessages, trackUsers } = Braze
      assert.deepStrictEqual(yield* explained(own(503), sendMessages), [
        "Braze.ServerFault",
        "safe",
        "Refused"
      ])
      assert.deepStrictEqual(yield* explained(own(503), trackUsers), [
        "Braze.ServerFault",
        "if-idempotent",
        "Unknown"
      ])
      assert.deepStrictEqual(yield* explained(html(503), sendMessages), [
        "Braze.GatewayFault",
        "if-idempotent",
        "Unknown"
      ])
    })
  )

  it.effect(
    "promises nothing without the operation, or without the body, and takes no missing body for a gateway's",
    () =>
      Effect.gen(function* () {
        const open = ["Braze.ServerFault", "if-idempotent", "Unknown"]
        assert.deepStrictEqual(yield* explained(own(503)), open)
        assert.deepStrictEqual(yield* explained(make(503, {}, ""), undefined, true), open)
        assert.deepStrictEqual(yield* explained(make(503, {}, ""), Braze.sendMessages, true), open)
      })
  )
})

it("the plan of a send repeats it after a server fault, and not after a gateway's", () => {
  const { timelines } = plan(Braze.sendMessages, {
    policy: Braze.vendor.advice,
    failures: [Braze.ServerFault, Braze.GatewayFault]
  })
  const attempts = (tag: string) => timelines.find((one) => one.tag === `Braze.${tag}`)?.attempts.length
  assert.deepStrictEqual([attempts("ServerFault"), attempts("GatewayFault")], [6, 1])
})
