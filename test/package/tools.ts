/** Runtimes, bundlers and a browser for the tests of platforms. npm has the first two; the browser is the system's. */
import { execFileSync } from "node:child_process"
import { existsSync, readdirSync, realpathSync, statSync } from "node:fs"
import { join } from "node:path"
import { env, installIn, newProject } from "./project.ts"

const node = (version: string): string => `npm:node-linux-${process.arch}@${version}`

const wanted = {
  node20: node("20.20.2"),
  node22: node("22.23.5"),
  bun: "1.4.5",
  deno: "2.9.6",
  esbuild: "0.28.2",
  jest: "30.5.2",
  webpack: "5.113.0"
}

/** The tools, in a folder of their own: `in(project)` is what programs there see of them. */
export interface Tools {
  readonly folder: string
  readonly node20: string
  readonly node22: string
  readonly bun: string
  readonly deno: string
}

// Where npm runs install scripts, they move the binaries from the package of the platform to the place of a shim.
const within = (folder: string, places: ReadonlyArray<string>, name: RegExp): string => {
  const found = places
    .map((place) => join(folder, "node_modules", place))
    .filter((place) => existsSync(place))
    .flatMap((place) =>
      readdirSync(place, { recursive: true, encoding: "utf8" }).map((path) => join(place, path))
    )
    .find((path) => name.test(path) && statSync(path).size > 1_000_000)
  return found ?? "none"
}

/** Installs them, from npm's cache where it is there. */
export const tools = (): Tools => {
  const folder = newProject()
  installIn(
    folder,
    Object.entries(wanted).map(([name, version]) => `${name}@${version}`)
  )
  return {
    folder,
    node20: join(folder, "node_modules/node20/bin/node"),
    node22: join(folder, "node_modules/node22/bin/node"),
    bun: within(folder, ["@oven", "bun/bin"], /\/bun(\.exe)?$/),
    deno: within(folder, ["@deno", "deno"], /\/deno(\.exe)?$/)
  }
}

const which = (name: string): string | undefined => {
  try {
    return execFileSync("which", [name], { env, encoding: "utf8" }).trim()
  } catch {
    return undefined
  }
}

/** The JavaScript of the npm on this machine, for another Node to run. */
export const npmCli = (): string => realpathSync(which("npm") ?? "npm")

/** The system's Chromium; absent where there is none. `.ci/run` installs it. */
export const chromium = (): string | undefined =>
  ["chromium", "chromium-browser", "google-chrome"]
    .map(which)
    .find((path) => path !== undefined && existsSync(path))
