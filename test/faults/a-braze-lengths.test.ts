/** Limits of length: characters are code points, as a reader counts them; where Braze counts bytes, they are bytes of UTF-8. */
import { assert, describe, it } from "@effect/vitest"
import { Effect, Result } from "effect"
import { charactersFit } from "../../src/contract/jsonSize.ts"
import * as Braze from "../../src/vendors/braze/index.ts"
import { layer, rest, success } from "../vendors/braze/rest.ts"
import { event, purchase, send } from "../vendors/braze/samples.ts"

type Call = Effect.Effect<unknown, { readonly _tag: string }, Braze.BrazeApi>

const ends = (call: Call) =>
  Effect.map(Effect.provide(Effect.result(call), layer(rest(success).transport)), (result) =>
    Result.isFailure(result) ? result.failure._tag : "sent"
  )

const emoji = "\u{1f600}"
const alias = (externalId: string) => ({ externalId, userAlias: { aliasName: "n", aliasLabel: "l" } })

/** Inputs that are limited in characters: one of `n` times the text. */
const byCharacters: ReadonlyArray<readonly [name: string, most: number, call: (text: string) => Call]> = [
  [
    "the name of a property",
    255,
    (text) => Braze.trackUsers({ events: [{ ...event, properties: { [text]: 1 } }] })
  ],
  [
    "a text of a property",
    255,
    (text) => Braze.trackUsers({ events: [{ ...event, properties: { a: text } }] })
  ],
  [
    "a text of a purchase's property",
    255,
    (text) => Braze.trackUsers({ purchases: [{ ...purchase, properties: { a: text } }] })
  ],
  ["a product id", 255, (productId) => Braze.trackUsers({ purchases: [{ ...purchase, productId }] })],
  [
    "the message of a slideup",
    140,
    (message) => Braze.sendMessages({ ...send, messages: { inAppMessage: { message } } })
  ]
]

describe.each(byCharacters)("%s", (_, most, call) => {
  it.effect.each(["a", "é", "語", emoji])("has so many characters at most, and %s is one", (character) =>
    Effect.gen(function* () {
      assert.strictEqual(yield* ends(call(character.repeat(most))), "sent")
      assert.strictEqual(yield* ends(call(character.repeat(most + 1))), "InvalidInput")
      assert.strictEqual(yield* ends(call(`a${character.repeat(most - 1)}`)), "sent")
    })
  )
})

/** Inputs that are limited in bytes. */
const byBytes: ReadonlyArray<readonly [name: string, most: number, call: (text: string) => Call]> = [
  [
    "the external id of an event",
    987,
    (externalId) => Braze.trackUsers({ events: [{ ...event, externalId }] })
  ],
  ["the external id of attributes", 987, (externalId) => Braze.trackUsers({ attributes: [{ externalId }] })],
  [
    "the external id of a user to identify",
    987,
    (id) => Braze.identifyUsers({ aliasesToIdentify: [alias(id)] })
  ],
  ["an external id to delete", 987, (id) => Braze.deleteUsers({ externalIds: [id] })],
  ["an external id to send to", 987, (id) => Braze.sendMessages({ ...send, externalUserIds: [id] })],
  [
    "the device id of a push token",
    255,
    (deviceId) =>
      Braze.trackUsers({
        attributes: [{ externalId: "u", pushTokens: [{ appId: "a", token: "t", deviceId }] }]
      })
  ]
]

describe.each(byBytes)("%s", (_, most, call) => {
  it.effect.each([
    ["a", 1],
    ["é", 2],
    ["語", 3],
    [emoji, 4]
  ] as const)("has so many bytes at most, and %s has %i", ([character, bytes]) =>
    Effect.gen(function* () {
      const text = character.repeat(Math.floor(most / bytes)) + "a".repeat(most % bytes)
      assert.strictEqual(yield* ends(call(text)), "sent")
      assert.strictEqual(yield* ends(call(`${text}a`)), "InvalidInput")
    })
  )
})

/** The payload that leaves so many bytes for the alert, which is repeated to fill them. */
const pushes: ReadonlyArray<readonly [name: string, most: number, call: (alert: string) => Call]> = [
  ["an Apple push", 1_912, (alert) => Braze.sendMessages({ ...send, messages: { applePush: { alert } } })],
  [
    "an Android push",
    4_000,
    (alert) => Braze.sendMessages({ ...send, messages: { androidPush: { alert, title: "T" } } })
  ]
]

describe.each(pushes)("%s", (name, most, call) => {
  it.effect.each([
    ["a", 1],
    ["語", 3],
    [emoji, 4]
  ] as const)("has so many bytes of JSON at most, and %s has %i", ([character, bytes]) =>
    Effect.gen(function* () {
      const around = JSON.stringify(
        name === "an Apple push" ? { alert: "" } : { alert: "", title: "T" }
      ).length
      const left = most - around
      const alert = character.repeat(Math.floor(left / bytes)) + "a".repeat(left % bytes)
      assert.strictEqual(yield* ends(call(alert)), "sent")
      assert.strictEqual(yield* ends(call(`${alert}a`)), "InvalidInput")
    })
  )
})

it("characters are counted as code points, half pairs included, and no text is counted that cannot fit", () => {
  const cases: ReadonlyArray<readonly [string, number, boolean]> = [
    ["", 0, true],
    ["a", 0, false],
    [emoji, 1, true],
    [`${emoji}${emoji}`, 1, false],
    ["\ud83d\ud83d", 2, true],
    ["\ud83d\ud83d", 1, false],
    ["a".repeat(1_000_000), 10, false]
  ]
  for (const [text, most, expected] of cases)
    assert.strictEqual(charactersFit(text, most), expected, `${text.slice(0, 4)} ${most}`)
})
