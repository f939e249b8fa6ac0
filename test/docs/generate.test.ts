/** The page about `faultline generate`: its files are taken, its commands are run, and they print what it says. */
import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { execFile } from "node:child_process"
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"
import { Facts } from "../../src/generate/facts/schema.ts"
import { faultline } from "../cli/running.ts"
import { columns, read } from "./page.ts"

// Below the project, so that `faultline` is found there.
const folder = ".scratch/generate-page"
const page = read("docs/how-to/generate.md")

const fences = [...page.text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, kind = "", code = ""]) => ({
  kind,
  code: code.trimEnd()
}))

const inFolder = (name: string): string => join(folder, name)
const paths = /^(openapi\.yaml|errors\.json|src\/library)$/

/** Applies a block that says what changes in a file: `this -> that`, line by line. */
const change = (code: string): void => {
  const [, name = ""] = /^# change: (\S+)/.exec(code) ?? []
  const text = code
    .split("\n")
    .slice(1)
    .map((line) => line.split(" -> ").map((part) => (part.startsWith('"') ? String(JSON.parse(part)) : part)))
    .reduce(
      (before, [from = "", to = ""]) => {
        assert.include(before, from)
        return before.replace(from, to)
      },
      readFileSync(inFolder(name), "utf8")
    )
  writeFileSync(inFolder(name), text)
}

const command = (line: string) =>
  Effect.map(
    faultline(
      line
        .split(" ")
        .slice(2)
        .map((word) => (paths.test(word) ? inFolder(word) : word))
    ),
    ({ err, out }) => `${out}${err}`.replaceAll(`${folder}/`, "")
  )

it.effect("the page about generating is true: every command prints what it says", () =>
  Effect.gen(function* () {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    let printed = ""
    for (const { code, kind } of fences) {
      if (kind === "yaml" && code.startsWith("# file:")) writeFileSync(inFolder("openapi.yaml"), code)
      else if (kind === "yaml") change(code)
      else if (kind === "json") writeFileSync(inFolder("errors.json"), code)
      else if (kind === "sh") printed = yield* command(code)
      else if (kind === "text") assert.strictEqual(printed, code)
      else if (kind === "typescript") writeFileSync(inFolder("program.ts"), code.replaceAll('.js"', '.ts"'))
      else assert.fail(`nobody looks at a block marked ${kind}`)
    }
  })
)

it("its program runs, and its code compiles", { timeout: 240_000 }, async () => {
  const run = promisify(execFile)
  const facts = JSON.parse(readFileSync(inFolder("errors.json"), "utf8"))
  writeFileSync(inFolder("errors.json"), JSON.stringify({ ...facts, code: { imports: ".ts" } }))
  const args = [
    "--spec",
    inFolder("openapi.yaml"),
    "--errors",
    inFolder("errors.json"),
    "--out",
    inFolder("src/library")
  ]
  assert.strictEqual((await Effect.runPromise(faultline(["generate", ...args]))).code, 0)
  const { stdout } = await run(process.execPath, ["--conditions=@faultline/source", inFolder("program.ts")])
  const says = [...readFileSync(inFolder("program.ts"), "utf8").matchAll(/console\.log\(.*\) \/\/ (.*)/g)]
  assert.deepStrictEqual(
    stdout
      .trim()
      .split("\n")
      .filter((line) => !/^[[{ }]/.test(line)),
    says.map(([, text]) => text)
  )
  writeFileSync(inFolder("tsconfig.json"), JSON.stringify({ extends: "../../tsconfig.json", include: ["."] }))
  const found = await run("tsc", ["-p", folder, "--noEmit"]).catch(
    (error: { readonly stdout: string }) => error
  )
  assert.strictEqual(found.stdout, "")
})

it("its table names every field of the facts", () => {
  const named = columns(page, "3. The facts", 1).map(([cell = ""]) => cell.replaceAll("`", ""))
  assert.deepStrictEqual(
    named.toSorted(),
    Object.keys(Facts.fields)
      .filter((name) => name !== "$schema")
      .toSorted()
  )
})
