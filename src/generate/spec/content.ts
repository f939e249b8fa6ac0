/** Bodies of requests and answers, by the media types that are carried: JSON, forms, texts and bytes. */
import type { Content, Schema } from "../read/openapi.ts"
import type { Losses } from "./losses.ts"
import { below, memberOf, recordAt, Unsupported } from "./pointer.ts"
import type { Schemas } from "./schemas.ts"

/** What bodies are read with. */
export interface Bodies {
  readonly schemas: Schemas
  readonly losses: Losses
}

const isJson = (type: string): boolean =>
  /^(application\/json|application\/[\w.-]+\+json|\*\/\*|application\/\*)$/.test(type)

/** The media types of a body without their parameters, each with what stands under it. */
const typesOf = (content: unknown, where: string) =>
  Object.entries(recordAt(content ?? {}, where)).map(([given, media]) => ({
    type: (given.split(";")[0] ?? given).trim().toLowerCase(),
    schema: memberOf(recordAt(media ?? {}, below(where, given)), "schema"),
    where: below(where, given, "schema")
  }))

type Media = ReturnType<typeof typesOf>[number]

const schemaOf = ({ schema, where }: Media, { losses, schemas }: Bodies): Schema => {
  if (schema !== undefined) return schemas.top(schema, where)
  losses.noted("the document does not say what it holds", where)
  return {}
}

/** The body of a request, under the one media type that it is sent as. */
export const requestOf = (given: unknown, where: string, bodies: Bodies): Content => {
  const all = typesOf(given, where)
  const json = all.find(({ type }) => isJson(type))
  if (json !== undefined) {
    if (/patch\+json/.test(json.type)) bodies.losses.lost(`${json.type} is sent as application/json`, where)
    return { "application/json": { schema: schemaOf(json, bodies) } }
  }
  const form = all.find(({ type }) => type === "application/x-www-form-urlencoded")
  if (form !== undefined) return { [form.type]: { schema: schemaOf(form, bodies) } }
  const [other] = all.filter(({ type }) => !type.startsWith("multipart/") && !type.includes("*"))
  if (other !== undefined)
    return {
      [other.type]: {
        schema: other.type.startsWith("text/") ? { type: "string" } : { type: "string", format: "binary" }
      }
    }
  const [first] = all
  if (first === undefined) return {}
  throw new Unsupported({ where, why: `a body of ${first.type}` })
}

const isText = ({ type }: Media): boolean => /^text\/|[+/](xml|csv|yaml)$/.test(type)

/** The body of an answer. */
export const answerOf = (given: unknown, where: string, bodies: Bodies): Content => {
  const all = typesOf(given, where)
  const json = all.find(({ type }) => isJson(type))
  if (json !== undefined) return { "application/json": { schema: schemaOf(json, bodies) } }
  const [first] = all
  if (first === undefined) return {}
  if (first.type === "text/event-stream")
    throw new Unsupported({ where, why: "an answer that is a stream of events" })
  return {
    [first.type]: { schema: isText(first) ? { type: "string" } : { type: "string", format: "binary" } }
  }
}

/** The answer of a success, under its status. Several are one of them. */
export const successOf = (responses: unknown, where: string, bodies: Bodies) => {
  const all = Object.entries(recordAt(responses ?? {}, where))
    .filter(([status]) => /^2(\d\d|XX)$/i.test(status))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  const given =
    all.length > 0
      ? all
      : Object.entries(recordAt(responses ?? {}, where)).filter(([status]) => status === "default")
  const read = given.map(([status, response]) => {
    const { value, where: place } = bodies.schemas.references.follow(response, below(where, status))
    return { status, content: answerOf(memberOf(value, "content"), below(place, "content"), bodies) }
  })
  if (all.length === 0) bodies.losses.noted("the document does not say which status is a success", where)
  const [first = { status: "200", content: {} }] = read
  const status = /^2\d\d$/.test(first.status) ? first.status : "200"
  return {
    [status]: {
      content: oneOf(
        read.map(({ content }) => content),
        where,
        bodies
      )
    }
  }
}

/** The contents of several successes as one. */
const oneOf = (all: ReadonlyArray<Content>, where: string, { losses }: Bodies): Content => {
  const filled = all.filter((content) => Object.keys(content).length > 0)
  const different = [...new Map(filled.map((content) => [JSON.stringify(content), content])).values()]
  if (filled.length > 0 && filled.length < all.length)
    losses.noted("some successes have no content: nothing of it is guaranteed", where)
  const [first = {}] = different
  if (different.length < 2) return first
  const schemas = different.flatMap((content) => content["application/json"]?.schema ?? [])
  if (schemas.length < different.length)
    throw new Unsupported({ where, why: "successes of several media types" })
  return { "application/json": { schema: { oneOf: schemas } } }
}
