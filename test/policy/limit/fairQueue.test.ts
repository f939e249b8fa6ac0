import { assert, describe, it } from "@effect/vitest"
import { random } from "../../storms/random.ts"
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

const keysOf = (waiters: ReadonlyArray<Waiter>) => new Set(waiters.map(({ key }) => key))

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

  it("skips keys that are not ready, and knows when the first one is", () => {
    const queue = queueOf(waiter("a", 1), waiter("b", 2), waiter("c", 3))
    const readyAt = (key: string) => ({ a: 20, b: 10 })[key] ?? 0
    assert.strictEqual(queue.head(readyAt, 0)?.name, "c3")
    queue.take(queue.head(readyAt, 0)!)
    assert.isUndefined(queue.head(readyAt, 0))
    assert.strictEqual(queue.nextAt(readyAt, 0), 10)
    assert.strictEqual(queue.head(readyAt, 10)?.name, "b2")
    assert.strictEqual(queue.head(readyAt, 20)?.name, "a1")
  })

  it("looks again at a key that is ready earlier than it was said to be", () => {
    const queue = queueOf(waiter("a", 1))
    assert.isUndefined(queue.head(() => 100, 0))
    assert.isUndefined(queue.head(() => 5, 10))
    queue.hasten("a")
    assert.strictEqual(queue.head(() => 5, 10)?.name, "a1")
    queue.hasten("b")
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

  it("lets a key with many calls go on while new keys keep coming", () => {
    const queue = queueOf(waiter("busy", 0), waiter("busy", 1))
    let taken = 0
    for (let last = ""; last !== "busy1" && taken < 1_000; taken++) {
      queue.add(waiter(`new ${taken}`, 10 + taken))
      const head = queue.head()!
      last = head.name
      queue.take(head)
    }
    assert.isBelow(taken, 100)
  })

  it("takes the same order as a queue that looks at every key each time, whatever comes and goes", () => {
    const chance = random(7)
    const some = (most: number) => Math.floor(chance() * most)
    const queue = new FairQueue<Waiter>()
    const turns = new Map<string, number>()
    let waiting: Array<Waiter> = []
    let round = 0
    const turnOf = ({ key }: Waiter) => turns.get(key) ?? 0
    const order = (a: Waiter, b: Waiter) =>
      turnOf(a) - turnOf(b) || a.arrived - b.arrived || a.entered - b.entered
    for (let now = 0; now < 5_000; now++) {
      if (chance() < 0.55) {
        const one = waiter(`key ${some(20)}`, now - some(3))
        // A key that comes anew waits from this round on.
        if (!keysOf(waiting).has(one.key)) turns.set(one.key, Math.max(round, turnOf(one)))
        waiting.push(one)
        queue.add(one)
      } else if (waiting.length > 0 && chance() < 0.2) {
        const [gone] = waiting.splice(some(waiting.length), 1)
        queue.remove(gone!)
      } else {
        const ready = (key: string) => (Number(key.slice(4)) % 5 === now % 5 ? now + 1 : now)
        const expected = waiting.filter(({ key }) => ready(key) <= now).toSorted(order)[0]
        for (const key of keysOf(waiting)) queue.hasten(key)
        assert.strictEqual(queue.head(ready, now)?.name, expected?.name)
        if (expected === undefined) continue
        round = Math.max(round, turnOf(expected))
        turns.set(expected.key, round + 1)
        waiting = waiting.filter((one) => one !== expected)
        queue.take(expected)
      }
      assert.strictEqual(queue.size, waiting.length)
    }
  })

  it("costs little more for each key however many keys there are", () => {
    const looks = (keys: number): number => {
      let reads = 0
      const queue = new FairQueue<Waiter>()
      for (let n = 0; n < keys; n++) {
        const one = waiter(`key ${n}`, n)
        Object.defineProperty(one, "arrived", { get: () => (reads++, n) })
        queue.add(one)
        queue.ahead(one)
      }
      for (let next = queue.head(); next !== undefined; next = queue.head()) queue.take(next)
      return reads / keys
    }
    assert.isBelow(looks(16_000) / looks(1_000), 2)
  })
})
