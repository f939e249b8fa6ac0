/** Answers of operations without a handler: objects that were made are there to be read, listed, changed and removed. */
import { namesIn } from "../../contract/operation/places.ts"
import type { AnyOperation } from "../../contract/Operation.ts"
import type { Wire } from "../../contract/Wire.ts"
import { brokenRules } from "./broken.ts"
import { collections } from "./collections.ts"
import { listed } from "./listed.ts"
import { change, create, read, remove } from "./objects.ts"
import { readOnlyOne, setOnlyOne } from "./onlyOne.ts"
import { plausibleOutput } from "./plausible.ts"
import { answer, isMany, type Request, type Store } from "./request.ts"
import { type Part, partsOf, type Role } from "./roles.ts"
import { overlaid } from "./shape.ts"
import type { Resources, SimulatedRequest } from "./simulated.ts"

const handlers: Readonly<Record<Role, (request: Request) => Wire>> = {
  create,
  read,
  change,
  remove,
  list: ({ call, made, resources, kept }) => listed(call, resources, kept.items, made),
  "read-only-one": readOnlyOne,
  "set-only-one": setOnlyOne
}

const refused = ({ resources }: Store, call: SimulatedRequest): Wire | undefined => {
  const { content = "json", method } = call.operation.spec
  if (resources.broken === undefined || method === "GET" || content !== "json") return undefined
  const rules = brokenRules(call)
  return rules.length === 0 ? undefined : resources.broken(call, rules)
}

const requestOf = (store: Store, part: Part, call: SimulatedRequest): Request => {
  const values = namesIn(call.operation.spec.path).map((name) => call.params[name] ?? "")
  const [parents, id] = part.one ? [values.slice(0, -1), values.at(-1) ?? ""] : [values, ""]
  const made = part.made || store.resources.kept?.[part.collection] !== undefined
  return { ...store, call, part, id, made, kept: store.collections.at(part.collection, parents) }
}

// Such a change or removal is of no object that can be named.
const isOfNone = (request: Request): boolean =>
  !request.part.one && !isMany(request) && (request.part.role === "change" || request.part.role === "remove")

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
  const store: Store = { resources, success, collections: collections(resources) }
  const parts = partsOf(operations, resources.listAt)
  return (call) => {
    const broken = refused(store, call)
    if (broken !== undefined) return broken
    const part = parts.get(call.operation.tag)
    const request = part && requestOf(store, part, call)
    return request === undefined || isOfNone(request)
      ? madeUp(store, call)
      : handlers[request.part.role](request)
  }
}
