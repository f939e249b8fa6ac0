/** Objects of one kind as m3ter keeps them: with an id, a code that no other has, and a version that counts up. */
import { forge } from "../../../core/Catalogue.ts"
import * as Simulator from "../../../core/Simulator.ts"
import { fromJson, type Wire } from "../../../core/Wire.ts"
import { BadRequest, NotFound } from "../failures.ts"

/** An object under m3ter's names. */
export type Item = Readonly<Record<string, unknown>>

/** A refusal in m3ter's frame. The page shows its messages as pictures only, so these are ours. */
export const badRequest = (message: string): Wire => forge(BadRequest, {}, { said: message })

/** What breaks the rules of the input, in one message. */
export const brokenIn = (call: Simulator.Call): Wire | undefined => {
  const broken = Simulator.brokenRules(call)
  return broken.length === 0 ? undefined : badRequest(broken.map(({ path, rule }) => `${path}: ${rule}`).join("; "))
}

/** One kind of objects at work. */
export interface Kind {
  readonly shelf: Simulator.State.Shelf<Item>
  readonly list: (call: Simulator.Call) => Wire
  readonly get: (call: Simulator.Call) => Wire
  readonly create: (call: Simulator.Call) => Wire
  readonly update: (call: Simulator.Call) => Wire
}

const wanted = ({ received: { url } }: Simulator.Call, name: string): ReadonlyArray<string> =>
  url.searchParams.getAll(name).flatMap((value) => value.split(","))

const among = (names: ReadonlyArray<string>, value: unknown): boolean => names.length === 0 || names.includes(String(value))

// m3ter publishes no default.
const usualPage = 20

/** Objects of a kind: a page has at most `mostPerPage`, newest first. */
export const kind = (noun: string, mostPerPage: number): Kind => {
  const shelf = Simulator.State.shelf<Item>("newest first")
  const user = "USER_00000000-0000-4000-a000-000000000001"
  const taken = (code: unknown, id?: string) => shelf.all().some((item) => item["code"] === code && item["id"] !== id)
  const found = ({ params }: Simulator.Call) => shelf.get(params["id"] ?? "")
  const missing = forge(NotFound, {}, { said: `${noun} not found` })

  const list = (call: Simulator.Call): Wire => {
    const size = Number(wanted(call, "pageSize")[0] ?? usualPage)
    if (!Number.isInteger(size) || size < 1 || size > mostPerPage) return badRequest(`pageSize: 1 to ${mostPerPage}`)
    const [ids, codes, products] = [wanted(call, "ids"), wanted(call, "codes"), wanted(call, "productId")]
    const page = shelf.page(
      size,
      wanted(call, "nextToken")[0],
      ({ code, id, productId }) => among(ids, id) && among(codes, code) && among(products, productId)
    )
    if (page === undefined) return badRequest("nextToken is not valid")
    return fromJson(200, {}, { data: page.items, ...(page.next === undefined ? {} : { nextToken: page.next }) })
  }

  const create = (call: Simulator.Call): Wire => {
    const broken = brokenIn(call)
    if (broken !== undefined) return broken
    if (taken(call.fields["code"])) return badRequest(`${noun} with code ${String(call.fields["code"])} already exists`)
    const [id, now] = [call.chance.uuid(), new Date(call.now).toISOString()]
    call.apply(String(call.fields["code"]))
    const audit = { dtCreated: now, dtLastModified: now, createdBy: user, lastModifiedBy: user }
    return fromJson(200, {}, shelf.put(id, { ...call.fields, id, version: 1, ...audit }))
  }

  const update = (call: Simulator.Call): Wire => {
    const before = found(call)
    if (before === undefined) return missing
    const broken = brokenIn(call)
    if (broken !== undefined) return broken
    const [id, version] = [String(before["id"]), Number(before["version"])]
    if (call.fields["version"] !== version) return badRequest(`${noun} has version ${version}, not ${String(call.fields["version"])}`)
    if (taken(call.fields["code"], id)) return badRequest(`${noun} with code ${String(call.fields["code"])} already exists`)
    call.apply(`${id} version ${version + 1}`)
    const { createdBy, dtCreated } = before
    const audit = { dtCreated, createdBy, dtLastModified: new Date(call.now).toISOString(), lastModifiedBy: user }
    return fromJson(200, {}, shelf.put(id, { ...call.fields, id, version: version + 1, ...audit }))
  }

  const get = (call: Simulator.Call): Wire => {
    const item = found(call)
    return item === undefined ? missing : fromJson(200, {}, item)
  }

  return { shelf, list, get, create, update }
}
