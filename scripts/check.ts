/**
 * Everything that must hold before a change lands: `npm run check`. Names run some steps alone: `npm run check -- lint types`.
 * The last line counts tests and steps together.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import { run } from "./shell.ts"

interface Step {
  readonly name: string
  /** A line that can be pasted after `npx`. */
  readonly command: string
}

const source = "node --conditions=@faultline/source"

const steps: ReadonlyArray<Step> = [
  { name: "format", command: "prettier --check --log-level warn ." },
  { name: "lint", command: "oxlint --deny-warnings --format=unix" },
  { name: "types", command: `${source} scripts/types.ts` },
  { name: "tests", command: "vitest run" },
  { name: "surface", command: `${source} scripts/surface/main.ts --check` },
  { name: "docs", command: `${source} scripts/derive.ts --check` },
  { name: "doctests", command: `${source} scripts/doctest.ts` },
  { name: "examples", command: `${source} scripts/examples.ts` },
  { name: "package", command: "vitest run --config test/package/vitest.config.ts" }
]

interface Count {
  readonly passed: number
  readonly failed: number
}

/** Vitest's own count; a run that left none behind has failed. */
const countOf = (tally: string): Count => {
  if (!existsSync(tally)) return { passed: 0, failed: 1 }
  const { numFailedTests, numFailedTestSuites, numPassedTests } = JSON.parse(readFileSync(tally, "utf8"))
  return { passed: numPassedTests, failed: numFailedTests || numFailedTestSuites }
}

/** Where `npm test` has run already with this variable set, its outcome is read instead of running the tests again. */
const ran = process.env["FAULTLINE_TALLY"]

const tests = async ({ command }: Step): Promise<Count & { readonly output: string }> => {
  const tally = ran ?? ".scratch/tests.json"
  if (ran !== undefined) return { ...countOf(tally), output: "see the tests above, or run: npm test" }
  rmSync(tally, { force: true })
  const { ok, output } = await run(command, { env: { FAULTLINE_TALLY: tally } })
  const { failed, passed } = countOf(tally)
  return { passed, failed: ok ? failed : Math.max(failed, 1), output }
}

const once = async ({ command }: Step): Promise<Count & { readonly output: string }> => {
  const { ok, output } = await run(command)
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output: `${output}\nagain: npx ${command}` }
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name))
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(", ")}. Steps: ${steps.map(({ name }) => name).join(", ")}`)
  process.exit(2)
}

mkdirSync(".scratch", { recursive: true })
const total = { passed: 0, failed: 0 }
for (const step of steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const start = performance.now()
  const { failed, output, passed } = await (step.name === "tests" ? tests(step) : once(step))
  total.passed += passed
  total.failed += failed
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${failed === 0 ? "ok    " : "FAILED"} ${step.name.padEnd(10)} ${seconds.padStart(6)} s`)
  if (failed > 0) console.log(`\n${output}\n`)
}
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
