import { assert, describe, it } from "@effect/vitest"
import { Effect, Stream } from "effect"
import { fromJson, make, type Wire } from "../../../src/contract/Wire.ts"
import * as M3ter from "../../../src/vendors/m3ter/index.ts"
import { transport } from "../../shop/shop.ts"
import { ended, orgId, over, token } from "./m3ter.ts"

const all = Array.from({ length: 250 }, (_, index) => ({ id: `id-${index}` }))
const ids = all.map(({ id }) => id)

/** A list of 250 objects, 20 a page by itself; `most` is how many fit into an answer. */
const listing = (
  most = Number.POSITIVE_INFINITY,
  fault: (start: number) => Wire | undefined = () => undefined
) => {
  const requested: Array<string> = []
  const wire = transport((_method, url) => {
    if (url.pathname.endsWith("/oauth/token")) return token("token")
    requested.push(url.pathname.replace(`/organizations/${orgId}/`, "") + url.search)
    const start = Number(url.searchParams.get("nextToken") ?? 0)
    const size = Number(url.searchParams.get("pageSize") ?? 20)
    const data = all.slice(start, start + size)
    if (data.length > most) return make(413, {}, "")
    const next = start + size
    return fault(start) ?? fromJson(200, {}, next < all.length ? { data, nextToken: String(next) } : { data })
  })
  return { requested, layer: over(wire.layer) }
}

const lists = [
  ["meters", (input: { readonly pageSize?: number }) => M3ter.listMeters.stream(input)],
  ["accounts", (input: { readonly pageSize?: number }) => M3ter.listAccounts.stream(input)],
  ["products", (input: { readonly pageSize?: number }) => M3ter.listProducts.stream(input)]
] as const

describe("a stream", () => {
  it.effect.each(lists)(
    "of all %s goes on from nextToken to nextToken until there is none",
    ([noun, stream]) => {
      const { requested, layer } = listing()
      return Effect.gen(function* () {
        const read = yield* ended(Stream.runCollect(stream({ pageSize: 100 })))
        assert.deepStrictEqual(
          read.map(({ id }) => id),
          ids
        )
        assert.deepStrictEqual(requested, [
          `${noun}?pageSize=100`,
          `${noun}?pageSize=100&nextToken=100`,
          `${noun}?pageSize=100&nextToken=200`
        ])
      }).pipe(Effect.provide(layer))
    }
  )

  it.effect.each([null, ""])("ends with a nextToken of %j as well", (nextToken) => {
    const wire = transport((_method, url) =>
      url.pathname.endsWith("/oauth/token")
        ? token("token")
        : fromJson(200, {}, { data: [{ id: "p1" }], nextToken })
    )
    return Effect.gen(function* () {
      assert.strictEqual((yield* ended(Stream.runCollect(M3ter.listProducts.stream({})))).length, 1)
    }).pipe(Effect.provide(over(wire.layer)))
  })

  it.effect("keeps the filters of the list on every page, and requests no page that nobody reads", () => {
    const { requested, layer } = listing()
    return Effect.gen(function* () {
      const some = M3ter.listMeters
        .stream({ codes: ["a", "b"], productId: ["p"], pageSize: 2 })
        .pipe(Stream.take(3))
      yield* ended(Stream.runDrain(some))
      assert.deepStrictEqual(requested, [
        "meters?pageSize=2&productId=p&codes=a&codes=b",
        "meters?pageSize=2&nextToken=2&productId=p&codes=a&codes=b"
      ])
    }).pipe(Effect.provide(layer))
  })

  it.effect("asks for the page that failed once more, and for no page before it", () => {
    let broken = true
    const { requested, layer } = listing(undefined, (start) => {
      const fails = start === 100 && broken
      if (fails) broken = false
      return fails ? make(502, {}, "") : undefined
    })
    return Effect.gen(function* () {
      assert.strictEqual(
        (yield* ended(Stream.runCollect(M3ter.listAccounts.stream({ pageSize: 50 })))).length,
        250
      )
      assert.deepStrictEqual(
        requested.map((one) => one.replace("accounts?pageSize=50", "")),
        ["", "&nextToken=50", "&nextToken=100", "&nextToken=100", "&nextToken=150", "&nextToken=200"]
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("can be taken up where another one ended", () => {
    const { requested, layer } = listing()
    return Effect.gen(function* () {
      const [, second] = yield* ended(
        Stream.runCollect(Stream.take(M3ter.listProducts.pages({ pageSize: 100 }), 2))
      )
      assert.deepStrictEqual(second?.next, { nextToken: "200" })
      requested.length = 0
      const rest = yield* ended(Stream.runCollect(M3ter.listProducts.stream({ pageSize: 100 }, second?.next)))
      assert.deepStrictEqual(
        [rest.map(({ id }) => id), requested],
        [ids.slice(200), ["products?pageSize=100&nextToken=200"]]
      )
    }).pipe(Effect.provide(layer))
  })
})

describe("a page that is too large an answer (413)", () => {
  it.effect("is asked for in halves, and comes whole", () => {
    const { requested, layer } = listing(30)
    return Effect.gen(function* () {
      const page = yield* ended(M3ter.listMeters({ pageSize: 100 }))
      assert.deepStrictEqual(
        page.data.map(({ id }) => id),
        ids.slice(0, 100)
      )
      assert.strictEqual(page.nextToken, "100")
      assert.deepStrictEqual(requested.slice(0, 4), [
        "meters?pageSize=100",
        "meters?pageSize=50",
        "meters?pageSize=25",
        "meters?pageSize=25&nextToken=25"
      ])
    }).pipe(Effect.provide(layer))
  })

  it.effect("does not end a stream", () => {
    const { layer } = listing(30)
    return Effect.gen(function* () {
      const read = yield* ended(Stream.runCollect(M3ter.listProducts.stream({ pageSize: 200 })))
      assert.deepStrictEqual(
        read.map(({ id }) => id),
        ids
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("is halved from the longest page there is where no length was given", () => {
    const { requested, layer } = listing(10)
    return Effect.gen(function* () {
      const page = yield* ended(M3ter.listAccounts({}))
      assert.strictEqual(page.data.length, 100)
      assert.deepStrictEqual(requested.slice(0, 2), ["accounts", "accounts?pageSize=50"])
    }).pipe(Effect.provide(layer))
  })

  it.effect("fails when a single object is too large, and says so", () => {
    const { requested, layer } = listing(0)
    return Effect.gen(function* () {
      const failure = yield* ended(Effect.flip(M3ter.listMeters({ pageSize: 4 })))
      assert.strictEqual(failure._tag, "M3ter.ResponseTooLarge")
      assert.include(failure.call?.unsplit ?? "", "pageSize = 1")
      assert.strictEqual(requested.length, 3)
    }).pipe(Effect.provide(layer))
  })
})
