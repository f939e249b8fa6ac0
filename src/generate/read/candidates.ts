/** Names that a schema may have, from the place where it stands. */
import type { Described, Input, Node } from "../description.ts"

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const singular = (text: string): string =>
  text.endsWith("ies")
    ? `${text.slice(0, -3)}y`
    : text.endsWith("s") && !/[sui]s$/.test(text)
      ? text.slice(0, -1)
      : text

const suffixes: Readonly<Record<string, string>> = {
  POST: "New",
  PUT: "Replaced",
  PATCH: "Changed",
  DELETE: "Removed"
}

/** Names for what stands at a place, the best first. */
export const candidates = (where: string): ReadonlyArray<string> => {
  const words = where
    // Items of a page are what the list is of, and no data of it.
    .replace(/^(\w+)\.data\[\]/, "$1")
    .replaceAll(/\[\]|\|\d+|\*/g, "")
    .split(".")
    .filter((part) => part !== "")
    .map((part) =>
      singular(
        part
          .split(/[^A-Za-z0-9]+/)
          .map(capital)
          .join("")
      )
    )
  const long = words.map((_, index) => words.slice(words.length - 1 - index).join(""))
  const [first = "Part", ...more] = words.length === 1 ? long : long.slice(1)
  const all = [first, ...more]
  return [...all, ...Array.from({ length: 50 }, (_, index) => `${all.at(-1)}${index + 2}`)]
}

/** Names that code has already. */
export const taken = [
  "Array",
  "Boolean",
  "Date",
  "Error",
  "Function",
  "Map",
  "Number",
  "Object",
  "Pages",
  "Promise",
  "Record",
  "Schema",
  "Set",
  "Split",
  "Status",
  "String",
  "Symbol",
  "Effect",
  "Event",
  "Request",
  "Response",
  "Location"
]

/** A schema and where it stands. */
export interface Place {
  readonly node: Node
  readonly where: string
}

/** What schemas of an operation are named after. */
export const nameOf = ({ title }: Described): string => capital(title.replace(/List$/, ""))

/** Where a field of an input stands. */
export const whereOf = (operation: Described, { name, whole }: Input): string =>
  `${suffixes[operation.method] ?? ""}${nameOf(operation)}${whole === true ? "" : `.${name}`}`

/** Every schema of an operation, with its place. */
export const placesOf = (operation: Described): ReadonlyArray<Place> => [
  ...operation.input.map((one) => ({ node: one.schema, where: whereOf(operation, one) })),
  ...(operation.output === undefined ? [] : [{ node: operation.output, where: nameOf(operation) }])
]

/** What tells a member of a union from the others: its field that can have one value only. */
export const tagOf = (node: Node): string => {
  if (node.kind !== "object") return ""
  const tags = Object.values(node.fields).flatMap(({ schema }) =>
    schema.kind === "enum" && schema.values.length === 1 ? schema.values : []
  )
  return tags[0] ?? ""
}
