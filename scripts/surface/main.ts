/**
 * The whole surfaces of vendors. `npm run surface` writes their operations from the descriptions; with `--check` it writes nothing and
 * fails where a file is not what the descriptions say. `npm run surface -- read <vendor> --spec FILE --facts FILE` makes a description
 * from the vendor's OpenAPI document and the facts about its operations, or from the facts alone where there is no document. Names of
 * vendors do some alone.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { parseArgs } from "node:util"
import * as prettier from "prettier"
import { isCollected, readCollected } from "./read/collected/reader.ts"
import { readSurface } from "./read/document.ts"
import { described, settle } from "./surface.ts"

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { spec: { type: "string" }, facts: { type: "string" }, check: { type: "boolean", default: false } }
})

const read = async (vendor: string, spec: string, facts: string): Promise<void> => {
  const path = `scripts/surface/descriptions/${vendor}.json`
  const before = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined
  const collected = readFileSync(facts, "utf8")
  const description = isCollected(vendor)
    ? readCollected(vendor, collected)
    : readSurface(vendor, readFileSync(spec, "utf8"), collected, before)
  const options = await prettier.resolveConfig(path)
  writeFileSync(path, await prettier.format(JSON.stringify(description), { ...options, filepath: path }))
  const { operations, schemas } = description
  console.log(`${path}: ${operations.length} operations, ${Object.keys(schemas).length} schemas`)
}

const [command, vendor = ""] = positionals
if (command === "read") {
  if (values.facts === undefined || (values.spec === undefined && !isCollected(vendor))) {
    console.error("npm run surface -- read <vendor> --spec FILE --facts FILE")
    process.exitCode = 2
  } else await read(vendor, values.spec ?? "", values.facts)
} else {
  const changed = await settle(positionals.length > 0 ? positionals : described(), values.check)
  for (const path of changed)
    console.log(
      values.check ? `${path} is not what the description says. Run: npm run surface` : `wrote ${path}`
    )
  if (values.check && changed.length > 0) process.exitCode = 1
}
