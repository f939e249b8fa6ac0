/** Writes a surface where nobody keeps it, and loads it. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { dirname, resolve } from "node:path"
import { pathToFileURL } from "node:url"
import { kits } from "../../scripts/surface/kits.ts"
import { byHandOf } from "../../scripts/surface/surface.ts"
import { targetOf } from "../../scripts/surface/target.ts"
import { type AnyOperation, operationsIn } from "../../src/contract/Operation.ts"
import type { Description } from "../../src/generate/description.ts"
import type { ByHand } from "../../src/generate/emit/byHand.ts"
import { surfaceOf } from "../../src/generate/emit/surface.ts"
import type { Target } from "../../src/generate/emit/target.ts"

/** The target of the vendor, but for where its files stand. */
const targetIn = (vendor: string, folder: string): Target => {
  const usual = targetOf(vendor)
  const { specifier: _, ...sources } = usual.sources
  const below = usual.sourceOf("").replace(/\.ts$/, "")
  return {
    ...usual,
    pathOf: (file) => `${folder}/${file}.ts`,
    sources: {
      ...sources,
      specifier: (__, source) =>
        source.startsWith(below) ? `${folder}/${source.slice(below.length)}` : resolve("src", source)
    },
    layout: ({ text }) => Promise.resolve(text)
  }
}

/** The operations that the emitter makes of a description, with the kit of its vendor and nothing by hand. */
export const emitted = async (description: Description): Promise<ReadonlyArray<AnyOperation>> => {
  const { operations, vendor } = description
  const folder = resolve(".scratch/emitted", String(process.pid))
  const usual = kits[vendor]
  if (usual === undefined) throw new Error(`there is no kit of ${vendor}`)
  const kit = { ...usual, imports: { ...usual.imports, RequestTooLarge: "failures.ts" } }
  const byHand: ByHand = { ...(await byHandOf(vendor)), operations: new Map(), exports: new Set() }
  const target = targetIn(vendor, folder)
  const fileOf = ({ resource }: { readonly resource: string }) => resource
  const { files, resources } = await surfaceOf({ description, operations, byHand, kit, target, fileOf })
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
    const loaded = await Promise.all(
      resources.map((file): Promise<object> => import(pathToFileURL(target.pathOf(file)).href))
    )
    return loaded.flatMap(operationsIn)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
