/** Objects that are made by one endpoint and can be read, listed, changed and removed by others: under the names that Braze gives their fields. */
import { forge } from "../../../contract/Catalogue.ts"
import { fromJson, type Wire } from "../../../contract/Wire.ts"
import * as Simulation from "../../../testing/Simulation.ts"
import { BadRequest } from "../failures.ts"
import { invalid, queryOf } from "./request.ts"

/** What answers an operation. */
export type Handler = (request: Simulation.SimulatedRequest) => Wire

/** By the names of operations. */
export type Handlers = Readonly<Record<string, Handler>>

/** An object, or fields of one. */
export type Item = Readonly<Record<string, unknown>>

/** A success with these fields. */
export const success = (fields: Item = {}, status = 201, headers: Wire["headers"] = {}): Wire =>
  fromJson(status, headers, { ...fields, message: "success" })

/** The time as Braze writes it. */
export const momentOf = ({ now }: Pick<Simulation.SimulatedRequest, "now">): string =>
  new Date(now).toISOString()

/** The value that a request has under that name: in its path, its body or its query. */
export const named = (request: Simulation.SimulatedRequest, name: string): string =>
  String(request.params[name] ?? request.fields[name] ?? queryOf(request, name)[0] ?? "")

/** The refusal of an object that is not there, where Braze documents no words for it. */
export const unknown = (): Wire => forge(BadRequest, {})

/** A handler that refuses what breaks the rules of its operation. */
export const valid =
  (handler: Handler): Handler =>
  (request) =>
    invalid(request) ?? handler(request)

/** One kind of object. */
export interface Kind {
  /** The field with its id. */
  readonly id: string
  /** What a request calls the id. Default: as the field. */
  readonly by?: string
  /** The field of a list that has the objects. */
  readonly listAt: string
  /** What Braze adds to a new one. */
  readonly adds?: (request: Simulation.SimulatedRequest) => Item
  /** Why there can be no such new one: its name is taken. */
  readonly refuses?: (request: Simulation.SimulatedRequest, all: ReadonlyArray<Item>) => Wire | undefined
  readonly missing?: () => Wire
}

const usual = 100

/** The part of a list that `limit` and `offset` ask for. */
export const part = <A>(request: Simulation.SimulatedRequest, all: ReadonlyArray<A>): ReadonlyArray<A> => {
  const [from, size] = [
    Number(queryOf(request, "offset")[0] ?? 0),
    Number(queryOf(request, "limit")[0] ?? usual)
  ]
  return all.slice(from, from + size)
}

/** A kind with the objects that there are. */
interface Kept extends Kind {
  readonly all: Simulation.State.Collection<Item>
}

const found = ({ all, by, id }: Kept, request: Simulation.SimulatedRequest) =>
  all.get(named(request, by ?? id))

const put = ({ all }: Kept, request: Simulation.SimulatedRequest, key: string, object: Item): Item => {
  request.apply(key, object)
  return all.put(key, object)
}

const create = (kind: Kept): Handler =>
  valid((request) => {
    const { adds, all, id, refuses } = kind
    const refused = refuses?.(request, all.all())
    if (refused !== undefined) return refused
    const key = request.chance.uuid()
    const now = momentOf(request)
    const added = { ...adds?.(request), [id]: key, created_at: now, updated_at: now }
    return success(put(kind, request, key, { ...request.fields, ...added }))
  })

const change = (kind: Kept): Handler =>
  valid((request) => {
    const { id, missing = unknown } = kind
    const before = found(kind, request)
    if (before === undefined) return missing()
    const after = { ...before, ...request.fields, [id]: before[id], updated_at: momentOf(request) }
    return success(
      put(kind, request, String(before[id]), after),
      request.operation.spec.method === "PUT" ? 200 : 201
    )
  })

const remove = (kind: Kept): Handler =>
  valid((request) => {
    const { all, id, missing = unknown } = kind
    const before = found(kind, request)
    if (before === undefined) return missing()
    all.remove(String(before[id]))
    request.apply(String(before[id]))
    return success()
  })

/** The endpoints of a kind. */
export const kindOf = (given: Kind) => {
  const all = Simulation.State.collection<Item>()
  const kind: Kept = { ...given, all }
  const { listAt, missing = unknown } = given
  const read: Handler = (request) => {
    const object = found(kind, request)
    return object === undefined ? missing() : success(object, 200)
  }
  const list = valid((request) =>
    success({ count: all.all().length, [listAt]: part(request, all.all()) }, 200)
  )
  return {
    create: create(kind),
    change: change(kind),
    remove: remove(kind),
    read,
    list,
    all: all.all,
    get: all.get
  }
}
