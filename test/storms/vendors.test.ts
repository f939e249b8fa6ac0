/** The vendors' own pipelines through the outages and limits of `npm run storms -- vendors`, in their short form. */
import { assert, describe, it } from "@effect/vitest"
import { readFileSync } from "node:fs"
import { type Cell, cells } from "../../bench/storms/simulation/cells.ts"
import { measure } from "../../bench/storms/simulation/measure.ts"
import { vendorNames } from "../../bench/storms/simulation/rigs.ts"

const all = cells(["vendors"], false)
const outages = (vendor: Cell["vendor"]) => all.filter((cell) => cell.vendor === vendor && cell.outage === 10)

/** The row of the page that says it. */
const row = (vendor: string): string =>
  readFileSync("docs/concepts/retry.md", "utf8")
    .split("<!-- limits -->")[1]
    ?.split("\n")
    .find((line) => line.toLowerCase().startsWith(`| ${vendor} `)) ?? assert.fail(`${vendor} has no row`)

describe("with waits of up to 30 s and attempts of up to 70 s", () => {
  it.each(vendorNames)(
    "%s loses nothing in an outage, and goes on at once when it is over, whether calls are refused or never answered",
    { timeout: 60_000 },
    (vendor) => {
      for (const cell of outages(vendor)) {
        const { amplification, ok, possible, probes, recovery } = measure(cell, [3])
        const says = `${cell.outage} s, ${cell.how}`
        assert.isAtLeast(ok / possible, 0.999, says)
        assert.isAtMost(recovery, 1, says)
        assert.isAtMost(probes, 4.1, says)
        assert.isAtMost(amplification, 1.07, says)
      }
    }
  )

  it.each(vendorNames)(
    "%s keeps to its limit, with what the vendor says of it",
    { timeout: 60_000 },
    (vendor) => {
      const mine = all.filter((cell) => cell.vendor === vendor && cell.outage === 0)
      for (const cell of mine.filter(
        ({ headers, model }) => headers !== "retry-after" && ["fixed", "bucket10"].includes(model)
      )) {
        const { ok, possible, refused } = measure(cell, [3])
        assert.isAtLeast(ok / possible, 0.99, `${cell.model}, ${cell.headers}`)
        const worst = row(vendor).split("|")[cell.headers === "all" ? 3 : 5] ?? ""
        assert.isAtLeast((100 * ok) / possible, Number(worst.split("/")[1]) - 0.5, `docs: ${worst}`)
        assert.isAtMost(refused, 0.03, `${cell.model}, ${cell.headers}`)
      }
    }
  )
})
