import { assert, describe, it } from "@effect/vitest"
import * as Quotas from "../../../src/testing/simulator/quotas.ts"
import { draw, make } from "../../../src/testing/simulator/chance.ts"
import { identityOf, make as makeLedger } from "../../../src/testing/simulator/ledger.ts"
import { basicOf, bearerOf } from "../../../src/testing/simulator/received.ts"
import { route, routed } from "../../../src/testing/simulator/route.ts"
import { operationsIn } from "../../../src/contract/Operation.ts"
import type { Simulated } from "../../../src/testing/simulator/simulated.ts"
import { seen, collection, tokens } from "../../../src/testing/simulator/state.ts"
import * as Shop from "../../shop/shop.ts"
import { simulator } from "./shop.ts"

describe("quotas", () => {
  const allowed = (quota: Quotas.Quota, ...moments: ReadonlyArray<number>) =>
    moments.map((now) => quota.take(now).allowed)

  it("fixed windows begin on the clock", () => {
    const quota = Quotas.fixed(2, 1000)
    assert.deepStrictEqual(allowed(quota, 900, 950, 999, 1000), [true, true, false, true])
    assert.deepStrictEqual(quota.take(1500), { allowed: true, limit: 2, remaining: 0, resetAt: 2000 })
  })

  it("rolling windows forget one request at a time", () => {
    assert.deepStrictEqual(allowed(Quotas.rolling(2, 1000), 0, 600, 900, 1000, 1100, 1600), [
      true,
      true,
      false,
      true,
      false,
      true
    ])
  })

  it("buckets take a burst and are refilled at their rate", () => {
    const quota = Quotas.bucket(2, 3)
    assert.deepStrictEqual(allowed(quota, 0, 0, 0, 0, 499, 500, 501), [
      true,
      true,
      true,
      false,
      false,
      true,
      false
    ])
    assert.strictEqual(quota.take(600).resetAt, 1000)
  })

  it("several tell of the one that refuses", () => {
    const both = Quotas.all(Quotas.fixed(5, 1000), Quotas.fixed(1, 60_000))
    assert.deepStrictEqual(both.take(0), { allowed: true, limit: 1, remaining: 0, resetAt: 60_000 })
    assert.deepStrictEqual(both.take(0), { allowed: false, limit: 1, remaining: 0, resetAt: 60_000 })
  })

  it("locking ones shut out for as long as they say, however often one knocks", () => {
    assert.deepStrictEqual(allowed(Quotas.locking(Quotas.fixed(1, 10), 1000), 0, 1, 500, 1000, 1001), [
      true,
      false,
      false,
      false,
      true
    ])
  })
})

describe("state", () => {
  it("tokens are good until they expire or are revoked", () => {
    const store = tokens(make(1), 10)
    const [first, second] = [store.issue(0, 1000), store.issue(0, 2000)]
    assert.deepStrictEqual(
      [
        store.check(first, 999),
        store.check(first, 1000),
        store.check("other", 0),
        store.check(undefined, 0),
        store.check(second, 1000)
      ],
      ["good", "expired", "unknown", "unknown", "good"]
    )
    store.revoke()
    assert.strictEqual(store.check(second, 1000), "expired")
  })

  it("keys are remembered for as long as they say, from when they were last new", () => {
    const keys = seen(1000)
    assert.deepStrictEqual(
      [0, 999, 1000, 1999, 2000].map((now) => keys.isNew("a", now)),
      [true, false, true, false, true]
    )
    assert.isTrue(keys.isNew("b", 0))
  })

  it("pages of a collection lose and repeat nothing when objects come and go in between", () => {
    for (const order of ["oldest first", "newest first"] as const) {
      const store = collection<number>(order)
      for (let index = 0; index < 5; index++) store.put(String(index), index)
      const first = store.page(2)
      store.remove(String(first?.items[1]))
      store.put("5", 5)
      const rest = store.page(10, first?.next)
      const all = [...(first?.items ?? []), ...(rest?.items ?? [])]
      assert.deepStrictEqual(all, order === "oldest first" ? [0, 1, 2, 3, 4, 5] : [4, 3, 2, 1, 0])
      assert.isUndefined(rest?.next)
      assert.isUndefined(store.page(2, "no cursor"))
      assert.isUndefined(store.page(2, "AAAA"))
    }
  })

  it("a collection keeps the place of what is put again", () => {
    const store = collection<string>()
    store.put("a", "1")
    store.put("b", "2")
    store.put("a", "3")
    assert.deepStrictEqual(store.all(), ["3", "2"])
  })
})

describe("chance", () => {
  it("repeats with its seed, and differs without", () => {
    const texts = (seed: string | number) => {
      const chance = make(seed)
      return [chance.text(8), chance.uuid(), chance.integer(1, 6)]
    }
    assert.deepStrictEqual(texts(1), texts(1))
    assert.notDeepEqual(texts(1), texts(2))
    assert.match(String(texts("x")[1]), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it("is even, also between neighboring numbers", () => {
    const draws = Array.from({ length: 10_000 }, (_, index) => draw("seed", index))
    assert.closeTo(draws.filter((one) => one < 0.1).length, 1000, 100)
    assert.closeTo(draws.reduce((sum, one) => sum + one, 0) / draws.length, 0.5, 0.02)
  })
})

it("identities do not depend on the order of fields", () => {
  assert.strictEqual(
    identityOf({ b: [1, { d: 1, c: 2 }], a: 1 }),
    identityOf({ a: 1, b: [1, { c: 2, d: 1 }] })
  )
  assert.notStrictEqual(identityOf({ a: [1, 2] }), identityOf({ a: [2, 1] }))
})

it("a ledger counts by operation and identity", () => {
  const ledger = makeLedger()
  ledger.apply("V", "V.a", "x", 1, "first")
  ledger.apply("V", "V.a", "x", 2, "second")
  ledger.apply("V", "V.b", "x", 3, "other")
  assert.deepStrictEqual(
    ledger.entries().map(({ count, first, last, operation, what }) => [operation, count, first, last, what]),
    [
      ["V.a", 2, 1, 2, "first"],
      ["V.b", 1, 3, 3, "other"]
    ]
  )
})

describe("credentials", () => {
  const head = (authorization?: string) => ({
    method: "GET",
    url: new URL("https://shop.example/"),
    headers: authorization === undefined ? {} : { authorization }
  })

  it("are read whatever the case of the scheme's name, and not from nonsense", () => {
    assert.deepStrictEqual(
      [bearerOf(head("bearer  a")), bearerOf(head("Basic a")), bearerOf(head()), bearerOf(head("Bearer"))],
      ["a", undefined, undefined, undefined]
    )
    assert.deepStrictEqual(
      [basicOf(head(`Basic ${btoa("u:p")}`)), basicOf(head("Basic ???")), basicOf(head("Basic abc"))],
      ["u:p", undefined, undefined]
    )
  })
})

describe("routes", () => {
  const other: Simulated = {
    ...simulator,
    vendor: {
      ...Shop.vendor,
      name: "Other",
      hosts: { main: "https://other.example/api", files: "https://files.example" }
    },
    operations: [
      { tag: "Other.search", spec: { ...Shop.getOrder.spec, path: "/orders/search" } },
      Shop.getOrder
    ]
  }
  const found = (method: string, url: string, world: ReadonlyArray<Simulated> = [simulator, other]) => {
    const place = route(world.map(routed), { method, url: new URL(url), headers: {} })
    return place && [place.simulated.vendor.name, ...place.operations.map(({ tag }) => tag), place.params]
  }

  it("go by host and path, the path without placeholders first", () => {
    assert.deepStrictEqual(found("POST", "https://shop.example/shops/s%201/orders"), [
      "Shop",
      "Shop.placeOrder",
      { shopId: "s 1" }
    ])
    assert.deepStrictEqual(found("GET", "https://other.example/api/orders/search"), [
      "Other",
      "Other.search",
      {}
    ])
    assert.deepStrictEqual(found("GET", "https://other.example/api/orders/7"), [
      "Other",
      "Shop.getOrder",
      { id: "7" }
    ])
    assert.deepStrictEqual(found("GET", "https://files.example/orders/7"), ["Other", {}])
    assert.deepStrictEqual(found("DELETE", "https://shop.example/orders/7"), ["Shop", {}])
    assert.deepStrictEqual(found("GET", "https://shop.example/orders/%E0%A4%A"), [
      "Shop",
      "Shop.getOrder",
      { id: "%E0%A4%A" }
    ])
  })

  it("go by the server's own paths", () => {
    assert.deepStrictEqual(found("GET", "http://127.0.0.1:1/shop/orders/7"), [
      "Shop",
      "Shop.getOrder",
      { id: "7" }
    ])
    assert.deepStrictEqual(found("GET", "http://127.0.0.1:1/other/main/orders/7"), [
      "Other",
      "Shop.getOrder",
      { id: "7" }
    ])
    assert.isUndefined(found("GET", "http://127.0.0.1:1/shopping/orders/7"))
  })

  it("find a vendor under a base URL of the user's own, and a single vendor under any", () => {
    assert.deepStrictEqual(found("GET", "https://proxy.example/orders/7"), [
      "Shop",
      "Shop.getOrder",
      { id: "7" }
    ])
    assert.isUndefined(found("GET", "https://proxy.example/nothing"))
    assert.deepStrictEqual(found("GET", "https://proxy.example/nothing", [simulator]), ["Shop", {}])
  })
})

it("operations are found among the exports of a module", () => {
  assert.deepStrictEqual(
    operationsIn(Shop)
      .map(({ tag }) => tag)
      .toSorted(),
    ["Shop.getOrder", "Shop.getToken", "Shop.placeOrder", "Shop.putOrder"]
  )
})
