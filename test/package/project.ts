/** Projects outside this one in which the packed package is installed, as its users do. */
import { execFileSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"

export const manifest = JSON.parse(readFileSync("package.json", "utf8"))

/** What a user installs beside the package; the second one only where undici is wanted. */
export const effect = `effect@${manifest.devDependencies.effect}`
export const platformNode = `@effect/platform-node@${manifest.devDependencies["@effect/platform-node"]}`

// What npm tells its scripts would make an npm inside them work on this project.
export const env = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^npm_(package|lifecycle|config_local_prefix)/.test(name) && name !== "INIT_CWD"
  )
)

/** Runs a program; what it writes to standard output. */
export const runIn = (cwd: string, command: string, args: ReadonlyArray<string>, more: object = {}): string =>
  execFileSync(command, args, {
    cwd,
    // A bundle that is not minified is more than a megabyte.
    maxBuffer: 64_000_000,
    env: { ...env, ...more },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"]
  })

/** An empty folder with a manifest. */
export const newProject = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "faultline-consumer-"))
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name: "consumer", private: true, type: "module" })
  )
  return folder
}

/** Packs the package into a folder; the files that are in it. */
export const packInto = (folder: string): ReadonlyArray<string> => {
  const packed = JSON.parse(runIn(resolve("."), "npm", ["pack", "--json", "--pack-destination", folder]))
  // A list of packages up to npm 11, and by name from npm 12 on.
  const [{ files }] = Object.values<{ readonly files: ReadonlyArray<{ readonly path: string }> }>(packed) as [
    never
  ]
  return (files as ReadonlyArray<{ readonly path: string }>).map(({ path }) => path)
}

export const tarballIn = (folder: string): string =>
  readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? ""

/** Installs what is named, from npm's cache where it is there. */
export const installIn = (
  folder: string,
  names: ReadonlyArray<string>,
  flags: ReadonlyArray<string> = ["--loglevel=error"]
): string =>
  runIn(folder, "npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", ...flags, ...names])
