import { assert, describe, it } from "@effect/vitest"
import { Effect, Stream } from "effect"
import { make, type Wire } from "../../../src/contract/Wire.ts"
import * as Ixon from "../../../src/vendors/ixon/index.ts"
import { ended, layer, portal, success } from "./portal.ts"

const all = Array.from({ length: 45 }, (_, index) => ({ publicId: `id-${index}` }))
const ids = all.map(({ publicId }) => publicId)
type Fault = (start: number, size: number) => Wire | undefined

/** A list of 45 objects, 20 a page by itself, which begins after a cursor. */
const listing = (fault: Fault = () => undefined) => {
  const { sent, transport } = portal(({ url }) => {
    const start = Number(url.searchParams.get("page-after") ?? 0)
    const size = Number(url.searchParams.get("page-size") ?? 20)
    const next = start + size
    return fault(start, size) ?? success(all.slice(start, next), next < all.length ? String(next) : null)
  })
  const queries = () =>
    sent.map(({ url }) => url.pathname.replace("/api/", "") + decodeURIComponent(url.search))
  return { queries, layer: layer(transport) }
}

const agentId = "nNiv3NfWRa8E"
const lists = [
  ["agents", Ixon.listAgents.stream({})],
  ["companies", Ixon.listCompanies.stream({})],
  ["access-tokens", Ixon.listAccessTokens.stream({})],
  [`agents/${agentId}/devices`, Ixon.listAgentDevices.stream({ agentId })]
] as const

const idsOf = (items: ReadonlyArray<{ readonly publicId?: string | null }>) =>
  items.map(({ publicId }) => publicId)

describe("a stream", () => {
  it.effect.each(lists)("of %s goes on from moreAfter to moreAfter until it is null", ([path, stream]) => {
    const { layer, queries } = listing()
    return Effect.gen(function* () {
      assert.deepStrictEqual(idsOf(yield* ended(Stream.runCollect(stream))), ids)
      assert.deepStrictEqual(queries(), [path, `${path}?page-after=20`, `${path}?page-after=40`])
    }).pipe(Effect.provide(layer))
  })

  it.effect("keeps attributes and filters on every page, and asks for no page that nobody reads", () => {
    const { layer, queries } = listing()
    return Effect.gen(function* () {
      const some = Ixon.listAgents.stream({ fields: ["name"], filters: [`eq(name,"a")`], pageSize: 10 })
      yield* ended(Stream.runDrain(Stream.take(some, 15)))
      assert.deepStrictEqual(queries(), [
        `agents?fields=name&filters=eq(name,"a")&page-size=10`,
        `agents?fields=name&filters=eq(name,"a")&page-size=10&page-after=10`
      ])
    }).pipe(Effect.provide(layer))
  })

  it.effect("asks for the page that failed once more, and for no page before it", () => {
    let broken = true
    const { layer, queries } = listing((start) => {
      const fails = start === 20 && broken
      if (fails) broken = false
      return fails ? make(500, {}, "") : undefined
    })
    return Effect.gen(function* () {
      assert.deepStrictEqual(idsOf(yield* ended(Stream.runCollect(Ixon.listCompanies.stream({})))), ids)
      assert.deepStrictEqual(queries(), [
        "companies",
        "companies?page-after=20",
        "companies?page-after=20",
        "companies?page-after=40"
      ])
    }).pipe(Effect.provide(layer))
  })

  it.effect("stops at a cursor that comes again", () => {
    const { sent, transport } = portal(() => success([{ publicId: "id-0" }], "same"))
    return Effect.gen(function* () {
      const failure = yield* ended(Effect.flip(Stream.runDrain(Ixon.listAgents.stream({}))))
      assert.deepStrictEqual([failure._tag, sent.length], ["RepeatedCursor", 2])
    }).pipe(Effect.provide(layer(transport)))
  })

  it.effect("can be taken up where another one ended", () => {
    const { layer, queries } = listing()
    return Effect.gen(function* () {
      const [first] = yield* ended(Stream.runCollect(Stream.take(Ixon.listAgents.pages({ pageSize: 30 }), 1)))
      assert.deepStrictEqual(first?.next, { pageAfter: "30" })
      const rest = yield* ended(Stream.runCollect(Ixon.listAgents.stream({ pageSize: 30 }, first?.next)))
      assert.deepStrictEqual(idsOf(rest), ids.slice(30))
      assert.strictEqual(queries().length, 2)
    }).pipe(Effect.provide(layer))
  })
})

describe("a page that takes too long (504)", () => {
  const slow =
    (most: number): Fault =>
    (_, size) =>
      size > most ? make(504, {}, "") : undefined

  it.effect("is asked for in halves, of 20 where no length was given, and comes whole", () => {
    const { layer, queries } = listing(slow(5))
    return Effect.gen(function* () {
      const page = yield* ended(Ixon.listAgents({ fields: ["*"] }))
      assert.deepStrictEqual([idsOf(page.data), page.moreAfter], [ids.slice(0, 20), "20"])
      assert.deepStrictEqual(
        queries().map((one) => one.replace("agents?fields=*", "")),
        [
          "",
          "&page-size=10",
          "&page-size=5",
          "&page-size=5&page-after=5",
          "&page-size=10&page-after=10",
          "&page-size=5&page-after=10",
          "&page-size=5&page-after=15"
        ]
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("does not end a stream", () => {
    const { layer } = listing(slow(7))
    return Effect.gen(function* () {
      assert.deepStrictEqual(
        idsOf(yield* ended(Stream.runCollect(Ixon.listAgents.stream({ pageSize: 40 })))),
        ids
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("stops at the end of the list", () => {
    const { layer, queries } = listing(slow(50))
    return Effect.gen(function* () {
      const page = yield* ended(Ixon.listCompanies({ pageSize: 100 }))
      assert.deepStrictEqual([page.data.length, page.moreAfter, queries().length], [45, null, 2])
    }).pipe(Effect.provide(layer))
  })

  it.effect("fails when a single object takes too long, and says so", () => {
    const { layer, queries } = listing(slow(0))
    return Effect.gen(function* () {
      const failure = yield* ended(Effect.flip(Ixon.listAgents({ pageSize: 4 })))
      assert.strictEqual(failure._tag, "Ixon.GatewayTimeout")
      assert.include(failure.call?.unsplit ?? "", "pageSize = 1")
      assert.strictEqual(queries().length, 3)
    }).pipe(Effect.provide(layer))
  })
})
