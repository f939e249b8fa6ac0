/** Objects that the simulator keeps: pages, filters, versions, what handlers keep, what nobody has made, and how many. */
import { assert, it } from "@effect/vitest"
import { Effect, Layer, Redacted, Stream } from "effect"
import { TestClock } from "effect/testing"
import * as Simulation from "../../src/testing/Simulation.ts"
import * as Simulator from "../../src/testing/Simulator.ts"
import * as Ixon from "../../src/vendors/ixon/all.ts"
import * as M3ter from "../../src/vendors/m3ter/all.ts"
import { simulatorWith } from "../../src/vendors/m3ter/simulator.ts"

const endless = () => Simulation.Quotas.bucket(1_000_000)
const m3terSimulator = Simulator.withOperations(simulatorWith({ quotas: { config: endless } }), M3ter)
const { apiKey, apiSecret, orgId } = m3terSimulator.credentials
const m3ter = Layer.provideMerge(
  Layer.orDie(
    M3ter.layerNoTransport({ apiKey: Redacted.make(apiKey), apiSecret: Redacted.make(apiSecret), orgId })
  ),
  Simulator.layer(m3terSimulator)
)

const { password, ...rest } = Ixon.simulator.credentials
const ixon = Layer.provideMerge(
  Layer.orDie(Ixon.layerNoTransport({ ...rest, password: Redacted.make(password) })),
  Simulator.layer(Simulator.withOperations(Ixon.simulator, Ixon))
)

const inTime = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.raceFirst(effect, Effect.forever(TestClock.adjust("1 second")))

const currency = (code: string) => M3ter.createCurrency({ name: `The ${code}`, code })

it.effect("lists what was made in pages, newest first, and only what the parameters ask for", () =>
  inTime(
    Effect.gen(function* () {
      yield* Effect.forEach(["EUR", "USD", "GBP"], currency)
      const { data, nextToken } = yield* M3ter.listCurrencies({ pageSize: 2 })
      assert.deepStrictEqual(
        data.map(({ code }) => code),
        ["GBP", "USD"]
      )
      const next = yield* M3ter.listCurrencies({ pageSize: 2, nextToken: String(nextToken) })
      assert.deepStrictEqual([next.data.map(({ code }) => code), next.nextToken], [["EUR"], undefined])
      const all = yield* Stream.runCollect(M3ter.listCurrencies.stream({ pageSize: 1 }))
      assert.strictEqual(all.length, 3)
      const some = yield* M3ter.listCurrencies({ codes: ["USD"] })
      assert.deepStrictEqual(
        some.data.map(({ name }) => name),
        ["The USD"]
      )
    })
  ).pipe(Effect.provide(m3ter))
)

it.effect("counts versions, and refuses a change of another version than the present one", () =>
  inTime(
    Effect.gen(function* () {
      const { id, version } = yield* currency("EUR")
      const change = { id, name: "Euro", code: "EUR" }
      assert.strictEqual(version, 1)
      const changed = yield* M3ter.updateCurrency({ ...change, version: 1 })
      assert.deepStrictEqual([changed.version, changed.name], [2, "Euro"])
      const stale = yield* Effect.flip(M3ter.updateCurrency({ ...change, version: 1 }))
      assert.strictEqual(stale._tag, "M3ter.BadRequest")
    })
  ).pipe(Effect.provide(m3ter))
)

it.effect("removes with one operation what the handler of another one keeps", () =>
  inTime(
    Effect.gen(function* () {
      const { id } = yield* M3ter.createProduct({ name: "Calls", code: "calls" })
      yield* M3ter.deleteProduct({ id })
      assert.strictEqual((yield* Effect.flip(M3ter.getProduct({ id })))._tag, "M3ter.NotFound")
      assert.deepStrictEqual((yield* M3ter.listProducts({})).data, [])
    })
  ).pipe(Effect.provide(m3ter))
)

it.effect("makes up what no operation makes, always the same, until it is removed", () =>
  inTime(
    Effect.gen(function* () {
      const bill = yield* M3ter.getBill({ id: "bill-1" })
      assert.strictEqual(bill.id, "bill-1")
      assert.deepStrictEqual(yield* M3ter.getBill({ id: "bill-1" }), bill)
      assert.strictEqual((yield* M3ter.listBills({})).data.length, 1)
      yield* M3ter.deleteBill({ id: "bill-1" })
      assert.strictEqual((yield* Effect.flip(M3ter.getBill({ id: "bill-1" })))._tag, "M3ter.NotFound")
    })
  ).pipe(Effect.provide(m3ter))
)

it.effect("keeps a thousand objects of a collection, and forgets the oldest", () =>
  inTime(
    Effect.gen(function* () {
      const codes = Array.from({ length: 1_001 }, (_, index) => `C${index}`)
      const made = yield* Effect.forEach(codes, currency)
      const [oldest, second] = made
      assert.strictEqual(
        (yield* Effect.flip(M3ter.getCurrency({ id: String(oldest?.id) })))._tag,
        "M3ter.NotFound"
      )
      assert.strictEqual((yield* M3ter.getCurrency({ id: String(second?.id) })).code, "C1")
    })
  ).pipe(Effect.provide(m3ter))
)

it.effect("takes lists in bodies, and keeps the objects of one parent apart from those of another", () =>
  inTime(
    Effect.gen(function* () {
      const tag = (agentId: string, name: string) => ({
        agentId,
        items: [{ source: { publicId: "simso0000001" }, name, formula: "1 > 0" }]
      })
      const [one] = yield* Ixon.createAgentDataConditions(tag("simag0000001", "Hot"))
      yield* Ixon.createAgentDataConditions(tag("simag0000002", "Cold"))
      const namesOf = (agentId: string) =>
        Effect.map(Ixon.listAgentDataConditions({ agentId }), ({ data }) => data.map(({ name }) => name))
      assert.deepStrictEqual(yield* namesOf("simag0000001"), ["Hot"])
      const publicId = String(one?.publicId)
      yield* Ixon.updateAgentDataConditions({ agentId: "simag0000001", items: [{ publicId, name: "Warm" }] })
      assert.deepStrictEqual(yield* namesOf("simag0000001"), ["Warm"])
      yield* Ixon.deleteAgentDataConditions({ agentId: "simag0000001", items: [{ publicId }] })
      assert.deepStrictEqual([yield* namesOf("simag0000001"), yield* namesOf("simag0000002")], [[], ["Cold"]])
    })
  ).pipe(Effect.provide(ixon))
)
