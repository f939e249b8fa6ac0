/** The description of a user's own vendor: from its document, the facts beside it, and the names that were given before. */
import type { Described, Description, Node } from "../description.ts"
import { isEndless } from "../emit/circles.ts"
import { variantsOf } from "../emit/usage.ts"
import type { Facts, Operation } from "../facts/schema.ts"
import type { Given } from "../read/given.ts"
import type { Document } from "../read/openapi.ts"
import type { Profile } from "../read/profile.ts"
import { describedOf } from "../read/surface.ts"
import type { Found, Read } from "../spec/found.ts"
import { checkPaging, checkPlaces } from "./checks.ts"
import { namesOf, resourceOf } from "./names.ts"

/** A description, and the place of each operation in the document. */
export interface Own {
  readonly description: Description
  /** Method and path as the document has them, by the operation's name. */
  readonly places: Readonly<Record<string, string>>
}

const profileOf = ({ answers, settings = {}, vendor }: Facts): Profile => ({
  title: vendor.name,
  settings: Object.fromEntries(Object.entries(settings).map(([name, { parameter }]) => [parameter, name])),
  secrets: answers?.secrets ?? [],
  resources: "as given",
  open: true,
  ...(answers?.envelope === undefined ? {} : { envelope: answers.envelope })
})

const documentOf = (read: Read): Document => {
  const paths: Record<string, Record<string, Found["operation"]>> = {}
  for (const { method, operation, path } of read.operations)
    (paths[path] ??= {})[method.toLowerCase()] = operation
  return { openapi: "3.0.3", info: { version: read.version }, paths, components: { schemas: read.schemas } }
}

const known = (facts: Facts, place: string): Operation =>
  Object.hasOwn(facts.operations, place) ? (facts.operations[place] ?? {}) : {}

const givenOf = (found: Found, name: string, facts: Facts): Given => {
  const own = known(facts, found.place)
  const isRead = found.method === "GET" || own.reads === true
  const [host = "main"] = Object.keys(facts.hosts)
  return {
    operation: name,
    method: found.method,
    path: found.path,
    vendorName: name,
    resource: own.resource ?? resourceOf(found),
    host: own.host ?? host,
    quota: own.quota ?? "default",
    idempotent: own.idempotent ?? (own.key !== undefined || isRead),
    idempotentWhy: (
      own.why ??
      (own.key === undefined ? (isRead ? "it only reads" : "unknown") : `a repeat is known by ${own.key}`)
    ).replace(/\.$/, ""),
    reads: own.reads === true,
    anonymous: own.anonymous ?? (found.anonymous && facts.auth.type !== "none"),
    paging: own.paging === undefined ? null : pagingOf(own.paging),
    fails: facts.failures
      .filter(({ of }) => of !== "always" && of.includes(found.place))
      .map(({ tag }) => `${facts.vendor.name}.${tag}`),
    deprecated: found.operation.deprecated === true,
    facts: []
  }
}

const pagingOf = ({ style, ...rest }: NonNullable<Operation["paging"]>): Given["paging"] => {
  const { usual, ...more } = { usual: undefined, ...rest }
  return { style, ...more, ...(usual === undefined ? {} : { default: usual }) }
}

/** What the facts say of an operation beyond its shape. A key need not be given: it is made. */
const withFacts = (operation: Described, own: Operation): Described => {
  const key = own.key?.toLowerCase()
  const field = operation.input.find(
    ({ header, name }) => key !== undefined && (header === key || name.toLowerCase() === key)
  )
  const secrets = [...(operation.secrets ?? []), ...(own.secrets ?? [])]
  return {
    ...operation,
    ...(secrets.length === 0 ? {} : { secrets }),
    ...(own.permission === undefined ? {} : { permission: own.permission }),
    ...(own.notes === undefined ? {} : { notes: own.notes }),
    ...(field === undefined
      ? {}
      : {
          generates: { [field.name]: "uuid" as const },
          input: operation.input.map((one) => {
            const { required, ...rest } = one
            return one === field || required === undefined ? rest : one
          })
        })
  }
}

/** Operations that lead to a schema which no type can be written for. */
const endless = (
  operations: ReadonlyArray<Described>,
  schemas: Description["schemas"]
): ReadonlySet<string> => {
  const bad = operations.filter((operation) => {
    const variants = variantsOf(
      { schemas },
      [operation],
      () => "",
      ({ output }) => output
    )
    return isEndless(schemas, variants)
  })
  return new Set(bad.map(({ name }) => name))
}

/** The description of the vendor. Operations that cannot be written are left out of it, each with why. */
export const describeOwn = (read: Read, facts: Facts, locked: Readonly<Record<string, string>>): Own => {
  checkPlaces(facts, read)
  const settled = new Set(Object.values(facts.settings ?? {}).map(({ parameter }) => parameter))
  const names = namesOf(read.operations, locked, (place) => known(facts, place).name, settled)
  const places = Object.fromEntries([...names].map(([place, name]) => [name, place]))
  const given = read.operations.map((found) => givenOf(found, names.get(found.place) ?? found.place, facts))
  const described = describedOf(documentOf(read), given, profileOf(facts), undefined)
  const bad = endless(described.operations, described.schemas)
  const resolve = (node: Node): Node =>
    node.kind === "ref" ? resolve(described.schemas[node.name] ?? { kind: "any" }) : node
  const operations = described.operations.flatMap((operation) => {
    const place = places[operation.name] ?? operation.name
    if (bad.has(operation.name)) return []
    const own = known(facts, place)
    if (own.paging !== undefined) checkPaging(operation, own.paging, place, resolve)
    return [withFacts(operation, own)]
  })
  const leftOut = [
    ...described.leftOut,
    ...[...bad].map((name) => ({
      where: places[name] ?? name,
      why: "a schema that leads back to itself without an object between"
    }))
  ]
  return {
    description: { vendor: facts.vendor.name, from: [], operations, schemas: described.schemas, leftOut },
    places
  }
}
