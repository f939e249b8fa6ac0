/** The project's source files as text, and the imports between them. */
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { type Node, parse } from "../../scripts/syntax.ts"

/** One file, by its path below the project's folder. */
export interface Source {
  readonly path: string
  readonly text: string
  /** The text with every comment blanked; strings stay. */
  readonly code: string
  readonly lines: number
  readonly imports: ReadonlyArray<Import>
  /** Its statements, parsed when they are first asked for. */
  readonly tree: () => ReadonlyArray<Node>
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

/** A file by its path and text. */
export const sourceOf = (path: string, text: string): Source => {
  const code = codeOf(text)
  const lines = text.split("\n").length - 1
  let tree: ReadonlyArray<Node> | undefined
  return { path, text, code, lines, imports: importsOf(path, code), tree: () => (tree ??= parse(text, path)) }
}

/** Reads all TypeScript files in a folder of the project. */
export const readSources = (folder: string): ReadonlyArray<Source> =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => sourceOf(path, readFileSync(path, "utf8")))

/** A text of the project, and what of it is code: TypeScript without its comments, and what a page marks as code. */
export interface Text {
  readonly path: string
  readonly text: string
  readonly code: string
}

/** What a page marks as code, on the lines where it stands. */
export const markedCode = (page: string): string => {
  const marked = /^ *```[^\n]*\n[\s\S]*?^ *```|`[^`\n]+`/gm
  let [code, end] = ["", 0]
  for (const { 0: found, index } of page.matchAll(marked)) {
    code += page.slice(end, index).replace(/[^\n]/g, " ") + found
    end = index + found.length
  }
  return code + page.slice(end).replace(/[^\n]/g, " ")
}

/** Reads everything that is written by hand in a folder, or one file. */
export const readTexts = (path: string): ReadonlyArray<Text> => {
  const paths = path.endsWith(".md")
    ? [path]
    : readdirSync(path, { recursive: true, encoding: "utf8" }).map((name) => join(path, name))
  return paths
    .filter((one) => /\.(ts|md)$/.test(one) && !one.includes("node_modules"))
    .toSorted()
    .map((one) => {
      const text = readFileSync(one, "utf8")
      return { path: one, text, code: one.endsWith(".md") ? markedCode(text) : codeOf(text) }
    })
}

/** Circles of imports, each once, beginning with its first file by name. Imports of types count, and so do lazy ones. */
export const circles = (
  sources: ReadonlyArray<Pick<Source, "path" | "imports">>
): ReadonlyArray<ReadonlyArray<string>> => {
  const next = new Map(sources.map(({ imports, path }) => [path, imports.map(({ from }) => from)]))
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
