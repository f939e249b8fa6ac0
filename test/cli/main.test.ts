/** The program itself, as a process: exit codes, what goes to which stream, what is loaded, and how it ends on a signal. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { answering } from "./answering.ts"

const program = "src/cli/main.ts"

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

const start = (
  args: ReadonlyArray<string>,
  env: Record<string, string> = {},
  node: ReadonlyArray<string> = []
): ChildProcess =>
  spawn(process.execPath, ["--conditions=@faultline/source", ...node, program, ...args], {
    env: { PATH: process.env["PATH"] ?? "", ...env },
    stdio: ["pipe", "pipe", "pipe"]
  })

const ended = async (child: ChildProcess, input = ""): Promise<Ended> => {
  let [out, err] = ["", ""]
  child.stdout?.on("data", (chunk) => (out += String(chunk)))
  child.stderr?.on("data", (chunk) => (err += String(chunk)))
  child.stdin?.end(input)
  await once(child, "close")
  return { code: child.exitCode, out, err }
}

const run = (...args: ReadonlyArray<string>) => ended(start(args))

// Names every module as it is loaded.
const telling = `data:text/javascript,import { registerHooks } from "node:module"; registerHooks({ load: (url, context, next) => (process._rawDebug("loads " + url), next(url, context)) })`

const loaded = async (...args: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
  const { err } = await ended(start(args, {}, ["--import", telling]))
  return err.split("\n").flatMap((line) => /^loads .*\/(src\/.*|node_modules\/.*)$/.exec(line)?.[1] ?? [])
}

const vendorsIn = (paths: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...new Set(paths.flatMap((path) => /^src\/vendors\/([^/]+)/.exec(path)?.[1] ?? []))
]

/** The first whole line that the process writes. */
const firstLine = async (child: ChildProcess): Promise<string> => {
  let text = ""
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk)
    if (text.includes("\n")) return text.slice(0, text.indexOf("\n"))
  }
  return assert.fail(`It ended after writing: ${text}`)
}

describe("the program", { timeout: 30_000 }, () => {
  it("writes one JSON document to standard output and nothing else", async () => {
    const { code, err, out } = await run("explain", "ixon", "--status", "504", "--json")
    assert.deepStrictEqual([code, err], [0, ""])
    assert.strictEqual(JSON.parse(out).tag, "Ixon.GatewayTimeout")
  })

  it("exits with 2 when it is used wrongly, and says so on standard error", async () => {
    const { code, err, out } = await run("explain", "ixon", "--status", "504", "--header", "no colon")
    assert.deepStrictEqual([code, out], [2, ""])
    assert.match(err, /is not a header/)
  })

  it("exits with 2 when the environment lacks credentials", async () => {
    const { code, err, out } = await run(
      "call",
      "metrix",
      "ingest",
      "--input",
      `{"customUserId":"u","messages":[{"type":"user"}]}`
    )
    assert.deepStrictEqual([code, out], [2, ""])
    assert.match(err, /METRIX_APP_ID, METRIX_API_KEY/)
  })

  it.live("exits with 1 when the vendor refuses, with the failure as JSON on standard error", () =>
    Effect.gen(function* () {
      const { url } = yield* answering(403, { success: false, code: 403, message: "no" })
      const env = { XTREMEPUSH_APP_TOKEN: "t", XTREMEPUSH_BASE_URL: url }
      const child = start(["call", "xtremepush", "executeCampaign", "-", "--json"], env)
      const { code, err, out } = yield* Effect.promise(() => ended(child, `{"id":1,"target":[7]}`))
      assert.deepStrictEqual([code, out, JSON.parse(err).tag], [1, "", "Xtremepush.Forbidden"])
    })
  )

  it("reads input and bodies from standard input", async () => {
    const { code, out } = await ended(
      start(["explain", "m3ter", "--status", "403", "--body-file", "-", "--json"]),
      `{"message":"Unauthorized"}`
    )
    assert.deepStrictEqual([code, JSON.parse(out).tag], [0, "M3ter.TokenExpired"])
  })

  it("is no failure when its reader has seen enough", async () => {
    const child = start(["operations", "braze"])
    child.stdout?.destroy()
    const { code, err } = await ended(child)
    assert.deepStrictEqual([code, err], [0, ""])
  })

  it("loads no vendor for its help, and one for a question about one", async () => {
    const help = await loaded("--help")
    assert.isAbove(help.length, 10)
    assert.deepStrictEqual(vendorsIn(help), [])
    assert.notInclude(help, "node_modules/@effect/platform-node/dist/index.js")
    assert.notInclude(help, "node_modules/effect/dist/index.js")
    assert.deepStrictEqual(vendorsIn(await loaded("explain", "ixon", "--status", "504")), ["ixon"])
  })

  it("shows its console until SIGINT, with pages that are connected, and ends well", async () => {
    const program = start(["console", "--metrics", "http://127.0.0.1:1/", "--port", "0", "--json"])
    const { address, open } = JSON.parse(await firstLine(program))
    const headers = { authorization: `Bearer ${open.split("#")[1]}` }
    const page = await fetch(`${address}live`, { headers })
    assert.strictEqual(page.status, 200)
    program.kill("SIGINT")
    assert.strictEqual((await ended(program)).code, 0)
  })

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    it(`simulates a vendor until ${signal}, and ends well`, async () => {
      const simulator = start(["simulate", "--vendor", "metrix", "--json"])
      const { env } = JSON.parse(await firstLine(simulator))
      const message = { type: "action", name: "order", id: "1", time: 1_785_000_000_000 }
      const input = JSON.stringify({ customUserId: "u", messages: [message] })
      const called = await ended(start(["call", "metrix", "ingest", "--input", input, "--json"], env))
      assert.deepStrictEqual([called.code, called.err], [0, ""])
      assert.strictEqual(JSON.parse(called.out).status, 200)
      simulator.kill(signal)
      assert.strictEqual((await ended(simulator)).code, 0)
    })
  }
})
