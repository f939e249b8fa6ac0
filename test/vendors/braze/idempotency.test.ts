/** Which inputs of `trackUsers` may be sent twice: the rule, case by case in both directions, and what holds for all inputs. */
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Fiber, Schema } from "effect"
import { TestClock } from "effect/testing"
import { compile } from "../../../src/contract/compile.ts"
import * as Braze from "../../../src/vendors/braze/index.ts"
import { trackIsIdempotent } from "../../../src/vendors/braze/operations/idempotency.ts"
import type { UserAttributes } from "../../../src/vendors/braze/operations/profiles.ts"
import { layer, rest, success } from "./rest.ts"

const time = DateTime.makeUnsafe("2026-01-02T03:04:05Z")
const token = { appId: "app", token: "t" }
const group = { subscriptionGroupId: "g", subscriptionState: "subscribed" } as const
const pet = (id: number, $new_object: Schema.JsonObject) => ({
  $identifier_key: "id",
  $identifier_value: id,
  $new_object
})

/** An input of one user with these custom attributes. */
const custom = (attributes: Schema.JsonObject) => ({
  attributes: [{ externalId: "u", custom: attributes }]
})
const user = (attributes: UserAttributes) => ({ attributes: [attributes] })

type Case = readonly [name: string, input: Parameters<typeof trackIsIdempotent>[0]]

const idempotent: ReadonlyArray<Case> = [
  ["scalars", custom({ plan: "gold", visits: 3, vip: true })],
  ["null, which removes an attribute", custom({ plan: null })],
  ["a plain list, which replaces the list", custom({ colors: ["red", "blue"] })],
  [
    "a nested object, which replaces the object",
    custom({ song: { title: "Solea", plays: { count: 1_000 } } })
  ],
  ["a nested object that is merged", custom({ _merge_objects: true, song: { year: 1960 } })],
  [
    "a list of objects",
    custom({
      pets: [
        { id: 1, type: "dog" },
        { id: 2, names: ["Gus"] }
      ]
    })
  ],
  ["a date in an object", custom({ dates: { birthday: { $time: "1980-01-01T19:20:30Z" } } })],
  ["values taken out of a list", custom({ colors: { remove: ["red"] } })],
  [
    "objects taken out of a list of objects",
    custom({ pets: { $remove: [{ $identifier_key: "id", $identifier_value: 1 }] } })
  ],
  ["objects changed in a list of objects", custom({ pets: { $update: [pet(4, { breed: "goldfish" })] } })],
  [
    "objects changed and merged, their id repeated",
    custom({ _merge_objects: true, pets: { $update: [pet(4, { id: 4 }), pet(5, { name: "Annette" })] } })
  ],
  [
    "every profile field, set",
    user({
      externalId: "u",
      email: "a@example.com",
      phone: null,
      dob: "1980-12-21",
      dateOfFirstSession: time,
      emailSubscribe: "opted_in",
      emailOpenTrackingDisabled: false,
      gender: null,
      updateExistingOnly: true
    })
  ],
  ["a user by alias", user({ userAlias: { aliasName: "n", aliasLabel: "l" }, firstName: "Ada" })],
  ["a user by Braze id", user({ brazeId: "b", firstName: "Ada" })],
  [
    "profile fields that are objects, with names of operators in them",
    user({
      externalId: "u",
      currentLocation: { longitude: 1, latitude: 2 },
      facebook: { inc: 1, add: ["a"] },
      twitter: { $add: [{ id: 1 }] }
    })
  ],
  [
    "push tokens with device ids",
    user({ externalId: "u", pushTokens: [{ ...token, deviceId: "device-1" }] })
  ],
  ["an import of push tokens", user({ pushTokenImport: true, pushTokens: [token] })],
  [
    "an import of push tokens for an alias",
    user({ userAlias: { aliasName: "n", aliasLabel: "l" }, pushTokenImport: true, pushTokens: [token] })
  ],
  ["plain states of subscription groups", user({ externalId: "u", subscriptionGroups: [group] })],
  [
    "double opt-in switched off",
    user({ externalId: "u", subscriptionGroups: [{ ...group, useDoubleOptInLogic: false }] })
  ],
  ["several users", { attributes: [{ externalId: "u" }, { externalId: "v", custom: { plan: "gold" } }] }],
  [
    "one user twice, with values that are set",
    {
      attributes: [
        { externalId: "u", custom: { a: 1 } },
        { externalId: "u", custom: { a: { remove: ["x"] } } }
      ]
    }
  ],
  [
    "objects changed for several users",
    {
      attributes: ["u", "v"].map((externalId) => ({
        externalId,
        custom: { pets: { $update: [pet(4, { breed: "goldfish" })] } }
      }))
    }
  ],
  ["empty lists of events and purchases", { attributes: [{ externalId: "u" }], events: [], purchases: [] }]
]

const operators: ReadonlyArray<Case> = [
  ["an increment", custom({ visits: { inc: 1 } })],
  ["an increment deep in an object", custom({ song: { plays: { count: { inc: 1 } } } })],
  ["an increment in an object that is merged", custom({ _merge_objects: true, song: { plays: { inc: 1 } } })],
  ["an increment in a list", custom({ list: [{ count: { inc: 1 } }] })],
  ["an increment of nothing", custom({ visits: { inc: 0 } })],
  ["values added to a list", custom({ colors: { add: ["red"] } })],
  ["values added and removed", custom({ colors: { add: ["red"], remove: ["blue"] } })],
  ["objects added to a list of objects", custom({ pets: { $add: [{ id: 3 }] } })],
  [
    "objects added beside objects changed",
    custom({ pets: { $update: [pet(4, { breed: "goldfish" })], $add: [{ id: 3 }] } })
  ],
  ["objects added deep in an object", custom({ home: { pets: { $add: [{ id: 3 }] } } })],
  ["an operator that no page names", custom({ visits: { $multiply: 2 } })],
  ["an operator with another key", custom({ colors: { remove: ["red"], note: "why" } })],
  ["a date with another key", custom({ birthday: { $time: "1980-01-01T19:20:30Z", zone: "UTC" } })],
  ["a date that is no text", custom({ birthday: { $time: 315_602_430 } })],
  ["values removed that are no list", custom({ colors: { remove: "red" } })],
  ["values removed that are objects", custom({ colors: { remove: [{ a: 1 }] } })],
  ["a removal of objects without a value", custom({ pets: { $remove: [{ $identifier_key: "id" }] } })],
  ["a removal of objects by another form", custom({ pets: { $remove: [{ id: 1 }] } })],
  ["a change of objects that is no list", custom({ pets: { $update: pet(4, { breed: "goldfish" }) } })],
  [
    "a change of objects with another key",
    custom({ pets: { $update: [{ ...pet(4, { breed: "goldfish" }), $upsert: true }] } })
  ],
  ["a change of objects with an increment", custom({ pets: { $update: [pet(4, { age: { inc: 1 } })] } })],
  ["a change of the id by which objects are found", custom({ pets: { $update: [pet(4, { id: 5 })] } })],
  [
    "a change of what another change finds objects by",
    custom({
      pets: {
        $update: [
          pet(4, { type: "fish" }),
          { $identifier_key: "type", $identifier_value: "fish", $new_object: { wet: true } }
        ]
      }
    })
  ],
  ["an attribute that is called as an operator", custom({ inc: 1 })]
]

const others: ReadonlyArray<Case> = [
  ["an event", { events: [{ externalId: "u", name: "bought", time }] }],
  ["a purchase", { purchases: [{ externalId: "u", productId: "pen", currency: "EUR", price: 1, time }] }],
  ["an event beside attributes", { ...custom({ plan: "gold" }), events: [{}] }],
  [
    "one increment among many users",
    { attributes: [{ externalId: "u" }, ...custom({ n: { inc: 1 } }).attributes] }
  ],
  ["a push token without a device id", user({ externalId: "u", pushTokens: [token] })],
  [
    "one push token of two without a device id",
    user({ externalId: "u", pushTokens: [{ ...token, deviceId: "device-1" }, token] })
  ],
  [
    "double opt-in",
    user({ externalId: "u", subscriptionGroups: [group, { ...group, useDoubleOptInLogic: true }] })
  ],
  ["a user by email alone", user({ email: "a@example.com", firstName: "Ada" })],
  ["a user by phone alone", user({ phone: "+112", firstName: "Ada" })],
  ["a user by email alone, existing ones only", user({ email: "a@example.com", updateExistingOnly: true })],
  [
    "an import of push tokens by email",
    user({ email: "a@example.com", pushTokenImport: true, pushTokens: [token] })
  ],
  ["nobody", user({ firstName: "Ada" })],
  [
    "one user twice, with objects that are selected",
    {
      attributes: [
        {
          externalId: "u",
          custom: { pets: { $remove: [{ $identifier_key: "type", $identifier_value: "dog" }] } }
        },
        { externalId: "u", custom: { pets: { $update: [pet(1, { type: "dog" })] } } }
      ]
    }
  ]
]

describe("an input of trackUsers may be sent twice", () => {
  it.each(idempotent)("with %s", (_, input) => assert.isTrue(trackIsIdempotent(input)))
})

describe("an input of trackUsers may not be sent twice", () => {
  it.each(operators)("with %s", (_, input) => assert.isFalse(trackIsIdempotent(input)))
  it.each(others)("with %s", (_, input) => assert.isFalse(trackIsIdempotent(input)))

  it("with a field that it does not know", () => {
    const attributes = { externalId: "u", firstname: "Ada" }
    assert.isFalse(trackIsIdempotent({ attributes: [attributes] }))
    const input = { attributes: [{ externalId: "u" }], sessions: [] }
    assert.isFalse(trackIsIdempotent(input))
  })
})

/** Any custom attributes without a name that an operator might have. */
const PlainName = Schema.String.check(Schema.isPattern(/^[a-z]{4,8}$/))
const Plain = Schema.Record(PlainName, Schema.Json)

/** A value below so many names and lists. */
const Path = Schema.Array(Schema.Union([PlainName, Schema.Null])).check(Schema.isMaxLength(6))
const nested = (path: typeof Path.Type, value: Schema.Json): Schema.Json =>
  path.reduceRight<Schema.Json>((inner, step) => (step === null ? [inner] : { [step]: inner }), value)

const Input = Schema.Struct({
  attributes: Schema.Array(Schema.Struct({ externalId: Schema.NonEmptyString, custom: Plain }))
})
const Some = Schema.NonEmptyArray(Schema.Json)
const Operator = Schema.Literals(["inc", "add", "$add", "$new", "$inc", "$push"])

describe("whatever else is in it,", () => {
  it.effect.prop("an input with an event is not idempotent", [Input, Some], ([input, events]) =>
    Effect.sync(() => assert.isFalse(trackIsIdempotent({ ...input, events })))
  )

  it.effect.prop("an input with a purchase is not idempotent", [Input, Some], ([input, purchases]) =>
    Effect.sync(() => assert.isFalse(trackIsIdempotent({ ...input, purchases })))
  )

  it.effect.prop(
    "an operator that adds, or that is not known, is not idempotent at any depth",
    [Plain, Path, Operator, Schema.Json],
    ([around, path, operator, operand]) =>
      Effect.sync(() =>
        assert.isFalse(trackIsIdempotent(custom({ ...around, at: nested(path, { [operator]: operand }) })))
      )
  )

  it.effect.prop(
    "a known operator with a further key is not idempotent at any depth",
    [Path, Schema.Literals(["remove", "$time", "$remove", "$update"]), PlainName],
    ([path, operator, further]) =>
      Effect.sync(() => {
        const operand = operator === "$time" ? "1980-01-01T19:20:30Z" : []
        assert.isTrue(trackIsIdempotent(custom({ at: nested(path, { [operator]: operand }) })))
        assert.isFalse(trackIsIdempotent(custom({ at: nested(path, { [operator]: operand, [further]: 1 }) })))
      })
  )

  it.effect.prop(
    "values that are only set are idempotent",
    [PlainName, Path, Schema.Union([Schema.String, Schema.Finite, Schema.Boolean, Schema.Null])],
    ([name, path, value]) =>
      Effect.sync(() => assert.isTrue(trackIsIdempotent(custom({ [name]: nested(path, value) }))))
  )
})

describe("trackUsers", () => {
  /** How a call ends whose first request is not answered and whose second one is, and how many requests it made. */
  const unansweredOnce = (input: Parameters<typeof Braze.trackUsers>[0]) =>
    Effect.gen(function* () {
      const braze = rest("silence", success)
      const call = Effect.match(Braze.trackUsers(input), {
        onFailure: ({ _tag }) => _tag,
        onSuccess: ({ message }) => message
      })
      const fiber = yield* Effect.forkChild(Effect.provide(call, layer(braze.transport)))
      yield* TestClock.adjust("5 minutes")
      return [yield* Fiber.join(fiber), braze.sent.length]
    })

  it.effect("sends attributes again that are only set, when no answer comes", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* unansweredOnce(custom({ plan: "gold" })), ["success", 2])
    })
  )

  it.effect("sends an event or an increment once, and says that its delivery is unknown", () =>
    Effect.gen(function* () {
      const event = { externalId: "u", name: "bought", time }
      assert.deepStrictEqual(yield* unansweredOnce({ events: [event] }), ["DeliveryUnknown", 1])
      assert.deepStrictEqual(yield* unansweredOnce(custom({ n: { inc: 1 } })), ["DeliveryUnknown", 1])
    })
  )

  it("does not repeat an input of which no end is in sight", () => {
    const { idempotent } = compile(Braze.vendor, Braze.trackUsers)
    const endless: Record<string, unknown> = {}
    endless["deeper"] = endless
    assert.isFalse(idempotent({ attributes: [{ externalId: "u", custom: endless }] }))
    assert.isTrue(idempotent(custom({ plan: "gold" })))
  })
})
