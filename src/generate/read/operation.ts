/** From an operation of a document and what was collected about it to our own form. */
import type { Described, Input, Paging } from "../description.ts"
import { bodyOf, namesIn, outputOf, type Reading } from "./content.ts"
import type { Given } from "./given.ts"
import { apart, pathOf, resourceOf } from "./names.ts"
import type { Operation, Parameter } from "./openapi.ts"
import { pagingOf } from "./paging.ts"
import type { Profile } from "./profile.ts"
import { owned } from "../owned.ts"

const placeOf = ({ method, path }: Given): string => `${method} ${path}`

const parametersOf = ({ parameters = [] }: Operation, { references }: Reading): ReadonlyArray<Parameter> =>
  parameters.map((one) => references.parameter(one))

const inputOf = (
  { header, in: place, name, required, schema }: Parameter,
  { reader }: Reading,
  where: string
): Input => ({
  name,
  place: place === "path" || place === "header" ? place : "query",
  ...(header === undefined ? {} : { header }),
  ...(required === true ? { required: true } : {}),
  schema: reader.read(schema, `${where}?${name}`)
})

/** The version of an object: a create does not take it, an update needs it. */
const versioned = (input: ReadonlyArray<Input>, { version }: Given): ReadonlyArray<Input> => {
  if (version === undefined) return input
  return version === "absent"
    ? input.filter(({ name, place }) => place !== "body" || name !== "version")
    : input.map((one) => (one.name === "version" ? { ...one, required: true } : one))
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
  const needed = given.filter(
    ({ header, in: place, required }) => place === "header" && header === undefined && required === true
  )
  const fields = given.flatMap(({ header, name }) => (header === undefined ? [] : [[header, `{${name}}`]]))
  const needs = needed.flatMap(({ name }) => owned(profile.needs, name) ?? [])
  const headers = Object.assign(
    {},
    ...needed.map(({ name }) => owned(profile.headers, name) ?? {}),
    Object.fromEntries(fields)
  )
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

/** The fields of an input as the document has them, and the path that they leave. */
const shapeOf = (operation: Operation, given: Given, reading: Reading, paging: Paging | undefined) => {
  const { profile } = reading
  const where = placeOf(given)
  const fixed = [...Object.keys(profile.settings), ...Object.keys(profile.constants ?? {})]
  const listed = parametersOf(operation, reading).filter(
    ({ header, in: place, name }) =>
      (["path", "query"].includes(place) || header !== undefined) && !fixed.includes(name)
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
  const own = withoutSettings(versioned(all, given), where, reading)
  return { body, ...apart(pathOf(operation.path ?? given.path, profile), own, profile) }
}

/** What an operation has besides its shape, as given. */
const givenFacts = (given: Given, { profile }: Reading) => ({
  title: given.vendorName,
  host: given.host,
  quota: given.quota,
  idempotent: given.idempotent,
  why: given.idempotentWhy,
  ...(given.reads && given.method !== "GET" ? { reads: true as const } : {}),
  ...(given.anonymous ? { anonymous: true as const } : {}),
  ...(given.deprecated === true ? { deprecated: `${profile.title} marks it as deprecated` } : {})
})

/** One operation. */
export const describe = (operation: Operation, given: Given, reading: Reading): Described => {
  const { profile } = reading
  const paging = pagingOf(given.paging)
  const { body, input, path } = shapeOf(operation, given, reading, paging)
  const out = outputOf(operation, placeOf(given), paging !== undefined, reading)
  const names = namesIn(out.output, reading)
  const secrets = profile.secrets.filter((name) => names.has(name))
  const { deprecated, ...facts } = givenFacts(given, reading)
  return {
    name: given.operation.slice(given.operation.indexOf(".") + 1),
    method: given.method as Described["method"], // as: the methods of a document are those
    path,
    resource: resourceOf(given.resource, profile),
    ...facts,
    ...headersOf(parametersOf(operation, reading), reading),
    ...(given.permission === undefined ? {} : { permission: given.permission }),
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(paging === undefined ? {} : { paging }),
    fails: given.fails,
    ...(secrets.length === 0 ? {} : { secrets }),
    ...(given.version === "required" ? { version: "version" } : {}),
    ...uniqueOf(given, input, profile),
    facts: given.facts,
    input,
    ...(body.of === undefined ? {} : { bodyOf: body.of }),
    ...(body.content === undefined ? {} : { content: body.content }),
    ...out
  }
}
