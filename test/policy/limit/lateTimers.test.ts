/** A queue whose timers are late, as those of a busy process and of some systems are. */
import { assert, describe, it } from "@effect/vitest"
import { Timeline } from "../../../bench/storms/simulation/timeline.ts"
import { AdaptiveConcurrency } from "../../../src/policy/limit/adaptiveConcurrency.ts"
import { unlimited } from "../../../src/policy/limit/concurrencyOptions.ts"
import { Pacer } from "../../../src/policy/limit/pacer.ts"
import { Queue } from "../../../src/policy/limit/queue.ts"
import { Readiness } from "../../../src/policy/limit/readiness.ts"
import type { Waiter } from "../../../src/policy/limit/waiter.ts"
import { random } from "../../storms/random.ts"

const lasts = 20_000

/** When calls leave: twice as many come, and each timer is late by what `late` says. */
const departures = (limit: number, per: number, late: () => number, pause = false): ReadonlyArray<number> => {
  const quotas = [{ name: "test", limit, per, scope: "a test", source: "this test" }]
  const readiness = new Readiness(new Pacer(quotas, random(1)), new AdaptiveConcurrency(unlimited), false)
  const queue = new Queue(readiness, Infinity)
  const timeline = new Timeline(0)
  const left: Array<number> = []
  let armed = Infinity
  const act = (change: (now: number) => void) => {
    change(timeline.now)
    const at = queue.wakeAt(timeline.now)
    if (at === Infinity || armed <= at) return
    armed = at
    timeline.at(Math.max(timeline.now + 1, at) + late(), () => {
      if (armed !== at) return
      armed = Infinity
      act(queue.pump)
    })
  }
  const enter = (entered: number) => {
    const waiter: Waiter = {
      key: "",
      kind: "",
      arrived: timeline.now,
      entered,
      deadline: Infinity,
      allotted: Infinity,
      failFast: Infinity,
      idempotent: true,
      probes: 0,
      inFlight: undefined,
      resume: () => {
        left.push(timeline.now)
      }
    }
    act((now) => queue.enter(waiter, now))
  }
  // Nothing but timers wakes the queue: no call ends, and all come at once, or each when no other waits.
  const calls = pause ? (4 * lasts) / per : (2 * limit * lasts) / per
  for (let n = 0; n < calls; n++) timeline.at(pause ? (n * per) / 4 : 0, () => enter(n))
  timeline.run()
  return left.filter((at) => at < lasts)
}

/** The most calls that left in any window. */
const fullest = (times: ReadonlyArray<number>, per: number): number => {
  let [first, most] = [0, 0]
  times.forEach((at, index) => {
    while ((times[first] ?? at) <= at - per) first++
    most = Math.max(most, index - first + 1)
  })
  return most
}

describe("timers that are late", () => {
  const chance = random(3)
  const kinds = [
    ["by 4 ms each", () => 4],
    ["by 15 ms each, as the ticks of some systems are", () => 15],
    ["by up to 40 ms", () => 40 * chance()],
    ["by 80 ms now and then", () => (chance() < 0.02 ? 80 : 1)]
  ] as const

  for (const [limit, per] of [
    [50, 1000],
    [250, 5000],
    [200, 1000],
    [10, 1000]
  ] as const) {
    it.each(kinds)(
      `let no window hold more than ${limit} per ${per} ms, and cost nothing up to 0.45 % of it: %s`,
      (says, late) => {
        const left = departures(limit, per, late)
        assert.isAtMost(fullest(left, per), limit)
        // What is later than 0.45 % of the window is lost.
        if (says === kinds[0][0]) assert.isAtLeast(left.length, 0.95 * (lasts / per) * limit)
      }
    )
  }

  it("are not made up for where nobody waited: calls that come now and then leave as they come, one by one", () => {
    const left = departures(50, 1000, () => 15, true)
    const gaps = left.slice(1).map((at, index) => at - (left[index] ?? 0))
    assert.isAtLeast(Math.min(...gaps), 200)
  })
})
