/**
 * Writes the reference page of each vendor, `docs/vendors/<name>.md`, from its catalogue. With `--check` it writes nothing and
 * fails where a page is not what the catalogue says.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import * as Effect from "effect/Effect"
import { derive, pathOf, vendorNames } from "./derive/pages.ts"

const check = process.argv.includes("--check")

const settle = (path: string, text: string): void => {
  if (existsSync(path) && readFileSync(path, "utf8") === text) return
  if (check) {
    console.error(`${path} is not what the catalogue says. Run: npm run docs`)
    process.exitCode = 1
    return
  }
  mkdirSync("docs/vendors", { recursive: true })
  writeFileSync(path, text)
  console.log(`wrote ${path}`)
}

for (const name of vendorNames) settle(pathOf(name), await Effect.runPromise(derive(name)))
