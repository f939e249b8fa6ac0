/** The operations of a document in the one form that is read; those that have none are left out, each with why. */
import { isRecord } from "../../contract/Wire.ts"
import type { Operation } from "../read/openapi.ts"
import { noteBeside, noteWebhooks, serversOf, textOf } from "./beside.ts"
import { type Bodies, requestOf, successOf } from "./content.ts"
import { fieldsOf } from "./fields.ts"
import type { Found, Read } from "./found.ts"
import { Losses } from "./losses.ts"
import { givenOf, hasTwice, undescribed } from "./given.ts"
import { parametersOf, type Reading } from "./parameters.ts"
import { below, recordAt, Unsupported } from "./pointer.ts"
import { Schemas } from "./schemas.ts"

const methods = ["get", "post", "put", "patch", "delete"]
const others = ["head", "options", "trace"]

type Raw = Readonly<Record<string, unknown>>

const isAnonymous = (operation: Raw, document: Raw): boolean => {
  const security = operation["security"] ?? document["security"]
  return (
    Array.isArray(security) &&
    operation["security"] !== undefined &&
    security.every((one) => isRecord(one) && Object.keys(one).length === 0)
  )
}

const bodyOf = (raw: Raw, where: string, bodies: Bodies): Operation["requestBody"] => {
  const given = raw["requestBody"]
  if (given === undefined) return undefined
  const { value, where: place } = bodies.schemas.references.follow(given, below(where, "requestBody"))
  const body = recordAt(value, place)
  const content = requestOf(body["content"], below(place, "content"), bodies)
  return Object.keys(content).length === 0 ? undefined : { required: body["required"] === true, content }
}

/** A body that is not sent: that of a GET. */
const withoutBody = (body: Operation["requestBody"], where: string, { losses }: Reading): void => {
  if (body === undefined) return
  if (body.required === true) throw new Unsupported({ where, why: "a GET with a body" })
  losses.lost("the body of a GET", where)
}

/** The parameters of an operation and of its path, those that no parameter describes among them. */
const allGiven = (path: string, item: Raw, raw: Raw, where: string, { losses, schemas }: Reading) => {
  const lists = [
    [item["parameters"], below("/paths", path, "parameters")],
    [raw["parameters"], below(where, "parameters")]
  ] as const
  if (hasTwice(path)) throw new Unsupported({ where, why: "a name that stands twice in a path" })
  const given = givenOf(lists, schemas)
  const plain = undescribed(path, given).map((name) => {
    losses.noted("a name in a path that no parameter describes", where)
    return { name, in: "path", required: true, raw: {}, where }
  })
  return [...given, ...plain]
}

/** One operation. What has no form is thrown. */
const operationOf = (method: string, path: string, item: Raw, document: Raw, reading: Reading): Found => {
  const where = below("/paths", path, method)
  const raw = recordAt(item[method], where)
  const body = bodyOf(raw, where, reading)
  if (method === "get") withoutBody(body, where, reading)
  noteBeside(document, item, raw, where, reading.losses)
  const [content] = Object.values(body?.content ?? {})
  const taken = new Set(fieldsOf(content?.schema, reading.schemas.named))
  const found = parametersOf(path, allGiven(path, item, raw, where, reading), taken, reading)
  const tags = Array.isArray(raw["tags"]) ? raw["tags"].filter((tag) => typeof tag === "string") : []
  const refusals = Object.keys(recordAt(raw["responses"] ?? {}, where)).filter(
    (status) => !/^[123]/.test(status)
  )
  return {
    place: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    where,
    anonymous: isAnonymous(raw, document),
    refusals,
    operation: {
      operationId: textOf(raw["operationId"]),
      tags,
      deprecated: raw["deprecated"] === true,
      ...found,
      ...(body === undefined || method === "get" ? {} : { requestBody: body }),
      responses: successOf(raw["responses"], below(where, "responses"), reading)
    }
  }
}

/** Every operation of a path, and those that are left out. */
const ofPath = (
  path: string,
  given: unknown,
  document: Raw,
  reading: Reading
): Pick<Read, "operations" | "leftOut"> => {
  const { value } = reading.schemas.references.follow(given, below("/paths", path))
  const item = recordAt(value, below("/paths", path))
  const [operations, leftOut]: [Array<Found>, Array<Read["leftOut"][number]>] = [[], []]
  const leave = (method: string, why: string, where: string) =>
    leftOut.push({ place: `${method.toUpperCase()} ${path}`, why, where })
  for (const method of methods.filter((one) => item[one] !== undefined))
    try {
      operations.push(operationOf(method, path, item, document, reading))
    } catch (error) {
      if (!(error instanceof Unsupported)) throw error
      leave(method, error.why, error.where)
    }
  for (const method of others.filter((one) => item[one] !== undefined))
    leave(method, `the method ${method.toUpperCase()}`, below("/paths", path, method))
  return { operations, leftOut }
}

/** Reads a document. `settings`: parameters of paths that are given once, by their names. */
export const readDocument = (document: Raw, settings: Readonly<Record<string, string>>): Read => {
  const losses = new Losses()
  const schemas = new Schemas(document, losses)
  const spellings: Array<"repeated" | "commas"> = []
  const reading: Reading = {
    schemas,
    losses,
    settings: new Set(Object.values(settings)),
    settled: new Set(Object.keys(settings)),
    spells: (spelling) => void spellings.push(spelling)
  }
  const paths = Object.entries(recordAt(document["paths"] ?? {}, "/paths"))
  const found = paths
    .filter(([path]) => !path.startsWith("x-"))
    .map(([path, given]) => ofPath(path, given, document, reading))
  noteWebhooks(document, losses)
  const commas = spellings.filter((one) => one === "commas").length
  const info = isRecord(document["info"]) ? document["info"] : {}
  return {
    operations: found.flatMap(({ operations }) => operations),
    leftOut: found.flatMap(({ leftOut }) => leftOut),
    schemas: Object.fromEntries(schemas.named),
    losses,
    queryLists: commas > spellings.length / 2 ? "commas" : "repeated",
    title: textOf(info["title"]),
    version: textOf(info["version"]),
    servers: serversOf(document)
  }
}
