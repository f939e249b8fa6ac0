import { assert, describe, it } from "@effect/vitest"
import { InferredLimit } from "../../../src/policy/limit/inferredLimit.ts"
import { Sends } from "../../../src/policy/limit/sends.ts"

const make = () => {
  const sends = new Sends()
  return { sends, inferred: new InferredLimit(sends, (window) => window) }
}

/** Sends `count` calls from `from`, `gap` ms apart; returns when the next one would be due. */
const send = (sends: Sends, from: number, count: number, gap: number): number => {
  for (let n = 0; n < count; n++) sends.sent(from + n * gap)
  return from + count * gap
}

/** How many calls go within `span` ms from `from`, each as soon as it may. */
const released = (inferred: InferredLimit, sends: Sends, from: number, span: number): number => {
  let count = 0
  for (
    let at = Math.max(from, inferred.readyAt(0));
    at < from + span;
    at = Math.max(at, inferred.readyAt(0))
  ) {
    sends.sent(at)
    count++
  }
  return count
}

describe("a limit inferred from refusals", () => {
  it("limits nothing before the first", () => {
    assert.strictEqual(make().inferred.readyAt(0), -Infinity)
  })

  it("is what was accepted in the window before it", () => {
    const { inferred, sends } = make()
    const at = send(sends, 0, 50, 10)
    inferred.limited(at, at + 8, { wait: 1000 })
    assert.strictEqual(released(inferred, sends, 1508, 1000), 50)
    assert.strictEqual(released(inferred, sends, 2508, 1000), 50)
  })

  it("takes the least of several counts: an edge between two windows makes one too high", () => {
    const { inferred, sends } = make()
    const first = send(sends, 0, 80, 10)
    inferred.limited(first, first + 8, { wait: 1000 })
    const second = send(sends, 2000, 50, 3)
    inferred.limited(second, second + 8, { wait: 1000 })
    assert.strictEqual(released(inferred, sends, 3200, 1000), 50)
  })

  it("counts a call that overtook the refused one", () => {
    const { inferred, sends } = make()
    const at = send(sends, 0, 49, 10)
    sends.sent(at + 1)
    inferred.limited(at, at + 20, { wait: 1000 })
    assert.strictEqual(released(inferred, sends, 1600, 1000), 50)
  })

  it("forgets calls sent at the same time that were refused too", () => {
    const { inferred, sends } = make()
    const at = send(sends, 0, 50, 10)
    for (let n = 1; n <= 8; n++) sends.sent(at + n)
    inferred.limited(at, at + 20, { wait: 1000 })
    for (let n = 1; n <= 8; n++) {
      sends.remove(at + n)
      inferred.limitedToo()
    }
    assert.strictEqual(released(inferred, sends, 1600, 1000), 50)
  })

  it("finds a sliding minute, where waits depend only on the oldest call", () => {
    const { inferred, sends } = make()
    const at = send(sends, 0, 250, 120)
    inferred.limited(at, at + 8, { wait: 30_000 })
    sends.sent(60_010)
    inferred.limited(60_020, 60_030, { wait: 1000 })
    assert.closeTo(released(inferred, sends, 61_030, 60_000), 250, 2)
  })

  it("follows the window that headers state", () => {
    const { inferred, sends } = make()
    const at = send(sends, 0, 20, 10)
    inferred.limited(at, at + 8, { wait: 1000, window: 10_000 })
    assert.strictEqual(released(inferred, sends, 1300, 8000), 0)
    assert.strictEqual(released(inferred, sends, 10_000, 1000), 20)
  })

  it("is not guessed for windows longer than a minute", () => {
    const { inferred, sends } = make()
    const at = send(sends, 0, 20, 10)
    inferred.limited(at, at + 8, { wait: 3_600_000 })
    assert.strictEqual(inferred.readyAt(0), -Infinity)
  })

  it("is raised a little after it has held for long, and only if it is used up", () => {
    const { inferred, sends } = make()
    const at = send(sends, 0, 50, 10)
    inferred.limited(at, at + 8, { wait: 1000 })
    inferred.answered(100_000)
    assert.strictEqual(released(inferred, sends, 100_000, 1000), 50)
    inferred.answered(100_990)
    assert.strictEqual(released(inferred, sends, 101_000, 1000), 53)
  })
})
