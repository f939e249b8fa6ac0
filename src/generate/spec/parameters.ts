/** Parameters of an operation: those of its path, its query and its headers, as far as they have a form. */
import type { Parameter, Schema } from "../read/openapi.ts"
import { longNameOf } from "../read/names.ts"
import type { Losses } from "./losses.ts"
import { below, listAt, memberOf, recordAt, textAt, Unsupported } from "./pointer.ts"
import type { Schemas } from "./schemas.ts"

/** What parameters are read with. */
export interface Reading {
  readonly schemas: Schemas
  readonly losses: Losses
  /** Names of settings: no field of an input can have them. */
  readonly settings: ReadonlySet<string>
  /** Names of parameters of paths that are settings. */
  readonly settled: ReadonlySet<string>
  /** Notes how a list is spelled in a query. */
  readonly spells: (spelling: "repeated" | "commas", where: string) => void
}

interface Given {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly raw: Readonly<Record<string, unknown>>
  readonly where: string
}

// RFC 9110; OpenAPI says that parameters of these names are ignored.
const ignored = ["accept", "content-type", "authorization"]

const identifier = /^[A-Za-z_$][\w$]*$/

/** A name that code can have. */
export const camel = (name: string): string => {
  if (identifier.test(name)) return name
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "")
  const joined = words
    .map((word, index) =>
      index === 0
        ? word.charAt(0).toLowerCase() + word.slice(1)
        : word.charAt(0).toUpperCase() + word.slice(1)
    )
    .join("")
  return joined === "" ? "value" : joined.replace(/^(?=\d)/, "n")
}

/** The parameters that are given for a path and for its operation; those of the operation count. */
export const givenOf = (
  lists: ReadonlyArray<readonly [list: unknown, where: string]>,
  schemas: Schemas
): ReadonlyArray<Given> => {
  const found = new Map<string, Given>()
  for (const [list, where] of lists)
    for (const [index, one] of listAt(list ?? [], where).entries()) {
      const { value, where: place } = schemas.references.follow(one, below(where, index))
      const raw = recordAt(value, place)
      const given = {
        name: textAt(raw["name"], below(place, "name")),
        in: textAt(raw["in"], below(place, "in")),
        required: raw["required"] === true || raw["in"] === "path",
        raw,
        where: place
      }
      found.set(`${given.in} ${given.name}`, given)
    }
  return [...found.values()]
}

const kindsOf = (schema: Schema, { named }: Schemas): ReadonlyArray<string> => {
  const name = schema.$ref?.slice("#/components/schemas/".length)
  const found = name === undefined ? schema : (named.get(name) ?? {})
  const parts = [...(found.allOf ?? []), ...(found.oneOf ?? []), ...(found.anyOf ?? [])]
  return parts.length > 0
    ? parts.flatMap((part) => kindsOf(part, { named } as Schemas))
    : [found.type ?? "any"]
}

/** Why a parameter has no form here; nothing where it has one. */
const faultOf = (
  { in: place, name, raw }: Given,
  schema: Schema,
  { schemas, settings }: Reading
): string | undefined => {
  const kinds = kindsOf(schema, schemas)
  if (place === "cookie") return "a cookie"
  if (raw["content"] !== undefined) return `a parameter of ${place} with a media type of its own`
  if (kinds.includes("object")) return `an object in ${place === "query" ? "a query" : `a ${place}`}`
  if (kinds.includes("array") && place !== "query") return `a list in a ${place}`
  if (place === "query" && /^(spaceDelimited|pipeDelimited|deepObject)$/.test(String(raw["style"])))
    return `the style ${String(raw["style"])}`
  if (place === "path" && /^(matrix|label)$/.test(String(raw["style"])))
    return `the style ${String(raw["style"])}`
  return settings.has(name) && place !== "path" ? `a field called ${name}, as a setting is` : undefined
}

const parameter = (given: Given, reading: Reading): Parameter | undefined => {
  const { losses, schemas, spells } = reading
  const raw = given.raw["schema"]
  const schema = raw === undefined ? { type: "string" } : schemas.top(raw, below(given.where, "schema"))
  const fault = faultOf(given, schema, reading)
  if (fault !== undefined) {
    if (given.required) throw new Unsupported({ where: given.where, why: fault })
    losses.lost(`${fault}, which may be left out`, given.where)
    return undefined
  }
  if (kindsOf(schema, schemas).includes("array"))
    spells(given.raw["explode"] === false ? "commas" : "repeated", given.where)
  return { name: given.name, in: given.in, required: given.required, schema }
}

/** The parameters of an operation, and its path with the names that they have in code. `taken`: names of fields of the body. */
export const parametersOf = (
  path: string,
  given: ReadonlyArray<Given>,
  taken: ReadonlySet<string>,
  reading: Reading
): { readonly path: string; readonly parameters: ReadonlyArray<Parameter> } => {
  const known = given.filter(
    ({ in: place, name }) =>
      !(place === "path" && reading.settled.has(name)) &&
      !(place === "header" && ignored.includes(name.toLowerCase()))
  )
  const names = new Set([
    ...taken,
    ...reading.settings,
    ...known.filter((one) => one.in === "query").map(({ name }) => name)
  ])
  const free = (...wanted: ReadonlyArray<string>): string => {
    const name =
      [...wanted, ...wanted.map((one) => `${one}Value`)].find((one) => !names.has(one)) ??
      `${wanted[0]}Value2`
    names.add(name)
    return name
  }
  let own = path
  const parameters = known.flatMap((one): ReadonlyArray<Parameter> => {
    const found = parameter(one, reading)
    if (found === undefined) return []
    if (one.in === "header")
      return [
        { ...found, name: free(camel(one.name), `${camel(one.name)}Header`), header: one.name.toLowerCase() }
      ]
    if (one.in === "query") {
      if (!taken.has(one.name)) return [found]
      if (one.required)
        throw new Unsupported({ where: one.where, why: "a name that the query and the body share" })
      reading.losses.lost("a name that the query and the body share, which may be left out", one.where)
      return []
    }
    const name = free(camel(one.name), camel(longNameOf(path, one.name)))
    own = own.replaceAll(`{${one.name}}`, `{${name}}`)
    return [{ ...found, name }]
  })
  return { path: own, parameters }
}

/** Names in a path that no parameter describes. */
export const undescribed = (path: string, given: ReadonlyArray<Given>): ReadonlyArray<string> =>
  [...path.matchAll(/\{([^}]+)\}/g)]
    .map(([, name = ""]) => name)
    .filter((name) => !given.some((one) => one.in === "path" && one.name === name))

/** The value of a field of what may be an object. */
export const fieldOf = memberOf
