/** The project's source files as text, and the imports between them. */
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"

/** One file, by its path below the project's folder. */
export interface Source {
  readonly path: string
  readonly text: string
  /** The text with every comment blanked; strings stay. */
  readonly code: string
  readonly lines: number
  readonly imports: ReadonlyArray<Import>
}

/** One import. `from` is a path below the project's folder for relative imports, else the module's name. */
export interface Import {
  readonly from: string
  readonly relative: boolean
  /** Whether it is erased: `import type`, or a type's `import("…")`. */
  readonly type: boolean
}

// Strings and templates are matched first, so that what looks like a comment inside them is left alone.
const stringOrComment = /"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g
const blank = (comment: string): string => comment.replace(/[^\n]/g, " ")

/** The text with every comment blanked. A regular expression with a slash pair in it is not told from a comment. */
export const codeOf = (text: string): string =>
  text.replace(stringOrComment, (found) => (found.startsWith("/") ? blank(found) : found))

const statement = /^(?:import|export)\b([^"'`;]*?)\bfrom\s+"([^"]+)"|^import\s+"([^"]+)"/gm
const dynamic = /\bimport\(\s*"([^"]+)"\s*\)(\s*\.\s*[A-Z]\w*\b(?!\())?/g

/** All imports of a file: statements, re-exports, dynamic ones and those in types. */
export const importsOf = (path: string, code: string): ReadonlyArray<Import> => {
  const to = (name: string, type: boolean): Import => {
    const relative = name.startsWith(".")
    return { from: relative ? join(dirname(path), name) : name, relative, type }
  }
  return [
    ...[...code.matchAll(statement)].map(([, what = "", name, bare]) =>
      to(name ?? bare ?? "", /^\s+type\s/.test(what))
    ),
    ...[...code.matchAll(dynamic)].map(([, name = "", member]) => to(name, member !== undefined))
  ]
}

/** Reads all TypeScript files in a folder of the project. */
export const readSources = (folder: string): ReadonlyArray<Source> =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => {
      const text = readFileSync(path, "utf8")
      const code = codeOf(text)
      return { path, text, code, lines: text.split("\n").length - 1, imports: importsOf(path, code) }
    })

/** Circles of imports, each once, beginning with its first file by name. Erased imports do not count. */
export const circles = (sources: ReadonlyArray<Source>): ReadonlyArray<ReadonlyArray<string>> => {
  const next = new Map(
    sources.map(({ imports, path }) => [path, imports.flatMap(({ from, type }) => (type ? [] : [from]))])
  )
  const done = new Set<string>()
  const found = new Map<string, ReadonlyArray<string>>()
  const visit = (path: string, trail: ReadonlyArray<string>): void => {
    const seen = trail.indexOf(path)
    if (seen >= 0) {
      const circle = trail.slice(seen)
      const first = circle.indexOf(circle.toSorted()[0]!)
      const turned = [...circle.slice(first), ...circle.slice(0, first)]
      found.set(turned.join(" → "), turned)
      return
    }
    if (done.has(path)) return
    for (const to of next.get(path) ?? []) visit(to, [...trail, path])
    done.add(path)
  }
  for (const path of next.keys()) visit(path, [])
  return [...found.values()]
}
