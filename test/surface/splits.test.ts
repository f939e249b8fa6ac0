/** What is asked for in parts where it is too much: which operations of the whole surfaces, by which rule, and what becomes of writes. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { type AnyOperation, nameOf, operationsIn } from "../../src/contract/Operation.ts"
import { make } from "../../src/contract/Wire.ts"
import * as Devices from "../../src/vendors/ixon/surface/agentDevices.ts"
import * as IxonAll from "../../src/vendors/ixon/all.ts"
import * as M3terAll from "../../src/vendors/m3ter/all.ts"
import { ended, layer, portal, type Sent, success } from "../vendors/ixon/portal.ts"

const isWholeList = ({ spec }: AnyOperation): boolean => spec.body !== undefined && spec.body === "items"

/** The rule by which an operation is split, or is not. */
const ruleOf = (operation: AnyOperation): string => {
  const { idempotent, method, splits } = operation.spec
  if (splits === undefined) {
    if (!isWholeList(operation)) return "one thing"
    if (method === "PUT") return "whole: the list takes the place of another"
    return idempotent === true ? "whole: other" : "whole: a second time is not as good as once"
  }
  if (isWholeList(operation)) return `halves of the list: ${method}`
  return method === "GET" ? "halves of the page" : "others"
}

const rulesOf = (module: object) => {
  const found: Record<string, Array<string>> = {}
  for (const operation of operationsIn(module)) (found[ruleOf(operation)] ??= []).push(nameOf(operation))
  return found
}

const counts = (found: Record<string, ReadonlyArray<string>>) =>
  Object.fromEntries(Object.entries(found).map(([rule, names]) => [rule, names.length]))

it("every operation of IXON is split by a rule, or has a reason not to be", () => {
  const found = rulesOf(IxonAll)
  assert.deepStrictEqual(counts(found), {
    "halves of the list: DELETE": 66,
    "halves of the list: PATCH": 58,
    "halves of the list: POST": 3,
    "halves of the page": 110,
    "one thing": 342,
    others: 1,
    "whole: a second time is not as good as once": 89,
    "whole: the list takes the place of another": 5
  })
  assert.deepStrictEqual(found["others"], ["queryData"])
  assert.deepStrictEqual(found["halves of the list: POST"], [
    "createAgentOpenVpnConnections",
    "pushAgentConfigurations",
    "pushAgentLoggingConfigurations"
  ])
})

it("every operation of m3ter is split by a rule, or has nothing to be split", () => {
  const found = rulesOf(M3terAll)
  assert.deepStrictEqual(counts(found), { "halves of the page": 64, "one thing": 257, others: 2 })
  assert.deepStrictEqual(found["others"], ["listResourceGroupsForId", "queryUsage"])
})

/** A portal that takes two items at once, refuses more with the status, and one item for good. */
const twoAtOnce = (status: number) => {
  const isBad = ({ body }: Sent) => JSON.stringify(body).includes("bad")
  const tooMany = ({ body }: Sent) => Array.isArray(body) && body.length > 2
  return portal((sent) =>
    tooMany(sent) ? make(status, {}, "") : isBad(sent) ? make(404, {}, "") : success(undefined)
  )
}
const id = (name: string) => ({ publicId: name.padEnd(12, "0") })
const sizes = (sent: ReadonlyArray<Sent>) =>
  sent.map(({ body }) => (Array.isArray(body) ? body.length : undefined))
const five = ["a", "b", "c", "d", "e"].map(id)

describe("a list that is written", () => {
  it.effect.each([413, 504])("is written in halves after a %s, each item once", (status) => {
    const { sent, transport } = twoAtOnce(status)
    return Effect.gen(function* () {
      yield* ended(Devices.deleteAgentDevices({ agentId: "agent0000000", items: five }))
      assert.deepStrictEqual(sizes(sent), [5, 3, 2, 1, 2])
      const written = sent.filter(({ body }) => Array.isArray(body) && body.length < 3)
      assert.deepStrictEqual(
        written.flatMap(({ body }) => body),
        five
      )
    }).pipe(Effect.provide(layer(transport)))
  })

  it.effect("is not when each item would be made a second time", () => {
    const { sent, transport } = twoAtOnce(504)
    const items = ["a", "b", "c"].map((name) => ({ name }))
    return Effect.gen(function* () {
      const failure = yield* ended(
        Effect.flip(Devices.createAgentDevices({ agentId: "agent0000000", items }))
      )
      assert.deepStrictEqual([failure.delivery, sent.length], ["Unknown", 1])
    }).pipe(Effect.provide(layer(transport)))
  })

  it.effect.each([413, 504])("never says that nothing was done where a part was, after a %s", (status) => {
    const { transport } = twoAtOnce(status)
    return Effect.gen(function* () {
      const items = ["a", "b", "c", "bad"].map(id)
      const failure = yield* ended(
        Effect.flip(Devices.deleteAgentDevices({ agentId: "agent0000000", items }))
      )
      assert.deepStrictEqual([failure.status, failure.delivery], [404, "Unknown"])
      assert.include(
        failure.message,
        "It was sent in parts, of which some were carried out, or may have been."
      )
      assert.notInclude(failure.message, "Nothing was done")
    }).pipe(Effect.provide(layer(transport)))
  })

  it.effect(
    "says that nothing was done where its first part was refused after a 413, and not after a 504",
    () =>
      Effect.gen(function* () {
        const items = ["bad", "b", "c"].map(id)
        const call = Devices.deleteAgentDevices({ agentId: "agent0000000", items })
        const after = (status: number) =>
          Effect.provide(ended(Effect.flip(call)), layer(twoAtOnce(status).transport))
        assert.strictEqual((yield* after(413)).delivery, "Refused")
        assert.strictEqual((yield* after(504)).delivery, "Unknown")
      })
  )

  it.effect("shows nothing of what it holds where one item alone is too much", () => {
    const { transport } = portal(() => make(413, {}, ""))
    return Effect.gen(function* () {
      const failure = yield* ended(
        Effect.flip(Devices.deleteAgentDevices({ agentId: "agent0000000", items: five }))
      )
      assert.include(failure.message, "It cannot be made smaller: items has the length 1")
      assert.notInclude(failure.message, "a00000000000")
    }).pipe(Effect.provide(layer(transport)))
  })
})
