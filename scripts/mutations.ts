/**
 * Whether the tests notice when the library breaks a promise: `npm run mutations`. Each mutation changes one place of the source in
 * a copy of the project and runs the tests that must notice; one of them must fail. Names, or parts of them, run some alone:
 * `npm run mutations -- hedged dots`. It fails if a mutation survives, or if the text that it changes is not there once.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { mutations } from "./mutations/all.ts"
import { mutated, type Mutation } from "./mutations/mutation.ts"
import { inPairs, run } from "./shell.ts"

/** What came of a run of tests. */
interface Outcome {
  readonly outcome: "red" | "GREEN (survived)" | "NOT TRIED"
  /** The test that failed, or what is wrong. */
  readonly says: string
}

const red = (says: string): Outcome => ({ outcome: "red", says })
const green = (says: string): Outcome => ({ outcome: "GREEN (survived)", says })
const notTried = (says: string): Outcome => ({ outcome: "NOT TRIED", says })

const copied = [
  "src",
  "test",
  "scripts",
  "docs",
  "package.json",
  "tsconfig.json",
  "tsconfig.build.json",
  "vitest.config.ts"
]

/** A copy of the project to break: for each of the two that work at once, one of its own. */
const copyOf = (name: string): string => {
  const copy = resolve(".scratch/mutations", name)
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy, { recursive: true })
  for (const path of copied) cpSync(path, `${copy}/${path}`, { recursive: true })
  symlinkSync(resolve("node_modules"), `${copy}/node_modules`, "dir")
  return copy
}

interface Tally {
  readonly testResults: ReadonlyArray<{
    readonly name: string
    readonly message: string
    readonly status: string
    readonly assertionResults: ReadonlyArray<{ readonly status: string; readonly fullName: string }>
  }>
}

/** Runs test files in a copy. A file that cannot even be loaded is no failing test. */
const tested = async (copy: string, tests: ReadonlyArray<string>, seconds = 120): Promise<Outcome> => {
  const tally = `${copy}/tally.json`
  rmSync(tally, { force: true })
  const { ok, output } = await run(`exec vitest run --bail=1 ${tests.join(" ")}`, {
    cwd: copy,
    env: { FAULTLINE_TALLY: tally },
    seconds
  })
  if (!existsSync(tally)) return notTried(`the tests did not run to their end\n${output}`)
  const { testResults }: Tally = JSON.parse(readFileSync(tally, "utf8"))
  const each = testResults.flatMap(({ assertionResults }) => assertionResults)
  const failed = each.find(({ status }) => status === "failed")
  if (failed !== undefined) return red(failed.fullName)
  const unloaded = testResults.find(({ status }) => status === "failed")
  if (unloaded !== undefined) return notTried(`${unloaded.name} cannot be loaded: ${unloaded.message}`)
  return ok && each.length > 0 ? green(`no test of ${tests.join(", ")} fails`) : notTried(output)
}

const tried = async (copy: string, mutation: Mutation): Promise<Outcome> => {
  const path = `${copy}/${mutation.file}`
  const text = existsSync(path) ? readFileSync(path, "utf8") : ""
  const change = mutated(text, mutation)
  if ("problem" in change) return notTried(change.problem)
  try {
    writeFileSync(path, change.text)
    return await tested(copy, mutation.tests)
  } finally {
    writeFileSync(path, text)
  }
}

const progress = (text: string) => process.stdout.isTTY && process.stdout.write(`\r\u001b[K${text}`)
const say = (line: string) => {
  progress("")
  console.log(line)
}

/** Mutations mean something only where the tests are green without them. */
const isSound = async (copy: string, chosen: ReadonlyArray<Mutation>): Promise<boolean> => {
  const tests = [...new Set(chosen.flatMap(({ tests }) => tests))].toSorted()
  progress("running the tests without a mutation")
  const { outcome, says } = await tested(copy, tests, 600)
  if (outcome === "GREEN (survived)") return true
  say(`The tests must be green without a mutation, and are not: ${says}`)
  return false
}

const tryAll = async (copies: Array<string>, chosen: ReadonlyArray<Mutation>): Promise<number> => {
  let [ended, noticed] = [0, 0]
  await inPairs(chosen, async (mutation) => {
    // Two work at once: there is a copy for each.
    const copy = copies.pop() ?? copyOf("another")
    const { outcome, says } = await tried(copy, mutation)
    copies.push(copy)
    ended++
    if (outcome === "red") noticed++
    say(`${outcome.padEnd(16)}  ${mutation.name}: ${says}`)
    progress(`${ended} of ${chosen.length} mutations tried`)
  })
  return noticed
}

const wanted = process.argv.slice(2)
const chosen = mutations.filter(
  ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part))
)
if (chosen.length === 0) {
  const names = mutations.map(({ name }) => name).join("\n")
  console.error(`No mutation has "${wanted.join('" or "')}" in its name. There are:\n${names}`)
  process.exit(2)
}

const copies = ["one", "two"].map(copyOf)
const noticed = (await isSound(copies[0] ?? "", chosen)) ? await tryAll(copies, chosen) : 0
say(`${noticed} of ${chosen.length} mutations are red`)
process.exitCode = noticed === chosen.length ? 0 : 1
