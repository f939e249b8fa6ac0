/** Parameters of an operation: those of its path, its query and its headers, as far as they have a form. */
import type { Parameter, Schema } from "../read/openapi.ts"
import { longNameOf } from "../read/names.ts"
import { kindsOf } from "./fields.ts"
import { camel, type Given } from "./given.ts"
import type { Losses } from "./losses.ts"
import { below, Unsupported } from "./pointer.ts"
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

// RFC 9110; OpenAPI says that parameters of these names are ignored.
const ignored = ["accept", "content-type", "authorization"]

/** Why a parameter has no form here; nothing where it has one. */
const faultOf = (
  { in: place, name, raw }: Given,
  schema: Schema,
  { schemas, settings }: Reading
): string | undefined => {
  const kinds = kindsOf(schema, schemas.named)
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
  if (kindsOf(schema, schemas.named).includes("array"))
    spells(given.raw["explode"] === false ? "commas" : "repeated", given.where)
  return { name: given.name, in: given.in, required: given.required, schema }
}

/** Finds names that no other field of an input has. */
class Names {
  private readonly taken: Set<string>

  constructor(taken: Iterable<string>) {
    this.taken = new Set(taken)
  }

  free(...wanted: ReadonlyArray<string>): string {
    const more = wanted.flatMap((one) => [
      `${one}Value`,
      ...Array.from({ length: 9 }, (_, index) => `${one}${index + 2}`)
    ])
    const name = [...wanted, ...more].find((one) => !this.taken.has(one)) ?? "value"
    this.taken.add(name)
    return name
  }
}

const isCarried = ({ in: place, name }: Given, { settled }: Reading): boolean =>
  !(place === "path" && settled.has(name)) && !(place === "header" && ignored.includes(name.toLowerCase()))

/** A parameter under the name that it has in code. One of a query and a field of the body cannot have the same. */
const placed = (
  path: string,
  given: Given,
  found: Parameter,
  taken: ReadonlySet<string>,
  names: Names,
  { losses }: Reading
): Parameter | undefined => {
  const { in: place, name, required, where } = given
  if (place === "header")
    return { ...found, name: names.free(camel(name), `${camel(name)}Header`), header: name.toLowerCase() }
  if (place === "path") return { ...found, name: names.free(camel(name), camel(longNameOf(path, name))) }
  if (!taken.has(name)) return found
  if (required) throw new Unsupported({ where, why: "a name that the query and the body share" })
  losses.lost("a name that the query and the body share, which may be left out", where)
  return undefined
}

/** The parameters of an operation, and its path with the names that they have in code. `taken`: names of fields of the body. */
export const parametersOf = (
  path: string,
  given: ReadonlyArray<Given>,
  taken: ReadonlySet<string>,
  reading: Reading
): { readonly path: string; readonly parameters: ReadonlyArray<Parameter> } => {
  const known = given.filter((one) => isCarried(one, reading))
  const queried = known.filter((one) => one.in === "query").map(({ name }) => name)
  const names = new Names([...taken, ...reading.settings, ...queried])
  let own = path
  const parameters = known.flatMap((one): ReadonlyArray<Parameter> => {
    const read = parameter(one, reading)
    const found = read === undefined ? undefined : placed(path, one, read, taken, names, reading)
    if (found !== undefined && one.in === "path") own = own.replaceAll(`{${one.name}}`, `{${found.name}}`)
    return found === undefined ? [] : [found]
  })
  return { path: own, parameters }
}
