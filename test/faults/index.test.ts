/** The index of faults names tests that are there, and every test of this folder is in it. */
import { assert, it } from "@effect/vitest"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

const folder = "test/faults"
const named = [...readFileSync(join(folder, "README.md"), "utf8").matchAll(/`([^`]+\.test\.ts)`/g)].map(
  ([, file = ""]) => file
)

it("every test that the index names is there", () =>
  assert.deepStrictEqual(
    named.filter((file) => !existsSync(join(folder, file))),
    []
  ))

it("every test of the folder is in the index", () => {
  const files = readdirSync(folder).filter((file) => file.endsWith(".test.ts") && file !== "index.test.ts")
  assert.deepStrictEqual(
    files.filter((file) => !named.includes(file)),
    []
  )
})
