/** One request to the objects of a collection: which it is about, what it sends of them, and how they are answered. */
import type { AnyOperation } from "../../contract/Operation.ts"
import { isRecord, type Wire } from "../../contract/Wire.ts"
import type { Collections, Kept } from "./collections.ts"
import { bodyAt, plausibleOutput } from "./plausible.ts"
import type { Part } from "./roles.ts"
import { overlaid, shownBy } from "./shape.ts"
import type { Item, Resources, SimulatedRequest } from "./simulated.ts"

/** What the answers of a vendor are made of. */
export interface Store {
  readonly resources: Resources
  readonly collections: Collections
  readonly success: (body: unknown, operation: AnyOperation) => Wire
}

/** One request to a collection. */
export interface Request extends Store {
  readonly call: SimulatedRequest
  readonly part: Part
  readonly kept: Kept
  /** The id that ends the path; empty where none does. */
  readonly id: string
  /** Whether only what was made is there. */
  readonly made: boolean
}

export const answer = ({ call, success }: Pick<Request, "call" | "success">, output: unknown): Wire =>
  success(bodyAt(call.operation.spec.from, output), call.operation)

/** What the path says of an object: its parents by their ids, alone and as references. */
export const linked = ({ call: { params }, resources }: Request): Item =>
  Object.assign(
    {},
    ...Object.entries(params).map(([name, value]) => ({
      ...(name.endsWith("Id") ? { [name.slice(0, -2)]: { [resources.id]: value } } : {}),
      [name]: value
    }))
  )

/** The objects of the body: a list of them, or one. */
export const sentIn = ({ call }: Request): ReadonlyArray<Item> => {
  const { body } = call.received
  return Array.isArray(body) ? body.filter(isRecord) : [call.fields]
}

export const isMany = ({ call }: Request): boolean => Array.isArray(call.received.body)

export const idOf = ({ resources }: Request, object: Item): string => String(object[resources.id] ?? "")

/** The object as it is; of a collection that is not made by operations every id is there until it is removed. */
export const found = ({ made, resources, kept }: Request, id: string): Item | undefined =>
  kept.items.get(id) ?? (made || kept.removed.has(id) ? undefined : { [resources.id]: id })

export const keep = (request: Request, id: string, object: Item): Item => {
  request.kept.removed.delete(id)
  request.call.apply(id, object)
  return request.kept.items.put(id, object)
}

/** The answer about an object: whole where it was made, made up around what is known of it otherwise. */
export const about = (request: Request, object: Item): unknown => {
  const { call, made, part, resources } = request
  const shown = made
    ? shownBy(call.operation, object, part.collection)
    : overlaid(call.operation, plausibleOutput(call.operation), object)
  return isRecord(shown) ? (resources.chosen?.(call, shown) ?? shown) : shown
}

/** The object after a change: replaced by what PUT sends, or with the fields that PATCH sends. */
export const changed = (request: Request, before: Item, sent: Item): Item => {
  const { call, resources } = request
  const { method, version } = call.operation.spec
  // Of an object that no operation has made only the sender knows the version.
  const known = version === undefined ? before : { [version]: sent[version], ...before }
  return {
    ...(method === "PUT" ? linked(request) : before),
    ...sent,
    [resources.id]: before[resources.id],
    ...resources.stamped?.(call.now, known)
  }
}

export const staleIn = ({ call, resources }: Request, before: Item, sent: Item): Wire | undefined => {
  const { version } = call.operation.spec
  const current = version === undefined ? undefined : before[version]
  if (version === undefined || current === undefined || sent[version] === current) return undefined
  return resources.stale?.(call, current)
}
