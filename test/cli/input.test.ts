import { assert, describe, it } from "@effect/vitest"
import { Cause, Effect, Exit, Redacted, Schema } from "effect"
import { decodeInput } from "../../src/cli/input.ts"
import { vendorNamed, vendorNames } from "../../src/cli/vendors.ts"
import { findOperation, operationsOf } from "../../src/diagnose/Diagnose.ts"
import type { AnyOperation } from "../../src/contract/Operation.ts"

const operation = (input: Schema.ConstraintCodec<unknown, unknown>): AnyOperation => ({
  tag: "Shop.ask",
  spec: { method: "POST", path: "/", input, output: Schema.Unknown, idempotent: true }
})

const Spec = Schema.Struct({
  externalId: Schema.String,
  at: Schema.optionalKey(Schema.DateTimeUtcFromString),
  items: Schema.optionalKey(
    Schema.Array(
      Schema.Struct({ itemName: Schema.String }).pipe(Schema.encodeKeys({ itemName: "item_name" }))
    )
  )
}).pipe(Schema.encodeKeys({ externalId: "external_id" }))

const problems = (input: Schema.ConstraintCodec<unknown, unknown>, json: unknown) =>
  Effect.map(Effect.flip(decodeInput(operation(input), json)), ({ complaints }) => complaints)

describe("decodeInput", () => {
  it.effect("reads names as in TypeScript, and as the vendor spells them", () =>
    Effect.gen(function* () {
      const [ours, theirs] = [
        { externalId: "u", items: [{ itemName: "tea" }] },
        { external_id: "u", items: [{ item_name: "tea" }] }
      ]
      assert.deepStrictEqual(yield* decodeInput(operation(Spec), ours), ours)
      assert.deepStrictEqual(yield* decodeInput(operation(Spec), theirs), ours)
    })
  )

  it.effect("reads moments from ISO time", () =>
    Effect.gen(function* () {
      const read = yield* decodeInput(operation(Spec), { externalId: "u", at: "2026-01-01T00:00:00Z" })
      assert.strictEqual(String(Reflect.get(Object(read), "at")), "DateTime.Utc(2026-01-01T00:00:00.000Z)")
    })
  )

  it.effect("reads secrets, and keeps them covered", () =>
    Effect.gen(function* () {
      const input = Schema.Struct({ password: Schema.RedactedFromValue(Schema.String) })
      const read = yield* decodeInput(operation(input), { password: "open sesame" })
      const password: unknown = Reflect.get(Object(read), "password")
      assert.isTrue(Redacted.isRedacted(password))
      assert.notInclude(JSON.stringify(read), "sesame")
    })
  )

  it.effect("names every field that is wrong, missing or unknown", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* problems(Spec, { items: [{ itemName: 1 }], externalID: "u" }), [
        { path: "externalID", message: "unknown field; did you mean externalId?" },
        { path: "externalId", message: "is missing" },
        { path: "items.0.itemName", message: "Expected string" }
      ])
    })
  )

  it.effect("tells what is wrong in the spelling that was used", () =>
    Effect.gen(function* () {
      const theirs = { external_id: "u", items: [{ item_nme: "tea" }] }
      const found = yield* problems(Spec, theirs)
      assert.deepStrictEqual(
        found.map(({ path }) => path),
        ["items.0.item_nme", "items.0.item_name"]
      )
    })
  )

  it.effect("fills in what the library fills in", () =>
    Effect.gen(function* () {
      const input = Schema.Struct({ items: Schema.Array(Schema.Struct({ uid: Schema.String })) })
      const filled = {
        tag: "Shop.ask",
        spec: { ...operation(input).spec, generates: { "items[].uid": "uuid" } }
      } as const
      const read = yield* decodeInput(filled, { items: [{}, { uid: "mine" }] })
      const [first, second] = Schema.decodeUnknownSync(input)(read).items
      assert.match(first?.uid ?? "", /^[0-9a-f-]{36}$/)
      assert.strictEqual(second?.uid, "mine")
    })
  )
})

describe("the inputs of all operations", () => {
  it.effect.each(vendorNames)("of %s are read from JSON, whatever it is", (name) =>
    Effect.gen(function* () {
      const { module } = yield* vendorNamed(name)
      const strange: ReadonlyArray<unknown> = [
        {},
        [],
        null,
        1,
        "text",
        { messages: 1 },
        { id: {} },
        { constructor: 1 }
      ]
      for (const one of operationsOf(module)) {
        for (const json of strange) {
          const exit = yield* Effect.exit(decodeInput(one, json))
          assert.isTrue(
            Exit.isSuccess(exit) || !Cause.hasDies(exit.cause),
            `${one.tag} of ${JSON.stringify(json)}: ${String(exit)}`
          )
        }
      }
    })
  )

  it.effect("are the same in TypeScript's names and in the vendor's", () =>
    Effect.gen(function* () {
      const { module } = yield* vendorNamed("braze")
      const track = findOperation(module, "trackUsers")
      if (track === undefined) return assert.fail("Braze has trackUsers.")
      const ours = {
        events: [
          { externalId: "u1", name: "order", time: "2026-01-01T00:00:00Z", properties: { snake_case: 1 } }
        ]
      }
      const theirs = {
        events: [
          { external_id: "u1", name: "order", time: "2026-01-01T00:00:00Z", properties: { snake_case: 1 } }
        ]
      }
      assert.deepStrictEqual(yield* decodeInput(track, theirs), yield* decodeInput(track, ours))
    })
  )
})
