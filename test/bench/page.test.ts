/** The page of benchmarks says what was measured, and the benchmark measures what it should. */
import { assert, describe, it } from "@effect/vitest"
import { readFileSync } from "node:fs"
import { concurrencies, contenders } from "../../bench/calls/calls.ts"
import { shapes } from "../../bench/calls/shapes.ts"
import { callTables } from "../../bench/calls/tables.ts"
import { vendors } from "../../bench/package/programs.ts"
import { files } from "../../bench/page/page.ts"
import { median } from "../../bench/processes/median.ts"
import { readResults, shown } from "../../bench/results.ts"
import { targetTable } from "../../bench/targets.ts"

const results = readResults()

describe("the page of benchmarks", () => {
  it("has the tables and the picture of what was measured: npm run bench -- page writes them", async () => {
    for (const [path, text] of Object.entries(await files(results)))
      assert.strictEqual(readFileSync(path, "utf8"), text, path)
  })

  it("shows every part, each the median of at least seven runs", () => {
    for (const part of shown) assert.isAtLeast(results[part]?.runs ?? 0, 7, part)
  })

  it("shows every contender with every kind of call, and every vendor", () => {
    const cells = Object.keys(contenders).flatMap((contender) =>
      shapes.flatMap((shape) => concurrencies.map((concurrency) => [contender, shape, concurrency].join(" ")))
    )
    assert.deepStrictEqual(
      results.calls?.rows
        .map(({ concurrency, contender, shape }) => [contender, shape, concurrency].join(" "))
        .toSorted(),
      cells.toSorted()
    )
    assert.includeMembers(results.size?.rows.map(({ contender }) => contender) ?? [], Object.keys(vendors))
  })
})

describe("where a peer wins", () => {
  const row = (contender: string, rps: number, cpuMicros: number, concurrency: number = 1) =>
    ({ contender, shape: "get", concurrency, rps, cpuMicros }) as const

  it("the table says so, for each number of calls at once", () => {
    const [table] = callTables([
      row("undici", 9000, 20),
      row("axios", 100, 50),
      row("faultline", 1000, 100),
      row("undici", 500, 300, 64),
      row("faultline", 1000, 100, 64)
    ])
    assert.deepStrictEqual(table?.notes, [
      "More calls per second than faultline: undici (1 at once); no peer (64 at once).",
      "Less CPU per call than faultline: undici and axios (1 at once); no peer (64 at once)."
    ])
  })

  it("a target that is missed says where", () => {
    const runMillis = 1000
    const machine = { cores: 2, processor: "", node: "v24.0.0", platform: "linux x64" }
    const rows = [
      row("got", 100, 1),
      row("faultline", 200, 1),
      row("got", 100, 1, 64),
      row("faultline", 110, 1, 64)
    ]
    const [line] = targetTable({ calls: { machine, runs: 7, runMillis, rows } }).rows
    assert.deepStrictEqual(line, ["calls/s, of got", "≥ 1.15", "1.1 to 2", "missed: get, 64 at once"])
  })
})

it("a median is the value in the middle, in whatever order", () => {
  assert.strictEqual(median([9, 1, 5]), 5)
  assert.strictEqual(median([4, 1, 3, 2]), 2)
})
