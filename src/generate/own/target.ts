/** How the operations of a user's own vendor are written: with what is exported for that, in files beside each other. */
import { posix } from "node:path"
import type { Sources, Target } from "../emit/target.ts"
import type { Facts } from "../facts/schema.ts"
import { head } from "./code.ts"
import { layout } from "./layout.ts"

const schemas = "faultline/schemas"

const called = [
  "above",
  "atMost",
  "Data",
  "DataObject",
  "Day",
  "Email",
  "fits",
  "Id",
  "items",
  "lazy",
  "like",
  "names",
  "numeric",
  "objects",
  "objects",
  "opaque",
  "open",
  "optional",
  "Secret",
  "text",
  "Uuid",
  "whole",
  "withoutNulls",
  "words"
]

const taken =
  "Made Sent Options Always Effect Layer Config Redacted Context Duration Auth Vendor Common Failure Signature Wire Policy Operation HttpClient Named Moment Simulator Testing"

/** Names that no schema of the vendor can have: its files have them already. */
export const takenBy = ({ failures, vendor }: Facts): ReadonlySet<string> =>
  new Set([
    ...called,
    ...taken.split(" "),
    `${vendor.name}Api`,
    vendor.name,
    ...failures.map(({ tag }) => tag)
  ])

/** How files import each other. */
export const specifier = (path: string, source: string, extension: string): string => {
  if (/^(faultline|effect)\b/.test(source)) return source
  const found = posix.relative(posix.dirname(path), source)
  return `${found.startsWith(".") ? found : `./${found}`}${extension}`
}

const sourcesOf = (extension: string): Sources => ({
  called: Object.fromEntries(called.map((name) => [name, schemas])),
  types: { Made: schemas, Sent: schemas },
  modules: { Moment: "faultline/core", Pages: "faultline/core" },
  whole: {},
  failures: "failures",
  makers: "vendor",
  own: (file) => file,
  specifier: (path, source) => specifier(path, source, extension)
})

const placeOf = (file: string): string =>
  file.startsWith("shared/") ? `schemas/${file.slice("shared/".length)}` : `operations/${file}`

/** Where the files of the vendor stand. */
export const targetOf = ({ code }: Facts): Target => ({
  sources: sourcesOf(code?.imports ?? ".js"),
  pathOf: (file) => `${placeOf(file)}.ts`,
  sourceOf: placeOf,
  head,
  layout: ({ text }) => Promise.resolve(layout(text))
})
