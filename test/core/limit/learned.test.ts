import { assert, describe, it } from "@effect/vitest"
import { Learned } from "../../../src/core/limit/learned.ts"
import { Sends } from "../../../src/core/limit/sends.ts"

const make = () => {
  const sends = new Sends()
  return { sends, learned: new Learned(sends, (window) => window) }
}

/** Sends `count` calls from `from`, `gap` ms apart; returns when the next one would be due. */
const send = (sends: Sends, from: number, count: number, gap: number): number => {
  for (let n = 0; n < count; n++) sends.sent(from + n * gap)
  return from + count * gap
}

/** How many calls go within `span` ms from `from`, each as soon as it may. */
const released = (learned: Learned, sends: Sends, from: number, span: number): number => {
  let count = 0
  for (let at = Math.max(from, learned.readyAt(0)); at < from + span; at = Math.max(at, learned.readyAt(0))) {
    sends.sent(at)
    count++
  }
  return count
}

describe("a limit that refusals teach", () => {
  it("holds nothing back before the first", () => {
    assert.strictEqual(make().learned.readyAt(0), -Infinity)
  })

  it("is what was accepted in the window before it", () => {
    const { learned, sends } = make()
    const at = send(sends, 0, 50, 10)
    learned.limited(at, at + 8, { wait: 1000 })
    assert.strictEqual(released(learned, sends, 1508, 1000), 50)
    assert.strictEqual(released(learned, sends, 2508, 1000), 50)
  })

  it("takes the least of several counts: an edge between two windows makes one too high", () => {
    const { learned, sends } = make()
    const first = send(sends, 0, 80, 10)
    learned.limited(first, first + 8, { wait: 1000 })
    const second = send(sends, 2000, 50, 3)
    learned.limited(second, second + 8, { wait: 1000 })
    assert.strictEqual(released(learned, sends, 3200, 1000), 50)
  })

  it("counts a call that overtook the refused one", () => {
    const { learned, sends } = make()
    const at = send(sends, 0, 49, 10)
    sends.sent(at + 1)
    learned.limited(at, at + 20, { wait: 1000 })
    assert.strictEqual(released(learned, sends, 1600, 1000), 50)
  })

  it("forgets calls of the same flight that were refused too", () => {
    const { learned, sends } = make()
    const at = send(sends, 0, 50, 10)
    for (let n = 1; n <= 8; n++) sends.sent(at + n)
    learned.limited(at, at + 20, { wait: 1000 })
    for (let n = 1; n <= 8; n++) {
      sends.refused(at + n)
      learned.again()
    }
    assert.strictEqual(released(learned, sends, 1600, 1000), 50)
  })

  it("finds a sliding minute, where waits tell only of the oldest call", () => {
    const { learned, sends } = make()
    const at = send(sends, 0, 250, 120)
    learned.limited(at, at + 8, { wait: 30_000 })
    sends.sent(60_010)
    learned.limited(60_020, 60_030, { wait: 1000 })
    assert.closeTo(released(learned, sends, 61_030, 60_000), 250, 2)
  })

  it("follows the window that headers tell", () => {
    const { learned, sends } = make()
    const at = send(sends, 0, 20, 10)
    learned.limited(at, at + 8, { wait: 1000, window: 10_000 })
    assert.strictEqual(released(learned, sends, 1300, 8000), 0)
    assert.strictEqual(released(learned, sends, 10_000, 1000), 20)
  })

  it("is not guessed for windows longer than a minute", () => {
    const { learned, sends } = make()
    const at = send(sends, 0, 20, 10)
    learned.limited(at, at + 8, { wait: 3_600_000 })
    assert.strictEqual(learned.readyAt(0), -Infinity)
  })

  it("is tried a little higher after it has held for long, and only if it is used up", () => {
    const { learned, sends } = make()
    const at = send(sends, 0, 50, 10)
    learned.limited(at, at + 8, { wait: 1000 })
    learned.answered(100_000)
    assert.strictEqual(released(learned, sends, 100_000, 1000), 50)
    learned.answered(100_990)
    assert.strictEqual(released(learned, sends, 101_000, 1000), 53)
  })
})
