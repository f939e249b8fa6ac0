/** The simulated storms of `npm run storms` in their short form, and that the simulation itself is to be trusted. */
import { assert, describe, it } from "@effect/vitest"
import { type Cell, cells, families } from "../../bench/storms/simulation/cells.ts"
import { measure } from "../../bench/storms/simulation/measure.ts"
import { meter, models } from "../../bench/storms/simulation/models.ts"
import { possible } from "../../bench/storms/simulation/possible.ts"
import { Timeline } from "../../bench/storms/simulation/timeline.ts"

const named = ({ family, headers, how, load, model, rtt, clients, outage }: Cell): string =>
  `${family}: load ${load}, ${model}, ${headers}, rtt ${rtt}, ${clients} clients, ${outage} s ${how}`

describe("the simulation", () => {
  it("runs events by their times, and in the order of their making where those are equal", () => {
    const timeline = new Timeline(0)
    const ran: Array<string> = []
    for (const [at, name] of [
      [5, "c"],
      [1, "a"],
      [5, "d"],
      [3, "b"]
    ] as const)
      timeline.at(at, () => ran.push(`${name}${timeline.now}`))
    timeline.run()
    assert.deepStrictEqual(ran, ["a1", "b3", "c5", "d5"])
  })

  it("counts 50 a second by each model, with the burst that the model allows", () => {
    const expected = { fixed: 550, sliding: 500, counter: 525, bucket: 549, bucket10: 509 }
    for (const model of models) {
      const limit = meter(model, 50, 1000)
      let accepted = 0
      for (let now = 500; now < 10_500; now++) {
        if (limit.freeAt(now) > now) continue
        limit.take(now)
        accepted++
      }
      assert.isAtMost(Math.abs(accepted - expected[model]), 1, `${model}: ${accepted}`)
    }
  })

  it("knows what is possible: a limit, an outage, and both deadlines", () => {
    const every10 = Array.from({ length: 1000 }, (_, index) => 10 * index)
    const limited = { model: "fixed", limit: 50, per: 1000, headers: "none" } as const
    // Twice the limit for 10 s, with 5 s to live: 15 windows of 50.
    assert.strictEqual(possible(every10, { capacity: Infinity, limited }, 5000, 0), 750)
    const trouble = { from: 2000, to: 8000, share: 0, how: "silent", cold: 0 } as const
    // Lost are those that cannot be answered before the outage ends, and those that the worker is then behind with.
    const left = possible(every10, { capacity: 200, trouble }, 5000, 0)
    assert.isAtLeast(left, 890)
    assert.isAtMost(left, 900)
  })

  it("gives the same storm for the same seed", () => {
    const [cell] = cells(["load"], true).slice(-1)
    assert.isDefined(cell)
    assert.deepStrictEqual(measure(cell, [7]), measure(cell, [7]))
    assert.notDeepEqual(measure(cell, [7]), measure(cell, [8]))
  })
})

describe("behind a limit that nobody declares", () => {
  const shares = (clients: number) =>
    cells(["load"], true)
      .filter((cell) => cell.lasts === 60 && cell.clients === clients)
      .map((cell) => measure(cell, [5]))

  it.each([1, 2, 4])(
    "%i clients reach 96 %% of what is possible, and share it",
    { timeout: 60_000 },
    (clients) => {
      const all = shares(clients)
      const parts = all.map(({ ok, possible }) => ok / possible)
      assert.isAtLeast(parts.reduce((sum, part) => sum + part, 0) / parts.length, 0.96)
      assert.isAtLeast(Math.min(...parts), 0.88)
      assert.isAtLeast(Math.min(...all.map(({ jain }) => jain)), 0.85)
      assert.isAtMost(Math.max(...all.map(({ amplification }) => amplification)), 1.06)
    }
  )
})

describe("through an outage", () => {
  // The hardest cells: what is usual takes half of the timeout, and detection takes the longest.
  const hardest = cells(["outage"], false).filter(
    ({ how, outage, rtt, timeout }) =>
      rtt === 200 && (outage === 10 || outage === 40) && how === "silent" && timeout >= 400
  )
  it.each(hardest)(
    "of $outage s, $clients clients reach 96 % of what is possible at a timeout of $timeout ms, and go on at once",
    { timeout: 60_000 },
    (cell) => {
      const { ok, possible: most, probes, recovery } = measure(cell, [5])
      assert.isAtLeast(ok / most, 0.96)
      assert.isAtMost(recovery, 1)
      assert.isAtMost(probes, 4.1)
    }
  )
})

describe("the short form", () => {
  for (const family of families) {
    it(`${family}: nobody does better than what is possible`, { timeout: 60_000 }, () => {
      for (const cell of cells([family], true)) {
        const { ok, possible: most } = measure(cell, [11])
        assert.isAtMost(ok, most, named(cell))
        assert.isAbove(ok, 0, named(cell))
      }
    })
  }
})
