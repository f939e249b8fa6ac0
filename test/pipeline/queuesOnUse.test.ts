/** Queues of a layer: a vendor may have many classes of endpoints, of which a program calls a few. */
import { assert, it } from "@effect/vitest"
import { Effect, Metric } from "effect"
import type { QuotaClass } from "../../src/contract/Quota.ts"
import { limitsOf } from "../../src/pipeline/queues.ts"
import { readDefault } from "../../src/policy/limit/readDefault.ts"
import { transport, vendor } from "../shop/shop.ts"
import { answers, apart, get, limited, quota, shop } from "../shop/standing.ts"

const watched = () => {
  const made: Array<string> = []
  const classOf = (name: string, within?: string): QuotaClass => ({
    get quotas() {
      made.push(name)
      return [quota(1, "1 minute", { name })]
    },
    ...(within === undefined ? {} : { within })
  })
  const rest = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`rest-${n}`, classOf(`rest-${n}`)]))
  const quotas = {
    ...rest,
    search: classOf("search"),
    orders: classOf("orders"),
    refunds: classOf("refunds", "orders")
  }
  return { made, queues: limitsOf({ ...vendor, quotas }, {}, readDefault) }
}

it.effect("are made for the class that is called, and for those around it", () =>
  Effect.gen(function* () {
    const { made, queues } = watched()
    const { chain } = yield* queues
    assert.deepStrictEqual(made, [])
    assert.lengthOf(chain(["search"]), 1)
    assert.deepStrictEqual(made, ["search"])
    assert.lengthOf(chain(["refunds", "orders"]), 3)
    assert.sameMembers(made, ["search", "refunds", "orders"])
  })
)

it.effect("are the same for every call, and for whoever reads how they stand", () =>
  Effect.gen(function* () {
    const { chain, classes, onFirst } = yield* watched().queues
    const seen: Array<ReadonlyArray<string>> = []
    onFirst(() => void seen.push([...classes.keys()]))
    const [first] = chain(["search"])
    assert.strictEqual(chain(["search"])[0], first)
    assert.strictEqual(classes.get("search")?.[0], first)
    chain(["orders"])
    assert.deepStrictEqual(seen, [["search"], ["search", "orders"]])
  })
)

const many = Object.fromEntries(
  ["default", "b", "c", "d", "e", "f", "g", "h", "i"].map((n) => [n, { quotas: [] }])
)

it.effect("are seen in the health of the vendor, and as series, from the first call of their class on", () =>
  Effect.gen(function* () {
    const names = Effect.map(shop, ({ classes }) => classes.map((one) => one.class))
    const series = Effect.map(Metric.snapshot, (all) =>
      all.flatMap(({ attributes, id }) =>
        id === "faultline.queue.waiting" ? [attributes?.["faultline.class"]] : []
      )
    )
    assert.deepStrictEqual(yield* names, [])
    yield* get
    assert.include(yield* names, "default")
    assert.deepStrictEqual(yield* series, ["default"])
  }).pipe(
    Effect.provide(limited(transport(answers).layer, many)),
    Effect.provideService(Metric.MetricRegistry, new Map()),
    apart
  )
)
