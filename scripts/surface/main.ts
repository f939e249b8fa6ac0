/**
 * A vendor's whole surface: `npm run surface -- read <vendor> --spec FILE --facts FILE` makes its description from the vendor's
 * OpenAPI document and the facts about its operations.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { parseArgs } from "node:util"
import * as prettier from "prettier"
import { readSurface } from "./read/document.ts"

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { spec: { type: "string" }, facts: { type: "string" }, check: { type: "boolean" } }
})

const [command, vendor] = positionals
const pathOf = (name: string) => `scripts/surface/descriptions/${name}.json`

if (command === "read" && vendor !== undefined && values.spec !== undefined && values.facts !== undefined) {
  const path = pathOf(vendor)
  const before = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined
  const [spec, facts] = [values.spec, values.facts].map((file) => readFileSync(file, "utf8"))
  const description = readSurface(vendor, spec ?? "", facts ?? "", before)
  const options = await prettier.resolveConfig(path)
  writeFileSync(path, await prettier.format(JSON.stringify(description), { ...options, filepath: path }))
  const { operations, schemas } = description
  console.log(`${path}: ${operations.length} operations, ${Object.keys(schemas).length} schemas`)
} else {
  console.error("npm run surface -- read <vendor> --spec FILE --facts FILE")
  process.exitCode = 2
}
