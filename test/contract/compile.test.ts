/** A contract is compiled: what is written as text in an operation is checked, and nothing of it is shared between vendors. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Schema } from "effect"
import { forge } from "../../src/contract/Catalogue.ts"
import { compile } from "../../src/contract/compile.ts"
import { failuresOf } from "../../src/contract/Failure.ts"
import type { AnyOperation, AnySpec } from "../../src/contract/Operation.ts"
import { problemsOf } from "../../src/contract/operation/problems.ts"
import { define } from "../../src/contract/Vendor.ts"
import * as Layers from "../../src/pipeline/layer.ts"
import * as Auth from "../../src/pipeline/Auth.ts"
import { Layer } from "effect"
import * as Shop from "../shop/shop.ts"

const vendor = define({
  ...Shop.vendor,
  quotas: { search: { quotas: [] }, narrow: { quotas: [], within: "search" } },
  envelopes: ["data"]
})

const Input = Schema.Struct({
  id: Schema.String,
  items: Schema.optionalKey(Schema.Array(Schema.Struct({ uid: Schema.optionalKey(Schema.String) })))
})

const usual: AnySpec = {
  method: "POST",
  path: "/things/{id}",
  input: Input,
  output: Schema.Void,
  idempotent: true
}

const made = (facts: object, tag = "Shop.thing"): AnyOperation => ({
  tag,
  spec: { ...usual, ...facts },
  check: problemsOf
})

const rulesOf = (facts: object, tag?: string) =>
  compile(vendor, made(facts, tag)).problems.map(({ found, rule }) => `${rule}: ${found}`)

const Foreign = failuresOf({ vendor: "Other", messageAt: [], frame: () => undefined })
class Elsewhere extends Foreign<Elsewhere>()("Other.Elsewhere", {
  category: "unknown",
  retry: "never",
  means: "It is another vendor's.",
  remedy: "None.",
  see: "made up"
}) {}

describe("what cannot hold is a problem", () => {
  const cases: ReadonlyArray<readonly [facts: object, problem: string, tag?: string]> = [
    [{ quota: "serach" }, "the quota is none of the vendor's quotas: serach"],
    [{ host: "mian" }, "the host is none of the vendor's hosts: mian"],
    [{ from: "dta" }, "`from` is none of the vendor's envelopes: dta"],
    [{ needs: ["shopid"] }, "what it needs is none of the vendor's settings: shopid"],
    [{ fails: [Elsewhere] }, "a failure is not in the vendor's catalogue: Other.Elsewhere"],
    [{ generates: { "itmes[].uid": "uuid" } }, "`generates` names what the input does not have: itmes[].uid"],
    [
      { generates: { "items[].uuid": "uuid" } },
      "`generates` names what the input does not have: items[].uuid"
    ],
    [{ quoat: "search" }, "an operation has no such fact: quoat"],
    [{}, "the tag is not the vendor's: Other.thing", "Other.thing"],
    [{ path: "/things/{idd}" }, "path names what is neither a field of the input nor a setting: idd"],
    [{ query: ["nme"] }, "query names what is neither a field of the input nor a setting: nme"],
    [{ body: "itms" }, "body names what is neither a field of the input nor a setting: itms"],
    [
      { headers: { "x-a": "{itm}" } },
      "headers names what is neither a field of the input nor a setting: itm"
    ],
    [{ version: "vesion" }, "version names what is neither a field of the input nor a setting: vesion"],
    [{ body: "none" }, "an input field has no place in the request: items"],
    [{ query: ["id"] }, "an input field has two places in the request: id"],
    [
      { input: Schema.Struct({ id: Schema.String, shopId: Schema.String }) },
      "an input field has the name of a setting: shopId"
    ],
    [{ input: Schema.Unknown }, "the fields of the input cannot be known: id"]
  ]
  for (const [facts, problem, tag] of cases)
    it(problem, () => {
      assert.include(rulesOf(facts, tag), problem)
      for (const { cure } of compile(vendor, made(facts, tag)).problems) assert.isAbove(cure.length, 10)
    })

  it("and a sound contract has none", () =>
    assert.deepStrictEqual(
      rulesOf({
        quota: "narrow",
        host: "main",
        from: "data",
        needs: ["shopId"],
        generates: { "items[].uid": "uuid" },
        query: ["items"],
        headers: { "x-shop": "{shopId}" }
      }),
      []
    ))

  it.effect("and a call of it dies, saying what to do, and sends nothing", () => {
    const wire = Shop.transport(() => Shop.order(1))
    const broken = Shop.operation("broken", () => ({
      method: "DELETE",
      path: "/things/{id}",
      input: Schema.Struct({ id: Schema.String, reason: Schema.String }),
      output: Schema.Void,
      body: "none",
      idempotent: true
    }))
    return Effect.gen(function* () {
      const died = yield* Effect.exit(broken({ id: "a", reason: "b" }))
      assert.include(String(died), "Shop.broken cannot be called, and nothing was sent.")
      assert.include(String(died), "an input field has no place in the request (reason)")
      assert.deepStrictEqual(wire.requests, [])
    }).pipe(Effect.provide(Shop.layer(wire.layer)))
  })
})

it("chains a quota to the wider ones", () => {
  assert.deepStrictEqual(compile(vendor, made({ quota: "narrow" })).quotas({}), ["narrow", "search"])
  assert.deepStrictEqual(compile(vendor, made({})).quotas({}), ["default"])
})

it("calls an input that the function does not understand not idempotent", () => {
  const { idempotent } = compile(
    vendor,
    made({ idempotent: ({ items }: { items: ReadonlyArray<unknown> }) => items.length === 0 })
  )
  assert.deepStrictEqual(
    [idempotent({ items: [] }), idempotent({ items: [1] }), idempotent({})],
    [true, false, false]
  )
})

it.effect("two vendor values with different catalogues over one operation never mix", () => {
  class Odd extends failuresOf(Shop.dialect)<Odd>()("Shop.Odd", {
    signature: { status: 400 },
    category: "invalid",
    retry: "never",
    means: "It is odd.",
    remedy: "Make it even.",
    see: "made up"
  }) {}
  const { layer } = Shop.transport(() => forge(Shop.BadRequest, {}))
  const connection = { auth: Auth.none, settings: { shopId: "s" } }
  const vendors = [
    Shop.vendor,
    define({ ...Shop.vendor, failures: [Odd, ...Shop.failures], always: [Odd, ...Shop.always] })
  ]
  return Effect.gen(function* () {
    const contexts = yield* Effect.forEach(vendors, (one) =>
      Layer.build(Layers.layerNoTransport(Shop.ShopApi, one, connection).pipe(Layer.provide(layer)))
    )
    const tags = yield* Effect.forEach(
      Array.from({ length: 1_000 }, (_, index) => contexts[index % 2]!),
      (context) =>
        Effect.map(
          Effect.flip(Effect.provideContext(Shop.getOrder({ id: "a" }), context)),
          ({ _tag }) => _tag
        )
    )
    assert.deepStrictEqual([...new Set(tags.filter((_, index) => index % 2 === 0))], ["Shop.BadRequest"])
    assert.deepStrictEqual([...new Set(tags.filter((_, index) => index % 2 === 1))], ["Shop.Odd"])
  })
})
