/** The packed package on every platform that the documentation names: docs/how-to/platforms.md. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { execFile, spawn } from "node:child_process"
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { build as vite } from "vite"
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
import { chromium, npmCli, type Tools, tools } from "./tools.ts"
import { type Loopback, loopback } from "./vendor.ts"

/** Without the optional peer, and with it. */
const [bare, full] = [newProject(), newProject()]
let [tool, vendor]: [Tools, Loopback] = [undefined!, undefined!]
let tarball = ""
let installed = ""

beforeAll(async () => {
  packInto(bare)
  tarball = join(bare, tarballIn(bare))
  tool = tools()
  cpSync("test/package/platforms", bare, { recursive: true })
  cpSync("test/package/platforms", full, { recursive: true })
  const npm = [npmCli(), "install", "--prefer-offline", "--no-audit", "--no-fund", "--engine-strict"]
  const { stderr, stdout } = await promisify(execFile)(tool.node20, [...npm, tarball, effect], {
    cwd: bare,
    env
  })
  installed = stdout + stderr
  installIn(full, [tarball, effect, platformNode])
  vendor = await loopback(bare)
})
afterAll(() => {
  vendor.close()
  for (const folder of [bare, full, tool.folder]) rmSync(folder, { recursive: true, force: true })
})

describe("an install", () => {
  it("on Node 20 warns of nothing, also with --engine-strict", () =>
    assert.notMatch(installed, /EBADENGINE|warn/i))

  for (const name of ["node22", "newest"] as const) {
    it(`on ${name} passes --engine-strict`, async () => {
      const folder = newProject()
      const flags = ["--package-lock-only", "--prefer-offline", "--no-audit", "--no-fund", "--engine-strict"]
      const node = name === "newest" ? process.execPath : tool[name]
      const { stderr } = await promisify(execFile)(node, [npmCli(), "install", ...flags, tarball, effect], {
        cwd: folder,
        env
      })
      assert.notMatch(stderr, /EBADENGINE|warn/i)
      rmSync(folder, { recursive: true, force: true })
    })
  }

  it("brings no client of Redis, no WebSocket and no undici that nobody asked for", () => {
    for (const name of ["redis", "ws", "undici", "@effect/platform-node"])
      assert.isFalse(existsSync(join(bare, "node_modules", name)), name)
    assert.isTrue(existsSync(join(full, "node_modules/undici")))
  })
})

const refused = {
  rightKey: "done",
  wrongKey: "Braze.Unauthorized Refused",
  nobody: "NotSent NotSent refused",
  metrix: "done",
  doctor: "settings ok, http ok, clock ok, credentials ok, permissions ok"
}
/** Where there are sockets to look with. */
const onNode = {
  ...refused,
  doctor: "settings ok, proxy ok, tcp ok, http ok, clock ok, credentials ok, permissions ok"
}

/** Runs the probe; what came of it, and the headers with which its first call arrived. */
const probed = async (command: string, args: ReadonlyArray<string>, cwd: string) => {
  vendor.seen.length = 0
  const { stdout } = await promisify(execFile)(command, [...args, "command.js"], {
    cwd,
    env: { ...env, BASE_URL: vendor.url, CLOSED_URL: vendor.closed }
  })
  return { came: JSON.parse(stdout), headers: vendor.seen[0] ?? {} }
}

describe("the package runs", () => {
  const runtimes: Readonly<Record<string, () => [string, ReadonlyArray<string>, string]>> = {
    "on Node 20, through fetch": () => [tool.node20, [], bare],
    "on Node 22, through fetch": () => [tool.node22, [], bare],
    "on the newest Node, through fetch": () => [process.execPath, [], bare],
    "on the newest Node, through undici": () => [process.execPath, [], full],
    "on Node 20 through fetch, though undici is installed": () => [tool.node20, [], full],
    "on Bun, through its fetch": () => [tool.bun, ["run"], bare],
    "on Bun through its fetch, though undici is installed": () => [tool.bun, ["run"], full],
    "on Deno, through its fetch": () => [tool.deno, ["run", "-A", "--no-prompt"], bare]
  }
  for (const [name, runtime] of Object.entries(runtimes)) {
    it(name, async () => {
      const { came, headers } = await probed(...runtime())
      assert.deepStrictEqual(came, name.includes("Node") ? onNode : refused)
      assert.strictEqual(headers["user-agent"], `shop/2.1 faultline/${manifest.version}`)
      // Fetch asks for compressed answers, undici for none.
      assert.strictEqual(headers["accept-encoding"] === undefined, name.endsWith("undici"))
    })
  }

  it("keeps an outbox in a file, or says which Node that needs", async () => {
    const kept = async (command: string, args: ReadonlyArray<string> = []) => {
      const file = join(mkdtempSync(join(bare, "outbox-")), "outbox.db")
      const run = () => promisify(execFile)(command, [...args, "outbox.js", file], { cwd: bare, env })
      const outputs = [await run(), await run()]
      for (const { stderr } of outputs) assert.strictEqual(stderr, "")
      return outputs.map(({ stdout }) => stdout.trim()).join(" ")
    }
    for (const node of [tool.node22, process.execPath])
      assert.strictEqual(await kept(node), "queued duplicate")
    assert.strictEqual(await kept(tool.deno, ["run", "-A", "--no-prompt"]), "queued duplicate")
    assert.match(await kept(tool.node20), /^old-node: .* needs Node 22\.16 or newer, and this is Node 20/)
  })

  it("through the proxy that it is given, or says that it cannot", async () => {
    const through = async (command: string, args: ReadonlyArray<string>, cwd: string) => {
      const { stdout } = await promisify(execFile)(command, [...args, "proxied.js"], {
        cwd,
        env: { ...env, PROXY_URL: vendor.url }
      })
      return stdout.trim()
    }
    const before = vendor.tunnels()
    assert.strictEqual(await through(process.execPath, [], full), "NotSent proxy")
    assert.strictEqual(await through(tool.bun, ["run"], bare), "NotSent proxy")
    assert.strictEqual(await through(tool.deno, ["run", "-A", "--no-prompt"], bare), "NotSent proxy")
    assert.strictEqual(vendor.tunnels() - before, 3)
    assert.strictEqual(await through(tool.node20, [], bare), "Misconfigured proxy")
  })

  it("through require, on Node 20 and on the newest", () => {
    const program = `const { Braze } = require("faultline"); console.log(typeof Braze.listCampaigns)`
    for (const node of [tool.node20, process.execPath])
      assert.strictEqual(runIn(bare, node, ["--input-type=commonjs", "-e", program]).trim(), "function")
  })

  it("in Jest", () => {
    writeFileSync(
      join(bare, "probe.spec.js"),
      `import { Braze } from "faultline"\ntest("loads", () => expect(Braze.listCampaigns.tag).toBe("Braze.listCampaigns"))\n`
    )
    const jest = join(tool.folder, "node_modules/jest/bin/jest.js")
    runIn(bare, process.execPath, [
      "--experimental-vm-modules",
      jest,
      "--rootDir",
      bare,
      "--config",
      `{"transform":{},"testMatch":["**/*.spec.js"]}`
    ])
  })
})

describe("a bundle for browsers", () => {
  const inBrowser = {
    ...refused,
    // Nor does it show the Date of an answer from elsewhere.
    doctor: "settings ok, http ok, credentials ok, permissions ok",
    // A browser does not tell why a request failed.
    nobody: "DeliveryUnknown Unknown lost",
    metrix:
      "Misconfigured NotSent A Metrix Server API key must never reach client-side code, and there is a window here"
  }
  const esbuild = (entry: string, out: string, ...more: ReadonlyArray<string>) =>
    runIn(bare, join(tool.folder, "node_modules/.bin/esbuild"), [
      entry,
      "--bundle",
      "--format=esm",
      `--outfile=${out}`,
      "--log-level=warning",
      ...more
    ])
  const folder = mkdtempSync(join(tmpdir(), "faultline-profile-"))
  const bundles = ["esbuild", "worker", "vite", "webpack"]
  const browser = chromium()

  const bundled: Readonly<Record<string, () => unknown>> = {
    esbuild: () => esbuild("probe.js", "built/esbuild.js", "--platform=browser"),
    worker: () =>
      esbuild("worker.js", "built/worker.js", "--platform=neutral", "--conditions=workerd,worker"),
    vite: () =>
      vite({
        root: bare,
        logLevel: "error",
        configFile: false,
        build: {
          lib: { entry: join(bare, "probe.js"), formats: ["es"], fileName: () => "vite.js" },
          outDir: "built",
          emptyOutDir: false
        }
      }),
    webpack: () => {
      const program = `require("webpack")({ mode: "production", target: "web", entry: "./probe.js", context: ${JSON.stringify(bare)}, output: { path: ${JSON.stringify(join(bare, "built"))}, filename: "webpack.js" } }, (error, stats) => { const errors = error ? String(error) : stats.hasErrors() ? stats.toString() : ""; console.log(errors) })`
      return assert.strictEqual(
        runIn(tool.folder, process.execPath, ["--input-type=commonjs", "-e", program]).trim(),
        ""
      )
    }
  }

  for (const [name, build] of Object.entries(bundled)) {
    it(`is made by ${name}, and has nothing of Node's`, async () => {
      await build()
      assert.isTrue(existsSync(join(bare, "built", `${name}.js`)))
      assert.notMatch(
        runIn(bare, "cat", [`built/${name}.js`]),
        /(from|import|require)\b\s*\(?\s*["'`](node:|undici|@effect)/
      )
    })
  }

  if (browser === undefined) console.warn("No Chromium here: the bundles are made, but not loaded.")
  it.skipIf(browser === undefined)("works in Chromium, and refuses a server's key there", async () => {
    cpSync(join(bare, "page.html"), join(bare, "built/page.html"))
    const page = await loopback(join(bare, "built"))
    vendor.seen.length = 0
    const query = new URLSearchParams({ api: vendor.url, closed: vendor.closed, bundles: bundles.join(",") })
    const child = spawn(
      browser ?? "",
      [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        `--user-data-dir=${folder}`,
        `${page.url}/page.html?${query}`
      ],
      { stdio: "ignore" }
    )
    try {
      for (const name of bundles) assert.deepStrictEqual(await page.report(name), inBrowser, name)
      assert.match(vendor.seen[0]?.["user-agent"] ?? "", /^Mozilla/)
    } finally {
      const gone = child.exitCode === null ? new Promise((resolve) => child.once("exit", resolve)) : undefined
      child.kill()
      page.close()
      await gone
      // Its own processes may still write into the profile for a moment.
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    }
  })
})
