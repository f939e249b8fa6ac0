/** The imports of a derived file: found from the names that its code uses. */
import { dirname, relative } from "node:path"
import type { Kit } from "./kits.ts"

const described = [
  "optional",
  "above",
  "atMost",
  "Day",
  "Email",
  "fits",
  "Id",
  "items",
  "like",
  "numeric",
  "open",
  "text",
  "Uuid",
  "whole",
  "words"
]

const rules = ["allOrNone", "atLeastOne", "exactlyOne", "inAll", "notBeside", "noneHas"]

/** Names that are called, by the file below `src` that they come from. */
const ofCore: Readonly<Record<string, string>> = {
  ...Object.fromEntries(described.map((name) => [name, "contract/described.ts"])),
  ...Object.fromEntries(rules.map((name) => [name, "contract/fieldRules.ts"])),
  lazy: "contract/lazy.ts",
  renamed: "contract/snake.ts",
  snake: "contract/snake.ts",
  withoutNulls: "contract/nulls.ts",
  Data: "contract/Data.ts",
  DataObject: "contract/Data.ts"
}

/** Modules that are imported whole. */
const whole: Readonly<Record<string, string>> = {
  Moment: "contract/Moment.ts",
  Pages: "many/Pages.ts",
  Split: "many/Split.ts"
}

/** The code without what stands in texts and comments. */
const bare = (code: string): string =>
  code.replaceAll(/"(?:\\.|[^"\\])*"|\/\*[\s\S]*?\*\/|`[^`]*`/g, (found) =>
    found.startsWith("/") ? "" : '""'
  )

const uses = (code: string, name: string, after: string): boolean =>
  new RegExp(`(?<![\\w$"]|(?<!\\.\\.)\\.)${name}(?=${after})`).test(code)

/** The lines of import. `schemas`: names of schemas in other files, each with its file below `src`. */
export const importsOf = (
  path: string,
  code: string,
  vendor: string,
  kit: Kit,
  schemas: Readonly<Record<string, string>>
): ReadonlyArray<string> => {
  const text = bare(code)
  const failures = `vendors/${vendor}/failures.ts`
  const names = new Map<string, Array<string>>()
  const add = (name: string, file: string) => names.set(file, [...(names.get(file) ?? []), name])
  for (const [name, file] of Object.entries(ofCore))
    if (kit.imports[name] === undefined && uses(text, name, "\\(")) add(name, file)
  for (const [name, file] of Object.entries(kit.imports))
    if (uses(text, name, "\\b")) add(name, `vendors/${vendor}/${file}`)
  for (const [, found = ""] of text.matchAll(/\bfails: \[([^\]]*)\]/g))
    for (const name of found.split(/,\s*/))
      if (names.get(failures)?.includes(name) !== true) add(name, failures)
  for (const [name, file] of Object.entries(schemas)) if (uses(text, name, "\\b")) add(name, file)
  for (const name of ["operation", ...Object.values(kit.makers)])
    if (uses(text, name, "\\(")) add(name, `vendors/${vendor}/vendor.ts`)
  const to = (file: string): string => {
    const found = relative(dirname(path), `src/${file}`)
    return found.startsWith(".") ? found : `./${found}`
  }
  if (/\bMade</.test(text)) add("type Made", "contract/described.ts")
  const modules = Object.entries(whole)
    .filter(([name]) => uses(text, name, "\\."))
    .map(([name, file]) => `import * as ${name} from "${to(file)}"`)
  return [
    ...(uses(text, "Schema", "\\.") ? [`import * as Schema from "effect/Schema"`] : []),
    ...[...names]
      .filter(([, found]) => found.length > 0)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([file, found]) => `import { ${found.toSorted().join(", ")} } from "${to(file)}"`),
    ...modules
  ]
}
