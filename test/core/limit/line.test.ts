import { assert, describe, it } from "@effect/vitest"
import { Line } from "../../../src/core/limit/line.ts"

interface Place {
  readonly name: string
  readonly key: string
  readonly arrived: number
  readonly entered: number
}

let entered = 0
const place = (key: string, arrived: number): Place => ({
  name: `${key}${arrived}`,
  key,
  arrived,
  entered: entered++
})

const lineOf = (...places: ReadonlyArray<Place>) => {
  const line = new Line<Place>()
  for (const one of places) line.add(one)
  return line
}

const drain = (line: Line<Place>, most = Infinity): ReadonlyArray<string> => {
  const names: Array<string> = []
  for (let next = line.head(); next !== undefined && names.length < most; next = line.head()) {
    names.push(next.name)
    line.take(next)
  }
  return names
}

describe("a line", () => {
  it("is first in, first out", () => {
    assert.deepStrictEqual(drain(lineOf(place("a", 1), place("a", 2), place("a", 3))), ["a1", "a2", "a3"])
  })

  it("lets the keys take turns", () => {
    const line = lineOf(
      ...Array.from({ length: 5 }, (_, n) => place("a", n)),
      place("b", 10),
      place("b", 11),
      place("c", 12)
    )
    assert.deepStrictEqual(drain(line), ["a0", "b10", "c12", "a1", "b11", "a2", "a3", "a4"])
  })

  it("puts a call that comes again at the head of its key", () => {
    const line = lineOf(place("a", 1), place("a", 2))
    const first = line.head()!
    line.take(first)
    line.add(first)
    assert.deepStrictEqual(drain(line), ["a1", "a2"])
  })

  it("does not give a key that leaves and comes back a second turn in one round", () => {
    const line = lineOf(place("backfill", 1), place("backfill", 2), place("backfill", 3), place("eager", 4))
    assert.deepStrictEqual(drain(line, 2), ["backfill1", "eager4"])
    line.add(place("eager", 5))
    assert.deepStrictEqual(drain(line, 2), ["backfill2", "eager5"])
    line.add(place("eager", 6))
    assert.deepStrictEqual(drain(line), ["backfill3", "eager6"])
  })

  it("passes over keys that may not go", () => {
    const line = lineOf(place("a", 1), place("b", 2))
    assert.strictEqual(line.head((key) => key !== "a")?.name, "b2")
    assert.isUndefined(line.head(() => false))
  })

  it("forgets a place that gave up, and keeps the turn of its key", () => {
    const [gone, ...others] = [place("a", 1), place("a", 2), place("b", 3)]
    const line = lineOf(gone, ...others)
    line.remove(gone)
    line.remove(gone)
    assert.strictEqual(line.size, 2)
    assert.deepStrictEqual(drain(line), ["a2", "b3"])
    assert.strictEqual(line.size, 0)
  })

  it("knows how many go before a place", () => {
    const places = [
      ...Array.from({ length: 6 }, (_, n) => place("a", n)),
      place("b", 10),
      place("b", 11),
      place("c", 12)
    ]
    const line = lineOf(...places)
    const order = drain(lineOf(...places))
    for (const one of places) assert.strictEqual(line.ahead(one), order.indexOf(one.name), one.name)
  })
})
