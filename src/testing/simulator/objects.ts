/** Objects of a collection: made, read, changed and removed. */
import type { Wire } from "../../contract/Wire.ts"
import { listed } from "./listed.ts"
import { plausibleOutput } from "./plausible.ts"
import {
  about,
  answer,
  changed,
  found,
  idOf,
  keep,
  linked,
  type Request,
  sentIn,
  staleIn
} from "./request.ts"
import { isPage, shownAfter } from "./shape.ts"
import { collectionOf } from "./state.ts"

export const create = (request: Request): Wire => {
  const { call, resources } = request
  const objects = sentIn(request).map((sent) => {
    const id = idOf(request, sent) || resources.makeId(call)
    return keep(request, id, {
      ...linked(request),
      ...sent,
      [resources.id]: id,
      ...resources.stamped?.(call.now, undefined)
    })
  })
  return answer(request, shownAfter(call.operation, objects, request.part.collection))
}

export const read = (request: Request): Wire => {
  const { call, id, resources } = request
  const object = found(request, id)
  if (object === undefined) return resources.missing(call)
  return isPage(call.operation, resources.listAt)
    ? listed(call, resources, collectionOf([[id, object]]), true)
    : answer(request, about(request, object))
}

export const change = (request: Request): Wire => {
  const { call, id, part, resources } = request
  const sent = sentIn(request).map((each) => (part.one ? { ...each, [resources.id]: id } : each))
  const befores = sent.map((each) => found(request, idOf(request, each)))
  if (call.operation.spec.method !== "PUT" || part.one) {
    if (befores.includes(undefined)) return resources.missing(call)
  } else request.kept.items.all().forEach((each) => void request.kept.items.remove(idOf(request, each)))
  const pairs = sent.map((each, index) => ({ sent: each, before: befores[index] ?? each }))
  const [stale] = pairs.flatMap(({ before, sent }) => staleIn(request, before, sent) ?? [])
  if (stale !== undefined) return stale
  const [first] = pairs.map(({ before, sent }) =>
    keep(request, idOf(request, sent), changed(request, before, sent))
  )
  return answer(
    request,
    part.one && first !== undefined ? about(request, first) : plausibleOutput(call.operation)
  )
}

export const remove = (request: Request): Wire => {
  const { call, id, part, resources } = request
  const ids = part.one ? [id] : sentIn(request).map((sent) => idOf(request, sent))
  const objects = ids.map((each) => found(request, each))
  if (objects.includes(undefined)) return resources.missing(call)
  ids.forEach((each) => {
    call.apply(each, {})
    request.collections.remove(request.kept, each)
  })
  const [first] = objects
  return answer(
    request,
    part.one && first !== undefined ? about(request, first) : plausibleOutput(call.operation)
  )
}
