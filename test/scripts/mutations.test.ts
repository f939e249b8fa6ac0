/** The mutations themselves, without running a test for each: `npm run mutations` does that. */
import { assert, describe, it } from "@effect/vitest"
import { existsSync, readFileSync } from "node:fs"
import { mutations } from "../../scripts/mutations/all.ts"
import { mutated, timesIn } from "../../scripts/mutations/mutation.ts"

/** What no test once noticed. */
const onceUnnoticed = [
  "trace headers are sent to the vendor",
  "secrets that are echoed in the headers of an answer are shown",
  "the excerpt of an unrecognized answer is not redacted",
  "dots are let into a path",
  "a token request that failed is retried by its caller's policy as well",
  "a token is asked for under the first caller's deadline",
  "writes are hedged",
  "a 429 that must not be retried does not hold the queue",
  "the queue ignores a time in the headers that is longer than the failure's own",
  "both queues of a nested class count in the shared store",
  "the keys of a batch run are never forgotten",
  "attempts that are sent again are not numbered in their spans"
]

const names = mutations.map(({ name }) => name)

describe("the mutations", () => {
  it("are at least forty, each with a name of its own, and those among them that no test once noticed", () => {
    assert.isAtLeast(names.length, 40)
    assert.strictEqual(new Set(names).size, names.length)
    assert.strictEqual(onceUnnoticed.length, 12)
    assert.includeMembers(names, onceUnnoticed)
  })

  it.each(mutations)("can be made, and are noticed by tests that exist: $name", (mutation) => {
    const { file, find, name, replace, tests } = mutation
    assert.isTrue(existsSync(file), `${file} is missing`)
    const text = readFileSync(file, "utf8")
    assert.strictEqual(
      timesIn(text, find),
      1,
      `“${find}” must stand once in ${file}: correct the mutation “${name}”`
    )
    assert.notStrictEqual(replace, find)
    assert.isAbove(tests.length, 0)
    for (const test of tests) assert.isTrue(existsSync(test), `${test} is missing`)
  })
})

it("a mutation changes one place, takes its text as it is, and says where it cannot be made", () => {
  const mutation = { name: "odd", file: "a.ts", find: "b", replace: "$&$1", tests: [] }
  assert.deepStrictEqual(mutated("abc", mutation), { text: "a$&$1c" })
  for (const text of ["ac", "abbc"]) {
    const change = mutated(text, mutation)
    assert.match("problem" in change ? change.problem : "", /its text stands [02] times in a\.ts/)
  }
})
