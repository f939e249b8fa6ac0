import { assert, describe, it } from "@effect/vitest"
import { FairQueue } from "../../../src/policy/limit/fairQueue.ts"

interface Waiter {
  readonly name: string
  readonly key: string
  readonly arrived: number
  readonly entered: number
}

let entered = 0
const waiter = (key: string, arrived: number): Waiter => ({
  name: `${key}${arrived}`,
  key,
  arrived,
  entered: entered++
})

const queueOf = (...waiters: ReadonlyArray<Waiter>) => {
  const queue = new FairQueue<Waiter>()
  for (const one of waiters) queue.add(one)
  return queue
}

const drain = (queue: FairQueue<Waiter>, most = Infinity): ReadonlyArray<string> => {
  const names: Array<string> = []
  for (let next = queue.head(); next !== undefined && names.length < most; next = queue.head()) {
    names.push(next.name)
    queue.take(next)
  }
  return names
}

describe("a fair queue", () => {
  it("is first in, first out", () => {
    assert.deepStrictEqual(drain(queueOf(waiter("a", 1), waiter("a", 2), waiter("a", 3))), ["a1", "a2", "a3"])
  })

  it("lets the keys take turns", () => {
    const queue = queueOf(
      ...Array.from({ length: 5 }, (_, n) => waiter("a", n)),
      waiter("b", 10),
      waiter("b", 11),
      waiter("c", 12)
    )
    assert.deepStrictEqual(drain(queue), ["a0", "b10", "c12", "a1", "b11", "a2", "a3", "a4"])
  })

  it("returns a call that is queued again to the head of its key", () => {
    const queue = queueOf(waiter("a", 1), waiter("a", 2))
    const first = queue.head()!
    queue.take(first)
    queue.add(first)
    assert.deepStrictEqual(drain(queue), ["a1", "a2"])
  })

  it("does not give a key that leaves and comes back a second turn in one round", () => {
    const queue = queueOf(
      waiter("backfill", 1),
      waiter("backfill", 2),
      waiter("backfill", 3),
      waiter("eager", 4)
    )
    assert.deepStrictEqual(drain(queue, 2), ["backfill1", "eager4"])
    queue.add(waiter("eager", 5))
    assert.deepStrictEqual(drain(queue, 2), ["backfill2", "eager5"])
    queue.add(waiter("eager", 6))
    assert.deepStrictEqual(drain(queue), ["backfill3", "eager6"])
  })

  it("skips keys that may not go", () => {
    const queue = queueOf(waiter("a", 1), waiter("b", 2))
    assert.strictEqual(queue.head((key) => key !== "a")?.name, "b2")
    assert.isUndefined(queue.head(() => false))
  })

  it("forgets a waiter that gave up, and keeps the turn of its key", () => {
    const [gone, ...others] = [waiter("a", 1), waiter("a", 2), waiter("b", 3)]
    const queue = queueOf(gone, ...others)
    queue.remove(gone)
    queue.remove(gone)
    assert.strictEqual(queue.size, 2)
    assert.deepStrictEqual(drain(queue), ["a2", "b3"])
    assert.strictEqual(queue.size, 0)
  })

  it("knows how many go before a waiter", () => {
    const waiters = [
      ...Array.from({ length: 6 }, (_, n) => waiter("a", n)),
      waiter("b", 10),
      waiter("b", 11),
      waiter("c", 12)
    ]
    const queue = queueOf(...waiters)
    const order = drain(queueOf(...waiters))
    for (const one of waiters) assert.strictEqual(queue.ahead(one), order.indexOf(one.name), one.name)
  })
})
