/** How the operations of a user's own vendor are written: with what is exported for that, in files beside each other. */
import { posix } from "node:path"
import type { Described } from "../description.ts"
import type { Kit } from "../emit/kit.ts"
import type { Sources, Target } from "../emit/target.ts"
import type { Facts } from "../facts/schema.ts"
import { head, member, quoted } from "./code.ts"
import { layout } from "./layout.ts"

const schemas = "faultline/schemas"

const called = [
  "above",
  "atMost",
  "Data",
  "DataObject",
  "Day",
  "Email",
  "Id",
  "items",
  "lazy",
  "like",
  "numeric",
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

/** Names that no schema of the vendor can have: its files have them already. */
export const takenBy = (facts: Facts): ReadonlySet<string> =>
  new Set([
    ...called,
    ...[
      "Made",
      "Sent",
      "Options",
      "Always",
      "Effect",
      "Layer",
      "Config",
      "Redacted",
      "Context",
      "Duration",
      "Auth",
      "Vendor"
    ],
    ...[
      "Common",
      "Failure",
      "Signature",
      "Wire",
      "Policy",
      "Operation",
      "HttpClient",
      "Named",
      "Moment",
      "Simulator",
      "Testing"
    ],
    `${facts.vendor.name}Api`,
    facts.vendor.name,
    ...facts.failures.map(({ tag }) => tag)
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

/** How a list is read on. */
const paged = (page: string, { paging }: Described): string => {
  if (paging === undefined) return page
  const items = paging.items === "" ? "(page) => page" : `(page) => ${member("page", paging.items)} ?? []`
  const into = quoted(paging.into)
  switch (paging.style) {
    case "token":
      return `Pages.byToken(${page}, { items: ${items}, token: (page) => ${member("page", paging.token ?? "")}, into: ${into} })`
    case "offset":
      return `Pages.byOffset(${page}, { items: ${items}, offset: ${into}, limit: ${quoted(paging.size ?? "")}, size: ${paging.usual} })`
    case "page":
      return `Pages.byNumber(${page}, { items: ${items}, page: ${into}, first: ${paging.first ?? 1}, size: ${paging.usual} })`
    case "link":
      return `Pages.byLink(${page}, { items: ${items}, into: ${into} })`
  }
}

/** What the operations of the vendor are written with. */
export const kitOf = (facts: Facts): Kit => ({
  title: facts.vendor.name,
  parts: {},
  makers: {},
  host: Object.keys(facts.hosts)[0] ?? "main",
  quota: "default",
  field: (code) => `optional(${code})`,
  guaranteed: facts.answers?.guaranteed ?? ["id"],
  output: (code) => `withoutNulls(${code})`,
  page: (item) => item,
  map: "Schema.Record(Schema.String, Schema.Unknown)",
  halves: () => "",
  paging: "",
  imports: Object.fromEntries(facts.failures.map(({ tag }) => [tag, "failures"])),
  names: {},
  rename: (name) => name,
  open: true,
  paged,
  see: facts.vendor.docs
})
