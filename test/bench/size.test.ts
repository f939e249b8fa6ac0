/** The size of programs that use one vendor. It is the same at every run, so the ceiling is the promise itself. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { mkdirSync, rmSync } from "node:fs"
import { programOf, vendors } from "../../bench/package/programs.ts"
import { weigh } from "./weigh.ts"

const [ceiling, folder] = [112_000, ".scratch/weighed"]

describe("a program that calls one operation", () => {
  beforeAll(() => void mkdirSync(folder, { recursive: true }))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(Object.entries(vendors))(
    "of %s is 112 kB at most, minified and compressed, Effect included",
    { timeout: 60_000 },
    async (vendor, operation) => {
      const bytes = await weigh(vendor, programOf(vendor, operation), folder)
      assert.isAtMost(bytes, ceiling)
      // What is too small holds no Effect: the check would be of nothing.
      assert.isAbove(bytes, 30_000)
    }
  )
})
