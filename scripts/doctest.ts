/**
 * The documentation's TypeScript is compiled and run: every block marked `ts` in README.md, in docs (the derived pages aside), and
 * in the doc comments of src.
 *
 * A block stands alone, unless its first line is `// file: name.ts`: then the blocks of the page can import it by that name. It
 * runs with the environment of the simulator, so that a layer from the environment connects to it. A block marked `ts no-run` is
 * only compiled; one that imports Vitest runs in Vitest. A name runs some pages alone: `node scripts/doctest.ts README`, or
 * `src/policy`.
 */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { inPairs, run } from "./shell.ts"

/** One block of a page. */
export interface Block {
  readonly page: string
  /** The line of its first line of code, from 1. */
  readonly line: number
  /** The name in its `// file:` line. */
  readonly name: string | undefined
  readonly runs: boolean
  readonly code: string
}

// What precedes the fence on its line: an indent, or the margin of a doc comment.
const fenceIn = (margin: string) =>
  new RegExp(`^(${margin})\`\`\`ts\\b([^\\n]*)\\n([\\s\\S]*?)^\\1\`\`\`\\s*$`, "gm")
const inPage = fenceIn(" *")
const inComment = fenceIn(" *\\* +")

/** A line without the margin; an empty line of a doc comment lacks the margin's last space. */
const without = (margin: string, line: string): string => {
  if (line.startsWith(margin)) return line.slice(margin.length)
  return line === margin.trimEnd() ? "" : line
}

/** The blocks that are marked `ts` in a page, or in the doc comments of a source file. */
export const blocksOf = (page: string, text: string): ReadonlyArray<Block> =>
  [...text.matchAll(page.endsWith(".ts") ? inComment : inPage)].map(
    ({ 1: margin = "", 2: marks = "", 3: code = "", index }) => {
      const lines = code.split("\n").map((line) => without(margin, line))
      const plain = lines.join("\n")
      const name = /^\s*\/\/ file: (\S+)/.exec(plain)?.[1]
      return {
        page,
        line: text.slice(0, index).split("\n").length + 1,
        name,
        runs: name === undefined && !marks.split(/\s+/).includes("no-run"),
        code: plain
      }
    }
  )

const scratch = join(".scratch", "doctest")

const fileOf = ({ line, name, page }: Block): string => join(scratch, page, name ?? `${line}.ts`)

// Empty lines above the code, so that a line of the file is the same line of the page.
const write = (block: Block): void => {
  mkdirSync(dirname(fileOf(block)), { recursive: true })
  writeFileSync(fileOf(block), "\n".repeat(block.line - 1) + block.code)
}

/** What a tool says of a block's file, said of the page. */
export const ofPages = (output: string): string =>
  output.replaceAll(/\S*\.scratch\/doctest\/(\S+?\.(?:md|ts))\/[^\s(:]+?\.ts/g, "$1")

const filesIn = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name))

const pages = (): ReadonlyArray<string> =>
  [
    "README.md",
    ...filesIn("docs").filter((page) => page.endsWith(".md") && !page.startsWith(join("docs", "vendors"))),
    ...filesIn("src").filter((file) => file.endsWith(".ts"))
  ].toSorted()

const compile = async (blocks: ReadonlyArray<Block>): Promise<ReadonlyArray<string>> => {
  rmSync(scratch, { recursive: true, force: true })
  for (const block of blocks) write(block)
  // Only what is displayed may be declared and not used.
  const settings = {
    extends: "../../tsconfig.json",
    compilerOptions: { noUnusedLocals: false },
    include: ["**/*.ts"],
    exclude: []
  }
  writeFileSync(join(scratch, "tsconfig.json"), JSON.stringify(settings))
  const { ok, output } = await run(`tsc -p ${scratch}`)
  return ok ? [] : [ofPages(output)]
}

interface Simulator {
  readonly env: Readonly<Record<string, string>>
  readonly child: ChildProcess
}

/** The simulator as the documentation presents it: the command says how it is reached. */
const simulate = (): Promise<Simulator> =>
  new Promise((resolve, reject) => {
    const child = spawn("node", ["--conditions=@faultline/source", "src/cli/main.ts", "simulate", "--json"], {
      stdio: ["ignore", "pipe", "inherit"]
    })
    child.stdout.once("data", (line) => resolve({ env: JSON.parse(String(line)).env, child }))
    child.once("exit", (code) => reject(new Error(`the simulator ended with code ${code}`)))
  })

const isTest = ({ code }: Block): boolean => /from "(@effect\/)?vitest"/.test(code)

const runPrograms = (
  blocks: ReadonlyArray<Block>,
  env: Simulator["env"]
): Promise<ReadonlyArray<ReadonlyArray<string>>> =>
  inPairs(blocks, async (block) => {
    const { ok, output } = await run(`node --conditions=@faultline/source "${fileOf(block)}"`, {
      env,
      seconds: 30
    })
    return ok ? [] : [`${block.page}:${block.line} did not run\n${ofPages(output)}`]
  })

const runTests = async (
  blocks: ReadonlyArray<Block>,
  env: Simulator["env"]
): Promise<ReadonlyArray<string>> => {
  if (blocks.length === 0) return []
  const resolve = { conditions: ["@faultline/source"] }
  const settings = { resolve, ssr: { resolve }, test: { include: blocks.map(fileOf) } }
  writeFileSync(join(scratch, "vitest.config.js"), `export default ${JSON.stringify(settings)}\n`)
  const { ok, output } = await run(`vitest run --root . --config ${join(scratch, "vitest.config.js")}`, {
    env
  })
  return ok ? [] : [ofPages(output)]
}

const execute = async (blocks: ReadonlyArray<Block>): Promise<ReadonlyArray<string>> => {
  if (blocks.length === 0) return []
  const { child, env } = await simulate()
  try {
    const programs = await runPrograms(
      blocks.filter((block) => !isTest(block)),
      env
    )
    return [...programs.flat(), ...(await runTests(blocks.filter(isTest), env))]
  } finally {
    child.kill()
  }
}

if (import.meta.main) {
  const wanted = process.argv.slice(2)
  const chosen = pages().filter((page) => wanted.length === 0 || wanted.some((part) => page.includes(part)))
  const blocks = chosen.flatMap((page) => blocksOf(page, readFileSync(page, "utf8")))
  const count = new Set(blocks.map(({ page }) => page)).size
  const wrong = await compile(blocks)
  const problems = wrong.length > 0 ? wrong : await execute(blocks.filter(({ runs }) => runs))
  for (const problem of problems) console.log(`${problem}\n`)
  console.log(`${blocks.length} blocks in ${count} files, ${blocks.filter(({ runs }) => runs).length} to run`)
  process.exitCode = problems.length === 0 && blocks.length > 0 ? 0 : 1
}
