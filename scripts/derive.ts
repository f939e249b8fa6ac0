/**
 * Writes the reference pages of each vendor: `docs/vendors/<name>.md` from its catalogue, and `docs/vendors/<name>-fields.md` from its
 * schemas and the comments above their fields; the JSON Schema of `errors.json`; and from the one list of signals what stands in
 * `docs/operations`. With `--check` it writes
 * nothing and fails where a page is not what they say.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import * as Effect from "effect/Effect"
import { described } from "./surface/surface.ts"
import { errorsSchema, errorsSchemaPath } from "./derive/errorsSchema.ts"
import { derive, deriveFields, fieldsPathOf, pathOf, vendorNames } from "./derive/pages.ts"
import { signalsPage, signalsPath } from "./derive/signals.ts"
import { surfacePages } from "./derive/surface/pages.ts"
import { openTypes } from "./derive/types.ts"
import { alertsFile, alertsPath, alertTestsFile, alertTestsPath } from "./operations/alerts.ts"
import { dashboardFile, dashboardPath } from "./operations/dashboard.ts"
import { operatePage, operatePath } from "./operations/page.ts"

const check = process.argv.includes("--check")

const settle = (path: string, text: string): void => {
  if (existsSync(path) && readFileSync(path, "utf8") === text) return
  if (check) {
    console.error(`${path} is not what the source says. Run: npm run docs`)
    process.exitCode = 1
    return
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  console.log(`wrote ${path}`)
}

const types = openTypes()
for (const name of vendorNames) {
  settle(pathOf(name), await Effect.runPromise(derive(name)))
  settle(fieldsPathOf(name), await Effect.runPromise(deriveFields(name, types)))
}
types.close()
settle(errorsSchemaPath, await errorsSchema())
settle(signalsPath, signalsPage())
settle(operatePath, operatePage())
settle(dashboardPath, dashboardFile())
settle(alertsPath, alertsFile())
settle(alertTestsPath, alertTestsFile())
for (const name of described()) for (const { path, text } of await surfacePages(name)) settle(path, text)
