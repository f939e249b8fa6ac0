/** Answers of operations without a handler: objects that were made are there to be read, listed, changed and removed. */
import { namesIn } from "../../contract/operation/places.ts"
import type { AnyOperation } from "../../contract/Operation.ts"
import { isRecord, type Wire } from "../../contract/Wire.ts"
import { brokenRules } from "./broken.ts"
import { listed } from "./listed.ts"
import { bodyAt, plausibleOutput } from "./plausible.ts"
import { type Part, partsOf, type Role } from "./roles.ts"
import { isPage, overlaid, shownAfter, shownBy } from "./shape.ts"
import { collectionOf } from "./state.ts"
import { type Shelf, type Shelves, shelves } from "./shelves.ts"
import type { Item, Resources, SimulatedRequest } from "./simulated.ts"

/** What the answers of a vendor are made of. */
interface Store {
  readonly resources: Resources
  readonly shelves: Shelves
  readonly success: (body: unknown, operation: AnyOperation) => Wire
}

/** One request to a collection. */
interface Asked extends Store {
  readonly call: SimulatedRequest
  readonly part: Part
  readonly shelf: Shelf
  /** The id that ends the path; empty where none does. */
  readonly id: string
  /** Whether only what was made is there. */
  readonly made: boolean
}

const answer = ({ call, success }: Pick<Asked, "call" | "success">, output: unknown): Wire =>
  success(bodyAt(call.operation.spec.from, output), call.operation)

/** What the path says of an object: its parents by their ids, alone and as references. */
const linked = ({ call: { params }, resources }: Asked): Item =>
  Object.assign(
    {},
    ...Object.entries(params).map(([name, value]) => ({
      ...(name.endsWith("Id") ? { [name.slice(0, -2)]: { [resources.id]: value } } : {}),
      [name]: value
    }))
  )

/** The objects of the body: a list of them, or one. */
const sentIn = ({ call }: Asked): ReadonlyArray<Item> => {
  const { body } = call.received
  return Array.isArray(body) ? body.filter(isRecord) : [call.fields]
}

const isMany = ({ call }: Asked): boolean => Array.isArray(call.received.body)

const idOf = ({ resources }: Asked, object: Item): string => String(object[resources.id] ?? "")

/** The object as it is; of a collection that is not made by operations every id is there until it is removed. */
const found = ({ made, resources, shelf }: Asked, id: string): Item | undefined =>
  shelf.items.get(id) ?? (made || shelf.removed.has(id) ? undefined : { [resources.id]: id })

const keep = (asked: Asked, id: string, object: Item): Item => {
  asked.shelf.removed.delete(id)
  asked.call.apply(id, object)
  return asked.shelf.items.put(id, object)
}

/** The answer about an object: whole where it was made, made up around what is known of it otherwise. */
const about = (asked: Asked, object: Item): unknown => {
  const { call, made, part, resources } = asked
  const shown = made
    ? shownBy(call.operation, object, part.collection)
    : overlaid(call.operation, plausibleOutput(call.operation), object)
  return isRecord(shown) ? (resources.chosen?.(call, shown) ?? shown) : shown
}

const create = (asked: Asked): Wire => {
  const { call, resources } = asked
  const objects = sentIn(asked).map((sent) => {
    const id = idOf(asked, sent) || resources.makeId(call)
    return keep(asked, id, {
      ...linked(asked),
      ...sent,
      [resources.id]: id,
      ...resources.stamped?.(call.now, undefined)
    })
  })
  return answer(asked, shownAfter(call.operation, objects, asked.part.collection))
}

const read = (asked: Asked): Wire => {
  const { call, id, resources } = asked
  const object = found(asked, id)
  if (object === undefined) return resources.missing(call)
  return isPage(call.operation, resources.listAt)
    ? listed(call, resources, collectionOf([[id, object]]), true)
    : answer(asked, about(asked, object))
}

/** The object after a change: replaced by what PUT sends, or with the fields that PATCH sends. */
const changed = (asked: Asked, before: Item, sent: Item): Item => {
  const { call, resources } = asked
  const { method, version } = call.operation.spec
  // Of an object that no operation has made only the sender knows the version.
  const known = version === undefined ? before : { [version]: sent[version], ...before }
  return {
    ...(method === "PUT" ? linked(asked) : before),
    ...sent,
    [resources.id]: before[resources.id],
    ...resources.stamped?.(call.now, known)
  }
}

const staleIn = ({ call, resources }: Asked, before: Item, sent: Item): Wire | undefined => {
  const { version } = call.operation.spec
  const current = version === undefined ? undefined : before[version]
  if (version === undefined || current === undefined || sent[version] === current) return undefined
  return resources.stale?.(call, current)
}

const change = (asked: Asked): Wire => {
  const { call, id, part, resources } = asked
  const sent = sentIn(asked).map((each) => (part.one ? { ...each, [resources.id]: id } : each))
  const befores = sent.map((each) => found(asked, idOf(asked, each)))
  if (call.operation.spec.method !== "PUT" || part.one) {
    if (befores.includes(undefined)) return resources.missing(call)
  } else asked.shelf.items.all().forEach((each) => void asked.shelf.items.remove(idOf(asked, each)))
  const pairs = sent.map((each, index) => ({ sent: each, before: befores[index] ?? each }))
  const [stale] = pairs.flatMap(({ before, sent }) => staleIn(asked, before, sent) ?? [])
  if (stale !== undefined) return stale
  const [first] = pairs.map(({ before, sent }) =>
    keep(asked, idOf(asked, sent), changed(asked, before, sent))
  )
  return answer(
    asked,
    part.one && first !== undefined ? about(asked, first) : plausibleOutput(call.operation)
  )
}

const remove = (asked: Asked): Wire => {
  const { call, id, part, resources } = asked
  const ids = part.one ? [id] : sentIn(asked).map((sent) => idOf(asked, sent))
  const objects = ids.map((each) => found(asked, each))
  if (objects.includes(undefined)) return resources.missing(call)
  ids.forEach((each) => {
    call.apply(each, {})
    asked.shelves.remove(asked.shelf, each)
  })
  const [first] = objects
  return answer(
    asked,
    part.one && first !== undefined ? about(asked, first) : plausibleOutput(call.operation)
  )
}

/** The one object of a path of its own is there until it is removed. */
const onlyOne = "the only one"

const readOnlyOne = (asked: Asked): Wire => {
  const { call, resources, shelf } = asked
  if (shelf.removed.has(onlyOne)) return resources.missing(call)
  const known = { ...linked(asked), ...shelf.items.get(onlyOne) }
  return answer(asked, overlaid(call.operation, plausibleOutput(call.operation), known))
}

const setOnlyOne = (asked: Asked): Wire => {
  const { call, shelf } = asked
  if (call.operation.spec.method === "DELETE") {
    const isGone = shelf.removed.has(onlyOne)
    asked.shelves.remove(shelf, onlyOne)
    call.apply(call.received.url.pathname, {})
    return isGone ? asked.resources.missing(call) : answer(asked, plausibleOutput(call.operation))
  }
  const [sent = {}] = sentIn(asked)
  const before = shelf.items.get(onlyOne)
  const stale = before && staleIn(asked, before, sent)
  if (stale !== undefined) return stale
  shelf.removed.delete(onlyOne)
  call.apply(call.received.url.pathname)
  const after = shelf.items.put(onlyOne, changed(asked, before ?? {}, sent))
  return answer(asked, overlaid(call.operation, plausibleOutput(call.operation), after))
}

const handlers: Readonly<Record<Role, (asked: Asked) => Wire>> = {
  create,
  read,
  change,
  remove,
  list: ({ call, made, resources, shelf }) => listed(call, resources, shelf.items, made),
  "read-only-one": readOnlyOne,
  "set-only-one": setOnlyOne
}

const refused = ({ resources }: Store, call: SimulatedRequest): Wire | undefined => {
  const { content = "json", method } = call.operation.spec
  if (resources.broken === undefined || method === "GET" || content !== "json") return undefined
  const rules = brokenRules(call)
  return rules.length === 0 ? undefined : resources.broken(call, rules)
}

const askedOf = (store: Store, part: Part, call: SimulatedRequest): Asked => {
  const values = namesIn(call.operation.spec.path).map((name) => call.params[name] ?? "")
  const [parents, id] = part.one ? [values.slice(0, -1), values.at(-1) ?? ""] : [values, ""]
  const made = part.made || store.resources.kept?.[part.collection] !== undefined
  return { ...store, call, part, id, made, shelf: store.shelves.at(part.collection, parents) }
}

// Such a change or removal is of no object that can be named.
const isOfNone = (asked: Asked): boolean =>
  !asked.part.one && !isMany(asked) && (asked.part.role === "change" || asked.part.role === "remove")

/** What has no objects to do with answers a made-up success, in which what was sent stands where it has a place. */
const madeUp = (store: Store, call: SimulatedRequest): Wire =>
  answer(
    { call, success: store.success },
    overlaid(call.operation, plausibleOutput(call.operation), { ...call.params, ...call.fields })
  )

/** Begins a world's objects of a vendor, and answers its operations from them. */
export const stored = (
  operations: ReadonlyArray<AnyOperation>,
  resources: Resources,
  success: Store["success"]
): ((call: SimulatedRequest) => Wire) => {
  const store: Store = { resources, success, shelves: shelves(resources) }
  const parts = partsOf(operations, resources.listAt)
  return (call) => {
    const broken = refused(store, call)
    if (broken !== undefined) return broken
    const part = parts.get(call.operation.tag)
    const asked = part && askedOf(store, part, call)
    return asked === undefined || isOfNone(asked) ? madeUp(store, call) : handlers[asked.part.role](asked)
  }
}
