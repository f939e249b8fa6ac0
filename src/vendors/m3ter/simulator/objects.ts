/** Objects of one kind as m3ter keeps them: with an id, a code that no other has, and a version that counts up. */
import { forge } from "../../../contract/Catalogue.ts"
import { fromJson, type Wire } from "../../../contract/Wire.ts"
import * as Simulation from "../../../testing/Simulation.ts"
import { BadRequest, NotFound } from "../failures.ts"

/** An object under m3ter's names. */
export type Item = Readonly<Record<string, unknown>>

/** A refusal in m3ter's frame. The page shows its messages as pictures only, so these are ours. */
export const badRequest = (message: string): Wire => forge(BadRequest, {}, { vendorMessage: message })

/** What breaks the rules of the input, in one message. */
export const brokenIn = (request: Simulation.SimulatedRequest): Wire | undefined => {
  const broken = Simulation.brokenRules(request)
  return broken.length === 0
    ? undefined
    : badRequest(broken.map(({ path, rule }) => `${path}: ${rule}`).join("; "))
}

/** One kind of objects at work. */
export interface Kind {
  readonly collection: Simulation.State.Collection<Item>
  readonly list: (request: Simulation.SimulatedRequest) => Wire
  readonly get: (request: Simulation.SimulatedRequest) => Wire
  readonly create: (request: Simulation.SimulatedRequest) => Wire
  readonly update: (request: Simulation.SimulatedRequest) => Wire
}

const wanted = ({ received: { url } }: Simulation.SimulatedRequest, name: string): ReadonlyArray<string> =>
  url.searchParams.getAll(name).flatMap((value) => value.split(","))

const among = (names: ReadonlyArray<string>, value: unknown): boolean =>
  names.length === 0 || names.includes(String(value))

// m3ter publishes no default.
const usualPage = 20

interface Named {
  readonly noun: string
  readonly collection: Simulation.State.Collection<Item>
}

/** Who makes and changes all objects. */
export const user = "USER_00000000-0000-4000-a000-000000000001"

const missing = (noun: string): Wire => forge(NotFound, {}, { vendorMessage: `${noun} not found` })

const takenBy = ({ noun, collection }: Named, code: unknown, id?: unknown): Wire | undefined =>
  collection.all().some((item) => item["code"] === code && item["id"] !== id)
    ? badRequest(`${noun} with code ${String(code)} already exists`)
    : undefined

const list = ({ collection }: Named, mostPerPage: number, request: Simulation.SimulatedRequest): Wire => {
  const size = Number(wanted(request, "pageSize")[0] ?? usualPage)
  if (!Number.isInteger(size) || size < 1 || size > mostPerPage)
    return badRequest(`pageSize: 1 to ${mostPerPage}`)
  const [ids, codes, products] = [
    wanted(request, "ids"),
    wanted(request, "codes"),
    wanted(request, "productId")
  ]
  const page = collection.page(
    size,
    wanted(request, "nextToken")[0],
    ({ code, id, productId }) => among(ids, id) && among(codes, code) && among(products, productId)
  )
  if (page === undefined) return badRequest("nextToken is not valid")
  return fromJson(200, {}, { data: page.items, ...(page.next === undefined ? {} : { nextToken: page.next }) })
}

const create = (named: Named, request: Simulation.SimulatedRequest): Wire => {
  const refused = brokenIn(request) ?? takenBy(named, request.fields["code"])
  if (refused !== undefined) return refused
  const [id, now] = [request.chance.uuid(), new Date(request.now).toISOString()]
  request.apply(String(request.fields["code"]))
  const audit = { dtCreated: now, dtLastModified: now, createdBy: user, lastModifiedBy: user }
  return fromJson(200, {}, named.collection.put(id, { ...request.fields, id, version: 1, ...audit }))
}

const versioned = (noun: string, given: unknown, version: number): Wire | undefined =>
  given === version ? undefined : badRequest(`${noun} has version ${version}, not ${String(given)}`)

const update = (named: Named, request: Simulation.SimulatedRequest): Wire => {
  const before = named.collection.get(request.params["id"] ?? "")
  if (before === undefined) return missing(named.noun)
  const [id, version] = [String(before["id"]), Number(before["version"])]
  const { code, version: given } = request.fields
  const refused = brokenIn(request) ?? versioned(named.noun, given, version) ?? takenBy(named, code, id)
  if (refused !== undefined) return refused
  request.apply(`${id} version ${version + 1}`)
  const { createdBy, dtCreated } = before
  const audit = {
    dtCreated,
    createdBy,
    dtLastModified: new Date(request.now).toISOString(),
    lastModifiedBy: user
  }
  return fromJson(
    200,
    {},
    named.collection.put(id, { ...request.fields, id, version: version + 1, ...audit })
  )
}

const get = ({ noun, collection }: Named, request: Simulation.SimulatedRequest): Wire => {
  const item = collection.get(request.params["id"] ?? "")
  return item === undefined ? missing(noun) : fromJson(200, {}, item)
}

/** Objects of a kind: a page has at most `mostPerPage`, newest first. */
export const kind = (noun: string, mostPerPage: number): Kind => {
  const named: Named = { noun, collection: Simulation.State.collection("newest first") }
  return {
    collection: named.collection,
    list: (request) => list(named, mostPerPage, request),
    get: (request) => get(named, request),
    create: (request) => create(named, request),
    update: (request) => update(named, request)
  }
}
