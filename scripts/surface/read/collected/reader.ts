/** From operations that were collected one by one, without a document of the vendor's, to the description of its surface. */
import { createHash } from "node:crypto"
import type {
  Described,
  Description,
  Fact,
  Fields,
  Input,
  LeftOut,
  Node,
  Paging,
  Place
} from "../../../../src/generate/description.ts"
import { whyOf } from "../phrases.ts"
import { braze } from "./braze.ts"
import type { Collection, Special } from "./profile.ts"
import { Shorthand } from "./shorthand.ts"
import { xtremepush } from "./xtremepush.ts"

/** A field, as collected. */
interface GivenField {
  readonly name: string
  readonly required: boolean
  readonly type: string
  readonly min?: number
  readonly max?: number
  readonly pattern?: string
  readonly place?: Place
}

/** How a list is paged, as collected. */
interface GivenPaging {
  readonly style: "number" | "offset" | "link"
  readonly page?: string
  readonly into?: string
  readonly offset?: string
  readonly limit?: string
  readonly first?: number
  readonly size?: number | null
  readonly default?: number | string | null
  readonly max?: number | string
  readonly total?: string | null
}

/** An operation, as collected. */
export interface Collected {
  readonly operation: string
  readonly method: Described["method"]
  readonly path: string
  readonly permission: string | null
  readonly quota: string
  readonly input: ReadonlyArray<GivenField>
  readonly result: ReadonlyArray<GivenField> | null
  readonly resultField?: string | null
  readonly statuses: ReadonlyArray<number>
  readonly idempotent: "yes" | "no" | "with-key"
  readonly why: string
  readonly reads: boolean
  readonly paging: GivenPaging | null
  readonly fails: ReadonlyArray<string>
  readonly verified: boolean | string
  readonly beta?: boolean
  readonly deprecated?: string
  readonly trailingSlash?: boolean
  readonly limits?: { readonly bodyBytes?: number; readonly bytes?: number }
}

interface Reading {
  readonly collection: Collection
  readonly shorthand: Shorthand
  readonly special: Special
}

const collections: Readonly<Record<string, Collection>> = { braze, xtremepush }

/** Whether a vendor's operations were collected so. */
export const isCollected = (vendor: string): boolean => vendor in collections

const bounded = (node: Node, { max, min, pattern }: GivenField): Node => {
  if (!["string", "int", "number", "array"].includes(node.kind)) return node
  return {
    ...node,
    ...(min === undefined ? {} : { least: min }),
    ...(max === undefined ? {} : { most: max }),
    // The pages speak of what a whole text is made of.
    ...(pattern === undefined || node.kind !== "string" ? {} : { pattern: `^${pattern}$` })
  }
}

const inputOf = (given: GivenField, { method }: Collected, { shorthand, special }: Reading): Input => {
  const { name, place = method === "GET" ? "query" : "body", type } = given
  const own = special.types?.[name]
  const known = type === "string" || type === "string[]" ? shorthand.field(name, "in") : undefined
  const named =
    known !== undefined && known.kind !== "string" && (known.kind === "array") === type.endsWith("[]")
  const read = own ?? (named ? known : type)
  const node = shorthand.read(read, "in")
  const whole = own === undefined || typeof own === "string" ? bounded(node, given) : node
  return {
    name,
    place,
    ...(given.required ? { required: true } : {}),
    schema: place === "path" ? whole : shorthand.filled(whole, given.required)
  }
}

const pagingOf = ({ paging }: Collected, items: string): Paging | undefined => {
  if (paging === null) return undefined
  const { default: usual, first, limit, max, offset, page, size, total } = paging
  const into = page ?? offset ?? paging.into ?? ""
  const known = size ?? usual
  return {
    style: paging.style === "number" ? "page" : paging.style,
    into,
    items,
    ...(limit === undefined ? {} : { size: limit }),
    ...(typeof max === "number" ? { most: max } : {}),
    ...(typeof known === "number" ? { usual: known } : {}),
    ...(first === undefined ? {} : { first }),
    ...(typeof total === "string" ? { total } : {})
  }
}

/** What a list answers with besides its message. */
const itemsOf = (collected: Collected): string =>
  (collected.result ?? []).find(({ type }) => type.endsWith("[]") && type !== "minor[]")?.name ?? ""

const answerOf = (collected: Collected, { collection, shorthand, special }: Reading): Node | undefined => {
  const fields = (collected.result ?? []).filter(({ type }) => type !== "minor[]")
  const node: Fields = {
    kind: "object",
    fields: Object.fromEntries(
      fields.map(({ name, required, type }) => {
        const schema = shorthand.read(special.types?.[name] ?? collection.answers?.[name] ?? type, "out")
        // A list without its items is none.
        const isSure = required || (collected.paging !== null && name === itemsOf(collected))
        return [name, { schema, ...(isSure ? { required: true as const } : {}) }]
      })
    )
  }
  const own =
    collected.resultField === collection.envelope ? node.fields[collection.envelope ?? ""] : undefined
  if (own !== undefined) return own.schema
  return fields.length === 0 ? collection.silence : node
}

const factsOf = (collected: Collected, { collection, special }: Reading): ReadonlyArray<Fact> => {
  const source = `${collection.title} documentation`
  return [
    ...(collected.beta === true ? [{ kind: "beta", fact: "not every account has it", source }] : []),
    ...(special.notes ?? []).map((fact) => ({ kind: "partial", fact: fact.replace(/\.$/, ""), source }))
  ]
}

const resourceOf = ({ path }: Collected, { resources }: Collection): string => {
  const found = resources
    .filter(([begin]) => path.includes(begin))
    .toSorted(([one], [other]) => other.length - one.length)[0]
  if (found === undefined) throw new Error(`${path} belongs to no file`)
  return found[1]
}

const idempotence = ({ idempotent, why }: Collected, { byInput, doubt }: Special) => {
  if (byInput !== undefined) return { idempotent: false, byInput: true as const, why: byInput }
  if (doubt !== undefined) return { idempotent: false, why: doubt }
  return { idempotent: idempotent === "yes", why: whyOf(why.replaceAll(/\s*\(inferred\)/g, "")) }
}

const describe = (collected: Collected, reading: Reading): Described => {
  const { collection, special } = reading
  const { limits = {}, method, operation, reads, statuses } = collected
  const resource = resourceOf(collected, collection)
  const output = answerOf(collected, reading)
  const paging = pagingOf(collected, itemsOf(collected))
  const input = collected.input
    .filter(({ name }) => special.without?.[name] === undefined)
    .map((one) => ({ ...one, required: one.required || special.required?.includes(one.name) === true }))
    .map((one) => inputOf(one, collected, reading))
  const hasBody = input.some(({ place }) => place === "body")
  const bodyBytes = limits.bodyBytes ?? limits.bytes
  const known = [...collection.secrets, ...(special.secrets ?? [])]
  const secrets = known.filter((name) => JSON.stringify(output ?? {}).includes(`"${name}":`))
  return {
    name: operation.slice(operation.indexOf(".") + 1),
    method,
    path: collected.trailingSlash === true ? `${collected.path}/` : collected.path,
    resource,
    title: operation,
    host: collection.host,
    quota: collected.quota,
    ...idempotence(collected, special),
    ...(reads && method !== "GET" ? { reads: true } : {}),
    ...(collected.permission === null ? {} : { permission: collected.permission }),
    ...(collected.deprecated === undefined ? {} : { deprecated: collected.deprecated.replace(/:.*$/, "") }),
    ...(paging === undefined ? {} : { paging }),
    fails: collected.fails,
    ...(secrets.length === 0 ? {} : { secrets }),
    facts: factsOf(collected, reading),
    input,
    ...(hasBody ? { content: "json" } : {}),
    ...(output === undefined ? {} : { output }),
    ...(collection.envelope !== undefined && collected.resultField === collection.envelope
      ? { from: collection.envelope }
      : {}),
    status: statuses[0] ?? 200,
    ...(special.rules === undefined ? {} : { rules: special.rules }),
    ...(bodyBytes === undefined ? {} : { bodyBytes }),
    see: collection.see[resource] ?? ""
  }
}

const isBefore = (one: Described, other: Described): number =>
  `${one.resource} ${one.path} ${one.method} ${one.name}` <
  `${other.resource} ${other.path} ${other.method} ${other.name}`
    ? -1
    : 1

/** Reads a surface from what was collected about it. */
export const readCollected = (vendor: string, facts: string): Description => {
  const collection = collections[vendor]
  if (collection === undefined) throw new Error(`There is no collection of ${vendor}`)
  const collected: { readonly operations: ReadonlyArray<Collected> } = JSON.parse(facts)
  const shorthand = new Shorthand(collection.vocabulary)
  const reading = ({ operation }: Collected): Reading => ({
    collection,
    shorthand,
    special: collection.operations[operation.slice(operation.indexOf(".") + 1)] ?? {}
  })
  const leftOut = collected.operations.flatMap((one): ReadonlyArray<LeftOut> => {
    const where = `${one.method} ${one.path}`
    const why = collection.leftOut(one.verified)
    if (why !== undefined) return [{ where, why }]
    return Object.entries(reading(one).special.without ?? {}).map(([name, reason]) => ({
      where: `${where}, ${name}`,
      why: reason
    }))
  })
  return {
    vendor,
    from: [
      {
        what: `facts about ${collection.title}'s operations`,
        version: "1",
        sha256: createHash("sha256").update(facts).digest("hex")
      }
    ],
    operations: collected.operations
      .filter(({ verified }) => collection.leftOut(verified) === undefined)
      .map((one) => describe(one, reading(one)))
      .toSorted(isBefore),
    schemas: collection.schemas,
    leftOut
  }
}
