import { assert, describe, it } from "@effect/vitest"
import { blocksOf, ofPages } from "../../scripts/doctest.ts"

const page = `# Page

\`\`\`ts
const a = 1
\`\`\`

\`\`\`sh
npm test
\`\`\`

- In a list:

  \`\`\`ts no-run
  const b = 2
    const c = 3
  \`\`\`

\`\`\`ts
// file: part.ts
export const d = 4
\`\`\`
`

describe("blocks of a page", () => {
  const blocks = blocksOf("docs/page.md", page)

  it("are those marked ts, each with its line", () =>
    assert.deepStrictEqual(
      blocks.map(({ line }) => line),
      [4, 14, 19]
    ))

  it("run unless they are marked no-run or have a name", () =>
    assert.deepStrictEqual(
      blocks.map(({ runs }) => runs),
      [true, false, false]
    ))

  it("lose the indent of the list they stand in", () =>
    assert.strictEqual(blocks[1]?.code, "const b = 2\n  const c = 3\n"))

  it("have the name that their first line gives", () => assert.strictEqual(blocks[2]?.name, "part.ts"))
})

const source = `/**
 * Adds.
 *
 * @example
 * \`\`\`ts
 * const a = 1
 *
 *   const b = 2
 * \`\`\`
 *
 * - In a list:
 *   \`\`\`ts no-run
 *   const c = 3
 *   \`\`\`
 */
export const add = 1

/** \`\`\`ts is a mark. */
`

describe("blocks of a source file", () => {
  const blocks = blocksOf("src/add.ts", source)

  it("are those in its doc comments, each with its line, without the margin of the comment", () =>
    assert.deepStrictEqual(
      blocks.map(({ code, line, runs }) => [line, runs, code]),
      [
        [6, true, "const a = 1\n\n  const b = 2\n"],
        [13, false, "const c = 3\n"]
      ]
    ))
})

describe("what a tool says", () => {
  it("is said of the page", () => {
    assert.strictEqual(
      ofPages(".scratch/doctest/docs/page.md/14.ts(14,7): error TS1"),
      "docs/page.md(14,7): error TS1"
    )
    assert.strictEqual(
      ofPages(".scratch/doctest/src/policy/Retry.ts/14.ts(14,7): error TS1"),
      "src/policy/Retry.ts(14,7): error TS1"
    )
    assert.strictEqual(ofPages("at file:///project/.scratch/doctest/README.md/4.ts:5:1"), "at README.md:5:1")
  })
})
