/** Writes the derived operations of vendors from their descriptions, or says where they are not what they would be. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { format, resolveConfig } from "prettier"
import { type AnyOperation, isOperation } from "../../src/contract/Operation.ts"
import type { Described, Description } from "../../src/generate/description.ts"
import { type ByHand, placeOf, samePlace } from "../../src/generate/emit/byHand.ts"
import { surfaceOf } from "../../src/generate/emit/surface.ts"
import type { File } from "../../src/generate/emit/target.ts"
import { driftOf } from "./drift.ts"
import { kits } from "./kits.ts"
import { derivedOf, type Locked, lockedNames } from "./names.ts"
import { patched } from "./patches.ts"
import { targetOf } from "./target.ts"

/** The names of every vendor's operations. */
type Names = Readonly<Record<string, Locked>>

const namesPath = "scripts/surface/names.json"

const readJson = (path: string) => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {})

/** The description of a vendor, as it was read. */
export const descriptionOf = (vendor: string): Description =>
  readJson(`scripts/surface/descriptions/${vendor}.json`)

/** The vendors that have a description. */
export const described = (): ReadonlyArray<string> =>
  readdirSync("scripts/surface/descriptions").map((name) => name.replace(/\.json$/, ""))

/** What there is of a vendor by hand. */
export const byHandOf = async (vendor: string): Promise<ByHand & { readonly names: ReadonlySet<string> }> => {
  const module = await import(`../../src/vendors/${vendor}/index.ts`)
  const operations = Object.values(module).filter(isOperation)
  // What the vendor's maker of operations adds to each.
  const probe: AnyOperation = module.operation("probe", () => ({}))
  const written = new Map<string, ReadonlyArray<string>>()
  for (const { spec, tag } of operations) {
    const place = samePlace(placeOf(spec))
    written.set(place, [...(written.get(place) ?? []), tag])
  }
  return {
    operations: written,
    names: new Set(operations.map(({ tag }) => tag.slice(tag.indexOf(".") + 1))),
    exports: new Set(Object.keys(module)),
    usual: new Set([...module.vendor.always, ...(probe.spec.fails ?? [])].map(({ tag }) => tag))
  }
}

const longest = 800

/** The file of an operation: that of its resource, or of the part of it that its path leads to. */
export const fileOf =
  (vendor: string) =>
  ({ path, resource }: Described): string => {
    const parts = Object.entries(kits[vendor]?.parts[resource] ?? { [resource]: [] })
    const words = path.split("/")
    return (
      (parts.find(([, known]) => known.some((word) => words.includes(word))) ?? parts[0])?.[0] ?? resource
    )
  }

/** Everything of a vendor: what is written by hand, and what is derived. */
const allOf = (vendor: string, title: string, resources: ReadonlyArray<string>): File => {
  const all = [
    `/** Everything of ${title}: what is written by hand, and what is derived. Derived by \`npm run surface\`. */`,
    `export * from "./index.ts"`,
    ...resources.map((file) => `export * from "./surface/${file}.ts"`)
  ].join("\n")
  return { path: `src/vendors/${vendor}/all.ts`, text: `${all}\n` }
}

/** The files of a vendor, and the names of its operations. */
export const filesOf = async (vendor: string, names: Names) => {
  const description = patched(descriptionOf(vendor))
  const byHand = await byHandOf(vendor)
  const locked = lockedNames(description.operations, names[vendor])
  const operations = derivedOf(description.operations, byHand, locked)
  const kit = kits[vendor]
  if (kit === undefined) throw new Error(`there is no kit of ${vendor}`)
  const made = await surfaceOf({
    description,
    operations,
    byHand,
    kit,
    target: targetOf(vendor),
    fileOf: fileOf(vendor)
  })
  const files = [...made.files, allOf(vendor, kit.title, made.resources)]
  const long = files.filter(({ text }) => text.split("\n").length - 1 > longest)
  if (long.length > 0)
    throw new Error(`cut in parts (scripts/surface/kits.ts): ${long.map(({ path }) => path).join(", ")}`)
  return { files, names: locked }
}

const derivedFiles = (vendor: string): ReadonlyArray<string> => {
  const folder = `src/vendors/${vendor}/surface`
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name}`)
}

/** The texts of these files, as they are now. */
const kept = (paths: ReadonlyArray<string>): ReadonlyMap<string, string> =>
  new Map(paths.filter((path) => existsSync(path)).map((path) => [path, readFileSync(path, "utf8")]))

/** Writes the surfaces of these vendors; with `check` it writes nothing, and gives what is not as it would be. */
export const settle = async (
  vendors: ReadonlyArray<string>,
  check: boolean
): Promise<ReadonlyArray<string>> => {
  const before: Names = readJson(namesPath)
  const locked: Record<string, Locked> = { ...before }
  const files: Array<File> = []
  for (const vendor of vendors) {
    const made = await filesOf(vendor, before)
    locked[vendor] = made.names
    files.push(...made.files)
  }
  const options = await resolveConfig(namesPath)
  files.push({
    path: namesPath,
    text: await format(JSON.stringify(locked), { ...options, filepath: namesPath })
  })
  const present = [...files.map(({ path }) => path), ...vendors.flatMap(derivedFiles)]
  const { changed, gone } = driftOf(files, kept(present))
  if (!check) {
    for (const path of gone) rmSync(path)
    for (const { path, text } of changed) {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
  }
  return [...gone, ...changed.map(({ path }) => path)]
}
