/** Results are easy to make in tests. */
import { assert, it } from "@effect/vitest"
import * as Braze from "../../src/vendors/braze/index.ts"

it("a result is made of what matters: warnings are empty where none are given", () => {
  assert.deepStrictEqual(
    { ...Braze.Tracked().make({ message: "success", attributesProcessed: 1 }) },
    { message: "success", attributesProcessed: 1, warnings: [] }
  )
})
