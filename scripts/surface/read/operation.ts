/** From an operation of a document and what was collected about it to our own form. */
import type { Described, Field, Input, Node, Paging } from "../description.ts"
import { factsOf, type Given, type GivenPaging } from "./facts.ts"
import type { Content, Operation, Parameter, References } from "./openapi.ts"
import type { Profile } from "./profiles.ts"
import type { Reader } from "./schema.ts"

/** What operations are read with. */
export interface Reading {
  readonly references: References
  readonly reader: Reader
  readonly profile: Profile
  readonly leaveOut: (where: string, why: string) => void
}

const resolved = (node: Node, { reader }: Reading): Node =>
  node.kind === "ref" ? resolved(reader.used.get(node.name) ?? { kind: "any" }, { reader } as Reading) : node

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `Bill` is `bills`, `External Mapping` is `externalMappings`. */
export const resourceOf = (given: string, { resources = {} }: Profile): string => {
  const known = resources === "as given" ? given : resources[given]
  if (known !== undefined) return known
  const words = given
    .split(/[^A-Za-z0-9]+/)
    .map(capital)
    .join("")
  const lower = words.charAt(0).toLowerCase() + words.slice(1)
  if (lower.endsWith("s")) return lower
  return /[^aeiou]y$/.test(lower) ? `${lower.slice(0, -1)}ies` : `${lower}s`
}

/** A name in a path with what it is of: `{id}` of `/meters/{id}` is `meterId`. */
const longNameOf = (path: string, name: string): string => {
  const segments = path.split("/")
  const before = segments[segments.indexOf(`{${name}}`) - 1] ?? ""
  const words = before.replace(/s$/, "").split("-").map(capital).join("")
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}${capital(name)}`
}

const jsonOf = (content: Content = {}) => content["application/json"]?.schema

/** The fields of the body, or the one that is the body. */
const bodyOf = (operation: Operation, where: string, reading: Reading) => {
  const { content = {}, required = false } = operation.requestBody ?? {}
  const [type = "application/json"] = Object.keys(content)
  const schema = jsonOf(content) ?? content[type]?.schema
  if (schema === undefined) return { input: [], content: undefined }
  const node = reading.reader.read(schema, where)
  const plain = resolved(node, reading)
  const isJson = jsonOf(content) !== undefined
  if (isJson && plain.kind === "object")
    return {
      content: "json" as const,
      of: node.kind === "ref" ? node.name : undefined,
      input: Object.entries(plain.fields).map(([name, field]): Input => ({
        name,
        place: "body",
        schema: field.schema,
        ...(required && field.required === true ? { required: true } : {})
      }))
    }
  const name = !isJson || plain.kind === "bytes" ? "content" : plain.kind === "array" ? "items" : "body"
  const whole: Input = { name, place: "body", required: true, whole: true, schema: listIn(node) }
  return { content: isJson ? ("json" as const) : (type as `${string}/${string}`), input: [whole] }
}

/** A list, or one item of it: a list can always be sent. */
const listIn = (node: Node): Node => {
  if (node.kind !== "union" || node.members.length !== 2) return node
  const list = node.members.find((member) => member.kind === "array")
  const other = node.members.find((member) => member.kind !== "array")
  return list?.kind === "array" && JSON.stringify(list.items) === JSON.stringify(other) ? list : node
}

const inputOf = (
  { in: place, name, required, schema }: Parameter,
  { reader }: Reading,
  where: string
): Input => ({
  name,
  place: place as "path" | "query",
  ...(required === true ? { required: true } : {}),
  schema: reader.read(schema, `${where}?${name}`)
})

const pagingOf = (given: GivenPaging | null): Paging | undefined => {
  const into = given?.into ?? given?.offset
  if (given === null || into === undefined || given.verified === false) return undefined
  const { default: usual, items, max, size, style, token } = given
  return {
    style,
    into,
    items,
    ...(token === undefined ? {} : { token }),
    ...(size === undefined ? {} : { size }),
    ...(max === null || max === undefined ? {} : { most: max }),
    ...(usual === null || usual === undefined ? {} : { usual })
  }
}

type Outcome = Pick<Described, "status" | "output" | "from">

/** The answer of a success, its status, and where in it the output stands. */
const outputOf = (operation: Operation, where: string, isPaged: boolean, reading: Reading): Outcome => {
  const [status, answer] = Object.entries(operation.responses).find(([code]) => /^[23]\d\d$/.test(code)) ?? []
  const schema = jsonOf(answer?.content)
  const code = { status: Number(status) }
  if (schema === undefined) return code
  const node = reading.reader.read(schema, `${where}=`)
  const { envelope } = reading.profile
  const whole = resolved(node, reading)
  if (envelope === undefined || whole.kind !== "object") return { ...code, output: node }
  const data = whole.fields[envelope]?.schema
  if (data === undefined || data.kind === "record") return code
  if (!isPaged) return { ...code, output: data, from: envelope }
  return { ...code, output: { kind: "object" as const, fields: pageOf(whole.fields, envelope) } }
}

/** The fields of a page: the items, and where it goes on. What else is in an envelope says nothing. */
const pageOf = (fields: Readonly<Record<string, Field>>, envelope: string): Readonly<Record<string, Field>> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => [envelope, "moreAfter"].includes(name)))

/** Every name of a field in a schema, however deep. */
const namesIn = (node: Node | undefined, reading: Reading, seen = new Set<string>()): ReadonlySet<string> => {
  const found = new Set<string>()
  const visit = (one: Node): void => {
    if (one.kind === "ref" && !seen.has(one.name)) {
      seen.add(one.name)
      visit(resolved(one, reading))
    } else if (one.kind === "array") visit(one.items)
    else if (one.kind === "record") visit(one.values)
    else if (one.kind === "union") one.members.forEach(visit)
    else if (one.kind === "object")
      for (const [name, { schema }] of Object.entries(one.fields)) {
        found.add(name)
        visit(schema)
      }
  }
  if (node !== undefined) visit(node)
  return found
}

/** The version of an object: a create does not take it, an update needs it. */
const versioned = (input: ReadonlyArray<Input>, given: Given): ReadonlyArray<Input> => {
  const rule = given.facts.find(({ fact, kind }) => kind === "form" && String(fact).startsWith("version:"))
  if (rule === undefined) return input
  return String(rule.fact).includes("absent")
    ? input.filter(({ name, place }) => place !== "body" || name !== "version")
    : input.map((one) => (one.name === "version" ? { ...one, required: true } : one))
}

const pathOf = (path: string, { constants = {}, settings }: Profile): string =>
  path.replaceAll(
    /\{([^}]+)\}/g,
    (whole, name: string) => constants[name] ?? (settings[name] === undefined ? whole : `{${settings[name]}}`)
  )

/**
 * A name that stands in the path and in the body has two places, and one that is a setting's is the setting's: the one in the path
 * gets its long name.
 */
const apart = (path: string, input: ReadonlyArray<Input>, { otherSettings = [] }: Profile) => {
  const inBody = new Set([
    ...otherSettings,
    ...input.filter(({ place }) => place === "body").map(({ name }) => name)
  ])
  const twice = input.filter(({ name, place }) => place === "path" && inBody.has(name))
  return twice.reduce(
    (made, { name }) => {
      const long = longNameOf(path, name)
      return {
        path: made.path.replace(`{${name}}`, `{${long}}`),
        input: made.input.map((one) =>
          one.place === "path" && one.name === name ? { ...one, name: long } : one
        )
      }
    },
    { path, input }
  )
}

/** A field that is named as a setting of the layer would take its place: it cannot be sent. */
const withoutSettings = (input: ReadonlyArray<Input>, where: string, { leaveOut, profile }: Reading) =>
  input.filter(({ name, place, required }) => {
    const isSetting =
      [...Object.values(profile.settings), ...(profile.otherSettings ?? [])].includes(name) &&
      place !== "path"
    if (isSetting)
      leaveOut(
        where,
        `${name}: the layer's setting of that name takes its place${required ? "; the vendor requires it" : ""}`
      )
    return !isSetting
  })

const headersOf = (given: ReadonlyArray<Parameter>, { profile }: Reading) => {
  const needed = given.filter(({ in: place, required }) => place === "header" && required === true)
  const needs = needed.flatMap(({ name }) => profile.needs?.[name] ?? [])
  const headers = Object.assign({}, ...needed.map(({ name }) => profile.headers?.[name] ?? {}))
  return {
    ...(needs.length === 0 ? {} : { needs }),
    ...(Object.keys(headers).length === 0 ? {} : { headers })
  }
}

/** The field whose value no other object has, of a create. */
const uniqueOf = ({ method, resource }: Given, input: ReadonlyArray<Input>, { unique }: Profile) =>
  unique !== undefined &&
  method === "POST" &&
  unique.resources.includes(resource) &&
  input.some(({ name, place }) => place === "body" && name === unique.field)
    ? { unique: unique.field }
    : {}

/** One operation. */
export const describe = (operation: Operation, given: Given, reading: Reading): Described => {
  const { profile } = reading
  const where = `${given.method} ${given.path}`
  const parameters = (operation.parameters ?? []).map((one) => reading.references.parameter(one))
  const fixed = [...Object.keys(profile.settings), ...Object.keys(profile.constants ?? {})]
  const paging = pagingOf(given.paging)
  const listed = parameters.filter(
    ({ in: place, name }) => ["path", "query"].includes(place) && !fixed.includes(name)
  )
  const extra = paging === undefined ? [] : (profile.listInputs ?? [])
  const body = bodyOf(operation, where, reading)
  const all: ReadonlyArray<Input> = [
    ...listed.map((one) => inputOf(one, reading, where)),
    ...extra.map((name): Input => ({
      name,
      place: "query",
      schema: name === paging?.size ? { kind: "int", least: 1 } : { kind: "string" }
    })),
    ...body.input
  ]
  const { input, path } = apart(
    pathOf(given.path, profile),
    withoutSettings(versioned(all, given), where, reading),
    profile
  )
  const out = outputOf(operation, where, paging !== undefined, reading)
  const names = namesIn(out.output, reading)
  const secrets = profile.secrets.filter((name) => names.has(name))
  const name = given.operation.slice(given.operation.indexOf(".") + 1)
  return {
    name,
    method: given.method as Described["method"],
    path,
    resource: resourceOf(given.resource, profile),
    title: given.vendorName,
    host: given.host,
    quota: given.quota,
    idempotent: given.idempotent,
    why: given.idempotentWhy,
    ...(given.reads && given.method !== "GET" ? { reads: true } : {}),
    ...(given.anonymous ? { anonymous: true } : {}),
    ...headersOf(parameters, reading),
    ...(given.deprecated === true ? { deprecated: `${profile.title} marks it as deprecated` } : {}),
    ...(paging === undefined ? {} : { paging }),
    fails: given.fails,
    ...(secrets.length === 0 ? {} : { secrets }),
    ...(given.facts.some(({ fact }) => fact === "version: required") ? { version: "version" } : {}),
    ...uniqueOf(given, input, profile),
    facts: factsOf(profile.title, given).filter(({ kind }) => kind !== "form"),
    input,
    ...(body.of === undefined ? {} : { bodyOf: body.of }),
    ...(body.content === undefined ? {} : { content: body.content }),
    ...out
  }
}
