/** What is generated compiles under strict options: from the made-up harbor, and from documents that others wrote. */
import { assert, describe, it } from "@effect/vitest"
import { generate } from "../../src/generate/generate.ts"
import { compiled, harbor, named, startedOf, tested, written } from "./generating.ts"

const examples = "node_modules/@readme/oas-examples"

/** Documents of a public package, of OpenAPI 3.0 and 3.1. */
const published = [
  { path: "3.0/json/star-trek.json", name: "star-trek", operations: 120, imports: ".js" as const, lost: [] },
  {
    path: "3.1/json/readme.json",
    name: "readme",
    operations: 50,
    imports: ".ts" as const,
    lost: ["a body of multipart/form-data"]
  },
  {
    path: "3.0/json/polymorphism.json",
    name: "polymorphism",
    operations: 13,
    imports: ".ts" as const,
    lost: []
  }
]

const made = (path: string, imports: ".js" | ".ts") => {
  const spec = named(`${examples}/${path}`)
  return startedOf(spec, { code: { imports, tests: "node" } }).then((errors) =>
    generate(spec, errors, undefined)
  )
}

describe("what is generated", () => {
  it("compiles under the strictest options, whoever wrote the document", { timeout: 240_000 }, async () => {
    const outs = await Promise.all(
      published.map(async ({ imports, name, path }) => written(await made(path, imports), `compiled-${name}`))
    )
    const own = written(await generate(harbor.spec, harbor.errors, undefined), "compiled-harbor")
    assert.strictEqual(await compiled(own, ...outs), "")
  })

  it.each(published)("has what the document of $name has", async ({ imports, lost, operations, path }) => {
    const generated = await made(path, imports)
    assert.strictEqual(generated.operations, operations)
    assert.deepStrictEqual(
      [...new Set(generated.lost.map(({ what }) => what))],
      lost.map((what) => `operation left out: ${what}`)
    )
  })

  it("passes its own tests with nothing but the starter", { timeout: 60_000 }, async () => {
    const out = written(await made("3.1/json/readme.json", ".ts"), "tested-readme")
    assert.match(await tested(out, "readme.test.ts"), /# pass 3\n# fail 0/)
  })
})
