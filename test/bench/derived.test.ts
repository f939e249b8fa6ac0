/** What a derived operation costs its user beside one that is written by hand: the bundle, the import and the compiler's work. */
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { execFileSync } from "node:child_process"
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { instantiations } from "../types/cost.ts"
import { weigh } from "./weigh.ts"

const folder = ".scratch/derived"

interface Pair {
  readonly byHand: string
  readonly derived: string
  /** The file of the derived one. */
  readonly file: string
  /** The vendor's largest file. */
  readonly largest: string
}

/** Lists of each vendor, of which one is written by hand. */
const lists: Readonly<Record<string, Pair>> = {
  braze: { byHand: "listCampaigns", derived: "listSegments", file: "segments", largest: "catalogs" },
  m3ter: { byHand: "listAccounts", derived: "listCommitments", file: "commitments", largest: "integrations" },
  xtremepush: {
    byHand: "listCampaigns",
    derived: "listSegments",
    file: "segments",
    largest: "oneTimePasswords"
  },
  ixon: { byHand: "listAgents", derived: "listAgentDataAlarms", file: "agentAlarms", largest: "me" }
}

const vendors = Object.keys(lists)

const program = (vendor: string, operation: string, from: string): string => `
import * as Effect from "effect/Effect"
import { layer } from "faultline/${vendor}"
import { ${operation} } from "${from}"
const { input, options } = JSON.parse(globalThis.given)
Effect.runPromise(Effect.provide(${operation}(input), layer(options))).then(console.log)
`

/** The least processor time (ms) of several imports of each file, in turns: what disturbs one disturbs the others. */
const imports = (files: ReadonlyArray<string>): ReadonlyArray<number> => {
  const once = (file: string): number => {
    const code = `const start = process.cpuUsage(); await import(${JSON.stringify(join(process.cwd(), file))})
const { user, system } = process.cpuUsage(start); console.log((user + system) / 1000)`
    const options = ["--conditions=@faultline/source", "--input-type=module", "-e", code]
    return Number(execFileSync(process.execPath, options, { encoding: "utf8" }))
  }
  const rounds = Array.from({ length: 3 }, () => files.map(once))
  return files.map((_, index) => Math.min(...rounds.map((round) => round[index] ?? Infinity)))
}

/** The instantiations of a program that has both operations at hand, and calls those. */
const calls = (vendor: string, { byHand, derived, file }: Pair, called: ReadonlyArray<string>) => {
  const place = join(folder, `${vendor}-${called.join("-")}`)
  mkdirSync(place, { recursive: true })
  const of = `../../../src/vendors/${vendor}`
  writeFileSync(
    join(place, "program.ts"),
    `import * as Effect from "effect/Effect"
import { ${byHand} } from "${of}/index.ts"
import { ${derived} } from "${of}/surface/${file}.ts"
export const given = [${byHand}, ${derived}]
${called.map((name) => `export const of${name} = (input: Parameters<typeof ${name}>[0]) => ${name}(input).pipe(Effect.catchTag("NotSent", () => Effect.succeed(undefined)))`).join("\n")}
`
  )
  writeFileSync(
    join(place, "tsconfig.json"),
    JSON.stringify({
      extends: "../../../tsconfig.json",
      compilerOptions: { noUnusedLocals: false },
      include: ["*.ts"],
      exclude: []
    })
  )
  return instantiations(place)
}

describe("a derived operation", () => {
  beforeAll(() => void mkdirSync(folder, { recursive: true }))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(vendors)(
    "of %s weighs at most 5 kB more in a bundle than one that is written by hand",
    { timeout: 60_000 },
    async (vendor) => {
      const { byHand, derived, file } = lists[vendor] ?? assert.fail(vendor)
      const entry = `faultline/${vendor}`
      const usual = await weigh(`${vendor}-hand`, program(vendor, byHand, entry), folder)
      const bytes = await weigh(
        `${vendor}-derived`,
        program(vendor, derived, `${entry}/surface/${file}`),
        folder
      )
      assert.isAbove(bytes, 30_000)
      assert.isAtMost(bytes - usual, 5000, `${bytes} bytes, by hand ${usual}`)
    }
  )

  it.each(vendors)(
    "of %s is imported, with all of its file, in at most 1.2 times what the vendor's entry takes",
    { timeout: 60_000 },
    (vendor) => {
      const of = `src/vendors/${vendor}`
      const [entry = 0, file = Infinity] = imports([
        `${of}/index.ts`,
        `${of}/surface/${lists[vendor]?.largest}.ts`
      ])
      assert.isAbove(entry, 0)
      assert.isAtMost(file / entry, 1.2, `${file} ms of the processor, the entry ${entry} ms`)
    }
  )

  it.each(["m3ter", "ixon"])(
    "of %s costs the compiler as much for one call as one that is written by hand",
    { timeout: 180_000 },
    async (vendor) => {
      const pair = lists[vendor] ?? assert.fail(vendor)
      const [none, byHand, derived] = [
        await calls(vendor, pair, []),
        await calls(vendor, pair, [pair.byHand]),
        await calls(vendor, pair, [pair.derived])
      ]
      assert.isAbove(byHand - none, 0)
      assert.isAtMost((derived - none) / (byHand - none), 1.1, `${derived - none}, by hand ${byHand - none}`)
    }
  )
})
