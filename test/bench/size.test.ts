/** The size of programs that use one vendor. It is the same at every run, so a ceiling is close to what was measured. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { mkdirSync, rmSync } from "node:fs"
import { programOf, vendors } from "../../bench/package/programs.ts"
import { weigh } from "./weigh.ts"

const folder = ".scratch/weighed"

/** In bytes: 2 % more than they are. */
const ceilings: Readonly<Record<string, number>> = {
  braze: 125_300,
  m3ter: 107_800,
  xtremepush: 107_300,
  metrix: 105_200,
  ixon: 109_300
}

describe("a program that calls one operation", () => {
  beforeAll(() => void mkdirSync(folder, { recursive: true }))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(Object.entries(vendors))(
    "of %s weighs no more than it did, minified and compressed, Effect included",
    { timeout: 60_000 },
    async (vendor, operation) => {
      const bytes = await weigh(vendor, programOf(vendor, operation), folder)
      assert.isAtMost(bytes, ceilings[vendor] ?? 0)
      // What is too small holds no Effect: the check would be of nothing.
      assert.isAbove(bytes, 30_000)
    }
  )
})
