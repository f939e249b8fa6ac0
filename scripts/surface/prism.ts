/**
 * Calls all operations of a vendor at Prism, a mock server that somebody else wrote, which checks each request against the vendor's own
 * OpenAPI document: `npm run prism -- --spec m3ter.json --spec ixon.json`. Our client sends them over a socket; the declared status must
 * come, and the answer, made up from the document, must be read whole. So that no check sleeps, each request with a body is sent once
 * more with a wrong one, which must be refused. The documents are the vendors': this repository has none. Prism is fetched by npx.
 */
import { createHash } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { Effect, References } from "effect"
import { callAll, type Outcome } from "./prism/calls.ts"
import { corrected } from "./prism/document.ts"
import { prism, start } from "./prism/server.ts"
import { type Called, vendors } from "./prism/vendors.ts"
import type { Description } from "../../src/generate/description.ts"
import { patched } from "./patches.ts"
import { descriptionOf } from "./surface.ts"

const usage =
  "npm run prism -- --spec FILE [--spec FILE] [--inputs <of each operation>] (the vendors' OpenAPI documents)"

/** A document and the vendor whose description was read from it. */
interface Given {
  readonly file: string
  readonly text: string
  readonly called: Called
  readonly description: Description
}

const given = (file: string): Given => {
  const text = readFileSync(file, "utf8")
  const sha256 = createHash("sha256").update(text).digest("hex")
  const found = Object.entries(vendors)
    .map(([name, called]) => ({ called, description: patched(descriptionOf(name)) }))
    .find(({ description }) => description.from.some((one) => one.sha256 === sha256))
  if (found === undefined)
    throw new Error(
      `${file} is none of the documents that descriptions were read from (its SHA-256 is ${sha256}). Read it first: npm run surface -- read`
    )
  return { file, text, ...found }
}

const judge = async (
  { called, description, file, text }: Given,
  inputs: number
): Promise<ReadonlyArray<Outcome>> => {
  const { changed, document } = corrected(JSON.parse(text), called.login)
  console.log(`${description.vendor} (${file})`)
  for (const [name, count] of Object.entries(changed)) console.log(`  corrected: ${count} ${name}`)
  const folder = mkdtempSync(join(tmpdir(), "faultline-prism-"))
  try {
    const path = join(folder, "openapi.json")
    writeFileSync(path, JSON.stringify(document))
    const server = await start(path)
    return await Effect.runPromise(
      // What fails is printed as a miss.
      Effect.provideService(
        callAll({ called, description, inputs }, server.url),
        References.MinimumLogLevel,
        "None"
      )
    ).finally(server.stop)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const report = ({ description }: Given, outcomes: ReadonlyArray<Outcome>, seconds: number) => {
  const violations = outcomes.flatMap((one) => one.violations)
  for (const { operation, says } of violations) console.log(`MISS ${operation}: ${says}`)
  const sum = (key: "called" | "wrong") => outcomes.reduce((all, one) => all + one[key], 0)
  return {
    vendor: description.vendor,
    operations: description.operations.length,
    called: sum("called"),
    "wrong bodies": sum("wrong"),
    misses: violations.length,
    seconds: Math.round(seconds)
  }
}

const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      spec: { type: "string", multiple: true, default: [] },
      inputs: { type: "string", default: "1" }
    }
  })
  if (values.spec.length === 0) {
    console.error(`The vendors' documents are not in this repository: say where they are. ${usage}`)
    return 2
  }
  console.log(`${prism}, Node ${process.version}`)
  const rows = []
  for (const one of values.spec.map(given)) {
    const since = performance.now()
    const outcomes = await judge(one, Number(values.inputs))
    rows.push(report(one, outcomes, (performance.now() - since) / 1000))
  }
  console.table(rows)
  return rows.every(({ called, misses, operations }) => misses === 0 && called === operations) ? 0 : 1
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  return 2
})
