/** The operations of a document in the one form that is read; those that have none are left out, each with why. */
import { isRecord } from "../../contract/Wire.ts"
import type { Operation, Schema } from "../read/openapi.ts"
import { type Bodies, requestOf, successOf } from "./content.ts"
import { Losses } from "./losses.ts"
import { givenOf, parametersOf, type Reading, undescribed } from "./parameters.ts"
import { below, memberOf, recordAt, Unsupported } from "./pointer.ts"
import { Schemas } from "./schemas.ts"

const methods = ["get", "post", "put", "patch", "delete"]
const others = ["head", "options", "trace"]

/** An operation of a document. */
export interface Found {
  /** Method and path, as the document has them. */
  readonly place: string
  readonly method: string
  readonly path: string
  readonly operation: Operation
  readonly anonymous: boolean
  /** Statuses of refusals that it declares. */
  readonly refusals: ReadonlyArray<string>
  readonly where: string
}

/** What a document holds. */
export interface Read {
  readonly operations: ReadonlyArray<Found>
  /** Operations without a form. */
  readonly leftOut: ReadonlyArray<{ readonly place: string; readonly why: string; readonly where: string }>
  readonly schemas: Readonly<Record<string, Schema>>
  readonly losses: Losses
  readonly queryLists: "repeated" | "commas"
  readonly title: string
  readonly version: string
  readonly servers: ReadonlyArray<string>
}

type Raw = Readonly<Record<string, unknown>>

const textOf = (value: unknown): string => (typeof value === "string" ? value : "")

const isAnonymous = (operation: Raw, document: Raw): boolean => {
  const security = operation["security"] ?? document["security"]
  return (
    Array.isArray(security) &&
    operation["security"] !== undefined &&
    security.every((one) => isRecord(one) && Object.keys(one).length === 0)
  )
}

/** The names of the fields of a body. */
const fieldsOf = (schema: Schema | undefined, { named }: Schemas): ReadonlyArray<string> => {
  if (schema === undefined) return []
  const name = schema.$ref?.slice("#/components/schemas/".length)
  const found = name === undefined ? schema : (named.get(name) ?? {})
  return [
    ...Object.keys(found.properties ?? {}),
    ...(found.allOf ?? []).flatMap((part) => fieldsOf(part, { named } as Schemas))
  ]
}

const bodyOf = (raw: Raw, where: string, bodies: Bodies): Operation["requestBody"] => {
  const given = raw["requestBody"]
  if (given === undefined) return undefined
  const { value, where: place } = bodies.schemas.references.follow(given, below(where, "requestBody"))
  const body = recordAt(value, place)
  const content = requestOf(body["content"], below(place, "content"), bodies)
  return Object.keys(content).length === 0 ? undefined : { required: body["required"] === true, content }
}

/** One operation. What has no form is thrown. */
const operationOf = (method: string, path: string, item: Raw, document: Raw, reading: Reading): Found => {
  const at = below("/paths", path)
  const where = below(at, method)
  const raw = recordAt(item[method], where)
  const body = bodyOf(raw, where, reading)
  if (method === "get" && body !== undefined) {
    if (body.required === true) throw new Unsupported({ where, why: "a GET with a body" })
    reading.losses.lost("the body of a GET", where)
  }
  const given = givenOf(
    [
      [item["parameters"], below(at, "parameters")],
      [raw["parameters"], below(where, "parameters")]
    ],
    reading.schemas
  )
  const plain = undescribed(path, given).map((name) => {
    reading.losses.noted("a name in a path that no parameter describes", where)
    return { name, in: "path", required: true, raw: {}, where }
  })
  const [content] = Object.values(body?.content ?? {})
  const taken = new Set(fieldsOf(content?.schema, reading.schemas))
  const found = parametersOf(path, [...given, ...plain], taken, reading)
  const responses = successOf(raw["responses"], below(where, "responses"), reading)
  const tags = Array.isArray(raw["tags"]) ? raw["tags"].filter((tag) => typeof tag === "string") : []
  return {
    place: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    where,
    anonymous: isAnonymous(raw, document),
    refusals: Object.keys(recordAt(raw["responses"] ?? {}, where)).filter((status) => !/^[123]/.test(status)),
    operation: {
      operationId: textOf(raw["operationId"]),
      tags,
      deprecated: raw["deprecated"] === true,
      ...found,
      ...(body === undefined || method === "get" ? {} : { requestBody: body }),
      responses
    }
  }
}

const serversOf = (document: Raw): ReadonlyArray<string> =>
  (Array.isArray(document["servers"]) ? document["servers"] : []).map((server) =>
    textOf(memberOf(server, "url")).replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
      textOf(memberOf(memberOf(memberOf(server, "variables"), name), "default"))
    )
  )

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
  const [operations, leftOut]: [Array<Found>, Array<Read["leftOut"][number]>] = [[], []]
  for (const [path, given] of Object.entries(recordAt(document["paths"] ?? {}, "/paths"))) {
    if (path.startsWith("x-")) continue
    const { value } = schemas.references.follow(given, below("/paths", path))
    const item = recordAt(value, below("/paths", path))
    for (const method of methods.filter((one) => item[one] !== undefined))
      try {
        operations.push(operationOf(method, path, item, document, reading))
      } catch (error) {
        if (!(error instanceof Unsupported)) throw error
        leftOut.push({ place: `${method.toUpperCase()} ${path}`, why: error.why, where: error.where })
      }
    for (const method of others.filter((one) => item[one] !== undefined))
      leftOut.push({
        place: `${method.toUpperCase()} ${path}`,
        why: `the method ${method.toUpperCase()}`,
        where: below("/paths", path, method)
      })
  }
  const commas = spellings.filter((one) => one === "commas").length
  const info = isRecord(document["info"]) ? document["info"] : {}
  return {
    operations,
    leftOut,
    schemas: Object.fromEntries(schemas.named),
    losses,
    queryLists: commas > spellings.length / 2 ? "commas" : "repeated",
    title: textOf(info["title"]),
    version: textOf(info["version"]),
    servers: serversOf(document)
  }
}
