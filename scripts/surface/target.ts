/** Where the derived code of the vendors stands in this project, and what it is made with. */
import { dirname, relative } from "node:path"
import { format, resolveConfig } from "prettier"
import type { Sources, Target } from "../../src/generate/emit/target.ts"

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
  "names",
  "numeric",
  "objects",
  "opaque",
  "opaque",
  "open",
  "text",
  "Uuid",
  "whole",
  "words"
]

const rules = ["allOrNone", "atLeastOne", "exactlyOne", "inAll", "notBeside", "noneHas"]

/** The sources are files below `src`. */
const sourcesOf = (vendor: string): Sources => ({
  called: {
    ...Object.fromEntries(described.map((name) => [name, "contract/described.ts"])),
    ...Object.fromEntries(rules.map((name) => [name, "contract/fieldRules.ts"])),
    lazy: "contract/lazy.ts",
    Secret: "contract/secretText.ts",
    renamed: "contract/snake.ts",
    snake: "contract/snake.ts",
    withoutNulls: "contract/nulls.ts",
    Data: "contract/Data.ts",
    DataObject: "contract/Data.ts"
  },
  types: { Made: "contract/described.ts" },
  whole: { Moment: "contract/Moment.ts", Pages: "many/Pages.ts", Split: "many/Split.ts" },
  failures: `vendors/${vendor}/failures.ts`,
  makers: `vendors/${vendor}/vendor.ts`,
  own: (file) => `vendors/${vendor}/${file}`,
  specifier: (path, file) => {
    const found = relative(dirname(path), `src/${file}`)
    return found.startsWith(".") ? found : `./${found}`
  }
})

/** The target of a vendor's derived files. */
export const targetOf = (vendor: string): Target => ({
  sources: sourcesOf(vendor),
  pathOf: (file) => `src/vendors/${vendor}/surface/${file}.ts`,
  sourceOf: (file) => `vendors/${vendor}/surface/${file}.ts`,
  head: (what) =>
    `/** ${what} Derived from scripts/surface/descriptions/${vendor}.json by \`npm run surface\`: not to be edited. */`,
  layout: async ({ path, text }) => format(text, { ...(await resolveConfig(path)), filepath: path })
})
