/** The imports of a derived file: found from the names that its code uses. */
import type { Kit } from "./kit.ts"
import type { Sources } from "./target.ts"

/** The code without what stands in texts and comments. */
const bare = (code: string): string =>
  code.replaceAll(/"(?:\\.|[^"\\])*"|\/\*[\s\S]*?\*\/|`[^`]*`/g, (found) =>
    found.startsWith("/") ? "" : '""'
  )

const uses = (code: string, name: string, after: string): boolean =>
  new RegExp(`(?<![\\w$"]|(?<!\\.\\.)\\.)${name}(?=${after})`).test(code)

/** The failures that operations declare. */
const failuresIn = (code: string): ReadonlySet<string> =>
  new Set([...code.matchAll(/\bfails: \[([^\]]+)\]/g)].flatMap(([, found = ""]) => found.split(/,\s*/)))

/** A name that ends here, and is no key of an object. */
const isValue = "\\b(?!\\s*\\??:)"

/** The names that code uses, by the source that they come from. */
const namesIn = (
  code: string,
  kit: Kit,
  sources: Sources,
  schemas: Readonly<Record<string, string>>
): ReadonlyMap<string, ReadonlyArray<string>> => {
  const names = new Map<string, ReadonlyArray<string>>()
  const add = (name: string, source: string) =>
    names.set(source, [...new Set([...(names.get(source) ?? []), name])])
  for (const [name, source] of Object.entries(sources.called))
    if (kit.imports[name] === undefined && uses(code, name, "[(<]")) add(name, source)
  for (const [name, file] of Object.entries(kit.imports))
    if (uses(code, name, isValue)) add(name, sources.own(file))
  for (const name of failuresIn(code)) add(name, sources.failures)
  for (const [name, source] of Object.entries(schemas)) {
    if (uses(code, name, isValue)) add(name, source)
    // The type of the wire, which schemas in a circle name.
    if (code.includes(`, ${name}Encoded>`)) add(`type ${name}Encoded`, source)
  }
  for (const name of ["operation", ...Object.values(kit.makers)])
    if (uses(code, name, "\\(")) add(name, sources.makers)
  for (const [name, source] of Object.entries(sources.modules ?? {}))
    if (uses(code, name, "\\.")) add(name, source)
  for (const [name, source] of Object.entries(sources.types))
    if (new RegExp(`\\b${name}<`).test(code)) add(`type ${name}`, source)
  return names
}

/** The lines of import. `schemas`: names of schemas in other files, each with its source. */
export const importsOf = (
  path: string,
  code: string,
  kit: Kit,
  sources: Sources,
  schemas: Readonly<Record<string, string>>
): ReadonlyArray<string> => {
  const text = bare(code)
  const from = (source: string): string => `from "${sources.specifier(path, source)}"`
  const modules = Object.entries(sources.whole)
    .filter(([name]) => uses(text, name, "\\."))
    .map(([name, source]) => `import * as ${name} ${from(source)}`)
  return [
    ...(uses(text, "Schema", "\\.") ? [`import * as Schema from "effect/Schema"`] : []),
    ...[...namesIn(text, kit, sources, schemas)]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([source, found]) => `import { ${found.toSorted().join(", ")} } ${from(source)}`),
    ...modules
  ]
}
