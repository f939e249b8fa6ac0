/** What the emitter writes with is imported wherever it writes: in this project, and in that of a user. */
import { assert, it } from "@effect/vitest"
import { readFileSync } from "node:fs"
import { targetOf } from "../../scripts/surface/target.ts"
import * as Described from "../../src/contract/described.ts"

const helpers = Object.keys(Described)

it("every helper of derived code is imported in this project's files", () => {
  const { called } = targetOf("m3ter").sources
  assert.deepStrictEqual(
    helpers.filter((name) => !(name in called)),
    []
  )
})

it("every helper of derived code is imported in the files that users generate, and no name of theirs hides it", () => {
  const target = readFileSync("src/generate/own/target.ts", "utf8")
  const names = readFileSync("src/generate/own/names.ts", "utf8")
  assert.deepStrictEqual(
    helpers.filter((name) => !target.includes(`"${name}"`)),
    []
  )
  const values = helpers.filter((name) => /^[a-z]/.test(name))
  assert.deepStrictEqual(
    values.filter((name) => !new RegExp(`words\\([^)]*\\b${name}\\b`).test(names)),
    []
  )
})
