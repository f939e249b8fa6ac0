/** Whether the source maps of the package point at the right places. */
import { decode } from "@jridgewell/sourcemap-codec"
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"

// TypeScript's map takes the modifier of a member, or of an accessor, for its beginning; these are erased.
const word = /^(?:override |private (?=get ))?([\w$]+)/

/** A place in a module where a name begins, and what its map says stands there in the source. */
interface Name {
  readonly place: string
  readonly name: string
  readonly source: string
}

const namesOf = (path: string): ReadonlyArray<Name> => {
  const { mappings, sources } = JSON.parse(readFileSync(`${path}.map`, "utf8"))
  const lines = readFileSync(path, "utf8").split("\n")
  const source = readFileSync(join(dirname(path), sources[0]), "utf8").split("\n")
  return decode(mappings).flatMap((segments, line) =>
    segments.flatMap(([column, , sourceLine = 0, sourceColumn = 0]) => {
      const [, name] = word.exec(lines[line]?.slice(column) ?? "") ?? []
      const [, found = ""] = word.exec(source[sourceLine]?.slice(sourceColumn) ?? "") ?? []
      return name === undefined ? [] : [{ place: `${path}:${line + 1}:${column + 1}`, name, source: found }]
    })
  )
}

/** Names of a folder's modules that their maps find elsewhere in the sources: `file:line:column name, not other`. */
export const misplaced = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .flatMap((name) => namesOf(join(folder, name)))
    .filter(({ name, source }) => name !== source)
    .map(({ name, place, source }) => `${place} ${name}, not ${source}`)
