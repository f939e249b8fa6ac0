/** Writes the derived operations of vendors from their descriptions, or says where they are not what they would be. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { format, resolveConfig } from "prettier"
import { type AnyOperation, isOperation } from "../../src/contract/Operation.ts"
import type { Described, Description } from "../../src/generate/description.ts"
import { type ByHand, placeOf, samePlace } from "../../src/generate/emit/byHand.ts"
import { surfaceOf } from "../../src/generate/emit/surface.ts"
import type { File } from "../../src/generate/emit/target.ts"
import { kits } from "./kits.ts"
import { patched } from "./patches.ts"
import { targetOf } from "./target.ts"

/** Names by method and path: once given, they stay. */
type Names = Readonly<Record<string, Readonly<Record<string, string>>>>

const namesPath = "scripts/surface/names.json"

const readJson = (path: string) => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {})

/** The description of a vendor, as it was read. */
export const descriptionOf = (vendor: string): Description =>
  readJson(`scripts/surface/descriptions/${vendor}.json`)

/** The vendors that have a description. */
export const described = (): ReadonlyArray<string> =>
  readdirSync("scripts/surface/descriptions").map((name) => name.replace(/\.json$/, ""))

/** What there is of a vendor by hand. */
export const byHandOf = async (vendor: string): Promise<ByHand> => {
  const module = await import(`../../src/vendors/${vendor}/index.ts`)
  const operations = Object.values(module).filter(isOperation)
  // What the vendor's maker of operations adds to each.
  const probe: AnyOperation = module.operation("probe", () => ({}))
  return {
    operations: new Map(operations.map(({ spec, tag }) => [samePlace(`${spec.method} ${spec.path}`), tag])),
    exports: new Set(Object.keys(module)),
    usual: new Set([...module.vendor.always, ...(probe.spec.fails ?? [])].map(({ tag }) => tag))
  }
}

/** The operations that are derived: those that are not written by hand, under the names that they have for ever. */
export const derivedOf = (description: Description, byHand: ByHand, names: Names): ReadonlyArray<Described> =>
  description.operations
    .filter((operation) => !byHand.operations.has(samePlace(placeOf(operation))))
    .map((operation) => ({
      ...operation,
      name: names[description.vendor]?.[placeOf(operation)] ?? operation.name
    }))

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
  const operations = derivedOf(description, byHand, names)
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
  return {
    files,
    names: Object.fromEntries(
      description.operations.map((one) => [placeOf(one), names[vendor]?.[placeOf(one)] ?? one.name])
    )
  }
}

const derivedFiles = (vendor: string): ReadonlyArray<string> => {
  const folder = `src/vendors/${vendor}/surface`
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${folder}/${name}`)
}

const differs = ({ path, text }: File): boolean => !existsSync(path) || readFileSync(path, "utf8") !== text

/** Writes the surfaces of these vendors; with `check` it writes nothing, and gives what is not as it would be. */
export const settle = async (
  vendors: ReadonlyArray<string>,
  check: boolean
): Promise<ReadonlyArray<string>> => {
  const before: Names = readJson(namesPath)
  const locked: Record<string, Readonly<Record<string, string>>> = { ...before }
  const files: Array<File> = []
  const gone: Array<string> = []
  for (const vendor of vendors) {
    const made = await filesOf(vendor, before)
    locked[vendor] = { ...before[vendor], ...made.names }
    files.push(...made.files)
    const paths = new Set(made.files.map(({ path }) => path))
    gone.push(...derivedFiles(vendor).filter((path) => !paths.has(path)))
  }
  const options = await resolveConfig(namesPath)
  files.push({
    path: namesPath,
    text: await format(JSON.stringify(locked), { ...options, filepath: namesPath })
  })
  const changed = files.filter(differs)
  if (!check) {
    for (const path of gone) rmSync(path)
    for (const { path, text } of changed) {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
  }
  return [...gone, ...changed.map(({ path }) => path)]
}
