/** What the console shows, what can be done there, and what it is bounded by. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Redacted, type Scope } from "effect"
import * as Console from "../../src/console/Console.ts"
import type * as Outbox from "../../src/durable/Outbox.ts"
import { act, live, type Section } from "./live.ts"
import { ask, ended, failed, lane, opened, token, type World, world } from "./open.ts"
import { raw } from "./raw.ts"

const served = Effect.gen(function* () {
  const shop = yield* world
  return { shop, ...(yield* opened(shop)) }
})

const all = (sections: ReadonlyArray<Section> | "ended"): string =>
  sections === "ended" ? sections : sections.map(({ html }) => html).join("\n")

const run = (name: string, test: Effect.Effect<void, unknown, Scope.Scope>) =>
  it.live(name, () => Effect.scoped(test))

describe("the page", () => {
  run(
    "shows health, failures and the outbox, and of text nothing as markup",
    Effect.gen(function* () {
      const { address } = yield* served
      const html = all(yield* (yield* live(address)).next)
      for (const found of [/closed/, /2 of 8/, />12\.5</, /42 of 100 in 60 s/, /Retry budget: 10/])
        assert.match(html, found)
      assert.match(html, /<p>Shop\.placeOrder failed with Shop\.SoldOut \(HTTP 400\)\.<\/p>/)
      assert.match(html, /What to do:<\/strong> Choose another article\./)
      assert.match(html, /<a\s+href="https:\/\/shop\.example\/docs"/)
      for (const id of ["order-1", "order-2", "order-3"]) assert.include(html, id)
      assert.include(html, "It was &lt;b&gt;refused&lt;/b&gt;.")
      assert.notInclude(html, "<b>refused")
      assert.notInclude(html, "input-of", "inputs are not shown")
    })
  )

  run(
    "sends what has changed, and nothing of the rest",
    Effect.gen(function* () {
      const { address, shop } = yield* served
      const { next } = yield* live(address)
      yield* next
      shop.failures = [failed({ id: "call-2", tag: "Shop.Closed" }), ...shop.failures]
      const sections = yield* next
      const ids = sections === "ended" ? [] : sections.map(({ id }) => id)
      assert.include(ids, "failures")
      assert.notInclude(ids, "health")
      assert.include(all(sections), "Shop.Closed")
    })
  )

  run(
    "says in the place of a source that it cannot be read, and shows the others",
    Effect.gen(function* () {
      const health = Effect.fail({ message: "The <metrics> are away." })
      const failures = { last: () => Effect.succeed([failed()]), report: () => Effect.succeed(undefined) }
      const { address } = yield* Console.serve({ health, failures }, { port: 0, token: Redacted.make(token) })
      const html = all(yield* (yield* live(address)).next)
      assert.include(html, "This cannot be read now. The &lt;metrics&gt; are away.")
      assert.include(html, "Shop.SoldOut")
    })
  )

  run(
    "shows as many failures and items as it is to, says how many there are, and links to the web alone",
    Effect.gen(function* () {
      const shop = yield* world
      shop.failures = Array.from({ length: 9 }, (_, n) =>
        failed({ id: `call-${n}`, see: `javascript:alert(${n})` })
      )
      yield* ended(
        shop.box,
        "dead",
        Array.from({ length: 30 }, (_, n) => `more-${n}`)
      )
      const { address } = yield* opened(shop, { most: 5 })
      const html = all(yield* (yield* live(address)).next)
      assert.lengthOf(html.match(/data-report=/g) ?? [], 5)
      assert.lengthOf(html.match(/data-action="requeue"/g) ?? [], 5)
      assert.match(html, /The first 5 of\s+32\./)
      assert.notMatch(html, /href="javascript/)
    })
  )

  run(
    "gives the report of a failure, and says where it has none",
    Effect.gen(function* () {
      const { address } = yield* served
      assert.strictEqual((yield* ask(`${address}reports/call-1`)).text, "# Report of call-1")
      const none = yield* ask(`${address}reports/${encodeURIComponent("a/b c")}`)
      assert.deepStrictEqual([none.status, none.text], [404, "This call is not kept, or not any more."])
    })
  )
})

const items = ({ box }: World, ...ids: ReadonlyArray<string>) =>
  Effect.map(box.store.list({ ids, limit: 10 }), (found): ReadonlyArray<Outbox.Item> => found)

describe("an action", () => {
  run(
    "pauses and resumes a lane and everything, with who and why",
    Effect.gen(function* () {
      const { address, shop } = yield* served
      for (const scope of [lane, "*"]) {
        const paused = yield* act(address, { _tag: "pause", scope, because: " the shop moves " })
        assert.strictEqual(paused.status, 200, paused.text)
        const [pause] = yield* shop.box.store.pauses
        assert.deepInclude(pause, { scope, by: "ada", reason: "the shop moves" })
        assert.match((yield* act(address, { _tag: "resume", scope })).text, /goes on/)
        assert.deepStrictEqual(yield* shop.box.store.pauses, [])
      }
    })
  )

  run(
    "sends a dead item again and settles one that is unknown; the reason stays with the item",
    Effect.gen(function* () {
      const { address, shop } = yield* served
      const because = "seen at the shop"
      assert.strictEqual(
        (yield* act(address, { _tag: "requeue", id: "order-2", because })).text,
        "order-2 is sent again."
      )
      const settled = yield* act(address, { _tag: "resolve", id: "order-1", to: "delivered", because })
      assert.strictEqual(settled.text, "order-1 is delivered.")
      const found = yield* items(shop, "order-1", "order-2")
      assert.deepStrictEqual(
        found.map(({ id, outcome, state }) => [id, state, outcome?.by, outcome?.because]),
        [
          ["order-1", "delivered", "ada", because],
          ["order-2", "pending", "ada", because]
        ]
      )
    })
  )

  run(
    "that the item's state does not allow is refused in a sentence",
    Effect.gen(function* () {
      const { address, shop } = yield* served
      const refused = [
        yield* act(address, { _tag: "requeue", id: "order-1", because: "x" }),
        yield* act(address, { _tag: "requeue", id: "no-such", because: "x" }),
        yield* act(address, { _tag: "resolve", id: "order-2", to: "delivered", because: "x" })
      ]
      for (const { status, text } of refused) {
        assert.strictEqual(status, 409)
        assert.match(text, /stays as it is/)
      }
      assert.strictEqual((yield* items(shop, "order-1"))[0]?.state, "unknown")
    })
  )

  run(
    "needs a reason, a known form and JSON, and is no larger than it must be",
    Effect.gen(function* () {
      const { address, shop } = yield* served
      const wrong = [
        { _tag: "requeue", id: "order-2", because: "  " },
        { _tag: "requeue", id: "order-2" },
        { _tag: "requeue", id: "order-2", because: "x".repeat(501) },
        { _tag: "resolve", id: "order-1", to: "pending!", because: "x" },
        { _tag: "drop", id: "order-2", because: "x" },
        "{",
        "null"
      ]
      for (const action of wrong)
        assert.strictEqual((yield* act(address, action)).status, 400, JSON.stringify(action))
      const right = { _tag: "requeue", id: "order-2", because: "x" }
      assert.strictEqual((yield* act(address, right, { "content-type": "text/plain" })).status, 415)
      assert.strictEqual((yield* act(address, { ...right, more: "x".repeat(20_000) })).status, 413)
      assert.strictEqual((yield* items(shop, "order-2"))[0]?.state, "dead")
      assert.strictEqual((yield* ask(`${address}actions`)).status, 404, "only POST acts")
    })
  )
})

describe("the server", () => {
  run(
    "takes 16 pages at once, and one more when another has gone",
    Effect.gen(function* () {
      const { address } = yield* served
      const page = Effect.map(live(address), ({ status }) => status)
      const last = yield* Effect.scoped(
        Effect.gen(function* () {
          for (let n = 0; n < 16; n++) assert.strictEqual(yield* page, 200)
          return yield* ask(`${address}live`)
        })
      )
      assert.deepStrictEqual([last.status, last.text], [503, "16 pages are connected already: close one."])
      const free = page.pipe(
        Effect.filterOrFail((status) => status === 200),
        Effect.retry({ times: 200 })
      )
      assert.strictEqual(yield* free, 200)
    })
  )

  run(
    "lets its pages go when it ends, however many connections are open without a request",
    Effect.gen(function* () {
      const shop = yield* world
      const began = performance.now()
      yield* Effect.scoped(
        Effect.gen(function* () {
          const { address, port } = yield* opened(shop)
          yield* Effect.forkScoped(raw(port, "GET / HTTP/1.1\r\nHost: loc"))
          yield* (yield* live(address)).next
        })
      )
      assert.isBelow(performance.now() - began, 5_000)
    })
  )

  run(
    "says which port it cannot have, and what else can be done",
    Effect.gen(function* () {
      const shop = yield* world
      const { port } = yield* opened(shop)
      const taken = yield* Effect.flip(opened(shop, { port }))
      assert.strictEqual(
        taken.message,
        `The console cannot listen on port ${port} (EADDRINUSE). Choose another port, or 0 for any free one.`
      )
    })
  )
})
