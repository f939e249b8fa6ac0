/**
 * Checks every type in parts, one after the other, for one program of all takes 2.5 GB: each part sees what it builds on as
 * declarations. Editors read tsconfig.json, which has everything; the parts have its options. `npm run check -- types`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { run } from "./shell.ts"

/** A part of the project that is checked by itself. */
export interface Part {
  readonly name: string
  readonly include: ReadonlyArray<string>
  readonly exclude?: ReadonlyArray<string>
  /** The parts that it builds on, and may import from. Parts of the source give their declarations. */
  readonly on?: ReadonlyArray<string>
  /** Checks the declarations of packages, and our own of theirs, which the other parts take as they are. */
  readonly packages?: true
}

const surfaces = (...vendors: ReadonlyArray<string>): ReadonlyArray<string> =>
  vendors.flatMap((vendor) => [`src/vendors/${vendor}/surface`, `src/vendors/${vendor}/all.ts`])

const below = (...names: ReadonlyArray<string>): ReadonlyArray<string> => names.map((name) => `test/${name}`)

const source = ["core", "vendors", "ixon", "surfaces", "top"]
const ofVendors = below("vendors", "surface", "faults", "types", "operations")
const ofCalls = below("durable", "pipeline", "policy", "many", "contract")

// What bench compares with has declarations of our own.
const peers = "bench/peers.d.ts"

/** Every part, after those that it builds on. */
export const parts: ReadonlyArray<Part> = [
  { name: "core", include: ["src"], exclude: ["src/vendors", "src/cli", "src/index.ts"] },
  { name: "vendors", include: ["src/vendors"], exclude: surfaces("*"), on: ["core"] },
  { name: "ixon", include: surfaces("ixon"), on: ["core", "vendors"] },
  { name: "surfaces", include: surfaces("*"), exclude: surfaces("ixon"), on: ["core", "vendors"] },
  { name: "top", include: ["src/cli", "src/index.ts"], on: source.slice(0, -1) },
  { name: "tests", include: ["test", peers], exclude: [...ofVendors, ...ofCalls], on: source },
  { name: "tests of vendors", include: [...ofVendors, peers], on: source },
  { name: "tests of calls", include: [...ofCalls, peers], on: source },
  { name: "around", include: ["scripts", "examples", "bench", "vitest.config.ts"], on: source },
  { name: "packages", include: [".scratch/types/packages.ts", peers], packages: true }
]

const folder = ".scratch/types"

const fileOf = (name: string): string => `${name.replaceAll(" ", "-")}.json`

/** The configuration of a part, for a file two folders below the project's. */
export const configOf = ({ exclude = [], include, name, on = [], packages }: Part): object => {
  const above = (paths: ReadonlyArray<string>) => paths.map((path) => `../../${path}`)
  const gives = { composite: true, noEmit: false, emitDeclarationOnly: true, rootDir: "../..", outDir: name }
  return {
    extends: "../../tsconfig.json",
    compilerOptions: {
      ...(source.includes(name) ? gives : {}),
      // Nothing is written that would have to be rewritten.
      rewriteRelativeImportExtensions: false,
      skipLibCheck: packages !== true
    },
    include: above(include),
    exclude: above(["test/package/consumer", ...exclude]),
    references: on.map((one) => ({ path: `./${fileOf(one)}` }))
  }
}

/** Texts of tests look like imports too. */
const isInstalled = (name: string): boolean => {
  try {
    const found = import.meta.resolve(name)
    // This package's own entries are files of its source.
    return found.includes("/node_modules/") && existsSync(fileURLToPath(found))
  } catch {
    return false
  }
}

/** What any file imports from packages of this project. */
const imported = (): ReadonlyArray<string> => {
  const files = ["src", "test", "scripts", "examples", "bench"].flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.includes("node_modules"))
      .map((name) => `${top}/${name}`)
  )
  const found = files.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/\b(?:from |import\()"(@?[a-z][^":]*)"/g)].map(
      ([, name = ""]) => name
    )
  )
  return [...new Set(found)].filter(isInstalled).toSorted()
}

/** Writes the configurations of all parts, where no declarations of an earlier run are left. Gives the path of each. */
export const write = (): ReadonlyArray<string> => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const imports = imported().map((name) => `import type {} from "${name}"`)
  writeFileSync(`${folder}/packages.ts`, `${imports.join("\n")}\n`)
  return parts.map((part) => {
    const path = `${folder}/${fileOf(part.name)}`
    writeFileSync(path, JSON.stringify(configOf(part)))
    return path
  })
}

if (import.meta.main) {
  // TypeScript that knows Effect, where tools/package.json has one for this platform; elsewhere the same types without its diagnostics.
  const tsgo = "node_modules/@effect/tsgo-linux-x64/lib/tsc"
  for (const path of write()) {
    const { ok, output } = await run(`${existsSync(tsgo) ? tsgo : "tsc"} -p ${path} --checkers 1`)
    const worth = output.split("\n").filter((line) => !line.includes(": suggestion "))
    if (!ok) {
      console.log(worth.join("\n"))
      process.exitCode = 1
    }
  }
}
