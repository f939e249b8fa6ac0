/** The types are checked in parts: nothing that the editor checks is left out, and no part is checked less strictly. */
import { assert, describe, it } from "@effect/vitest"
import { execFileSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { configOf, type Part, parts } from "../../scripts/types.ts"

/** The files that a configuration names. */
const filesOf = (config: string): ReadonlyArray<string> => {
  const shown = execFileSync("tsc", ["-p", config, "--showConfig"], { encoding: "utf8" })
  const { files }: { readonly files: ReadonlyArray<string> } = JSON.parse(shown)
  return files.map((path) => relative(process.cwd(), resolve(dirname(config), path)))
}

const listed = (some: ReadonlyArray<Part>): ReadonlyArray<string> => {
  mkdirSync(".scratch", { recursive: true })
  const folder = mkdtempSync(".scratch/parts-")
  try {
    return some.flatMap((part) => {
      const path = join(folder, "part.json")
      writeFileSync(path, JSON.stringify(configOf(part)))
      return filesOf(path)
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const source = parts.filter(({ name }) => ["core", "vendors", "ixon", "surfaces", "top"].includes(name))

describe("the parts that types are checked in", () => {
  it("have every file that the editor checks", { timeout: 60_000 }, () => {
    const found = new Set(listed(parts))
    const missing = filesOf("tsconfig.json").filter((path) => !found.has(path))
    assert.isAbove(found.size, 1000)
    assert.deepStrictEqual(missing, [])
  })

  it("build on parts before them", () => {
    parts.forEach(({ name, on = [] }, index) => {
      const before = new Set(parts.slice(0, index).map((part) => part.name))
      assert.deepStrictEqual(
        on.filter((one) => !before.has(one)),
        [],
        name
      )
    })
  })

  it("have the options of the editor, but for where declarations go and what is taken as it is", () => {
    const own = new Set(parts.flatMap((part) => Object.keys(Object(configOf(part)).compilerOptions)))
    assert.deepStrictEqual([...own].toSorted(), [
      "composite",
      "emitDeclarationOnly",
      "noEmit",
      "outDir",
      "rewriteRelativeImportExtensions",
      "rootDir",
      "skipLibCheck"
    ])
    assert.isTrue(parts.some(({ packages }) => packages === true))
  })

  it("have each file of the source once", { timeout: 60_000 }, () => {
    const found = listed(source)
    assert.isAbove(found.length, 1000)
    assert.strictEqual(new Set(found).size, found.length)
  })

  it("are small where the vendors' surfaces are: no part of the source builds on all others but the last", () => {
    assert.deepStrictEqual(
      source.map(({ on = [] }) => on.length),
      [0, 1, 2, 2, 4]
    )
  })
})
