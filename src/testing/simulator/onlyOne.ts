/** The one object that a path of its own stands for: settings, a key. */
import type { Wire } from "../../contract/Wire.ts"
import { plausibleOutput } from "./plausible.ts"
import { answer, changed, linked, type Request, sentIn, staleIn } from "./request.ts"
import { overlaid } from "./shape.ts"

/** The one object of a path of its own is there until it is removed. */
const onlyOne = "the only one"

export const readOnlyOne = (request: Request): Wire => {
  const { call, resources, kept } = request
  if (kept.removed.has(onlyOne)) return resources.missing(call)
  const known = { ...linked(request), ...kept.items.get(onlyOne) }
  return answer(request, overlaid(call.operation, plausibleOutput(call.operation), known))
}

export const setOnlyOne = (request: Request): Wire => {
  const { call, kept } = request
  if (call.operation.spec.method === "DELETE") {
    const isGone = kept.removed.has(onlyOne)
    request.collections.remove(kept, onlyOne)
    call.apply(call.received.url.pathname, {})
    return isGone ? request.resources.missing(call) : answer(request, plausibleOutput(call.operation))
  }
  const [sent = {}] = sentIn(request)
  const before = kept.items.get(onlyOne)
  const stale = before && staleIn(request, before, sent)
  if (stale !== undefined) return stale
  kept.removed.delete(onlyOne)
  call.apply(call.received.url.pathname)
  const after = kept.items.put(onlyOne, changed(request, before ?? {}, sent))
  return answer(request, overlaid(call.operation, plausibleOutput(call.operation), after))
}
