/** A page of a collection, as an operation shows it. */
import { isRecord, type Wire } from "../../contract/Wire.ts"
import { madeUpInPage, shownInPage } from "./shape.ts"
import type { Item, Resources, SimulatedRequest } from "./simulated.ts"
import { type Collection, collectionOf } from "./state.ts"

/** The field that a parameter narrows: its own name, or that of one where the parameter takes several. */
const fieldOf = (name: string, object: Item): string | undefined =>
  [name, name.replace(/s$/, "")].find((field) =>
    ["string", "number", "boolean"].includes(typeof object[field])
  )

/** Whether the request wants the object: parameters that are named as a field of it want its value. */
const isWanted = ({ received: { url } }: SimulatedRequest, object: Item): boolean =>
  [...new Set(url.searchParams.keys())].every((name) => {
    const field = fieldOf(name.replace(/\[\]$/, ""), object)
    const wanted = url.searchParams.getAll(name).flatMap((value) => value.split(","))
    return field === undefined || wanted.includes(String(object[field]))
  })

/** Where operations make no objects of a kind, a list has one that is made up. */
const madeUp = (call: SimulatedRequest, { id, listAt }: Resources): Collection<Item> => {
  const object = madeUpInPage(call.operation, listAt)
  return collectionOf(isRecord(object) ? [[String(object[id]), object]] : [])
}

/** Answers with the page that the request asks for. `made`: whether only what was made is there. */
export const listed = (
  call: SimulatedRequest,
  resources: Resources,
  items: Collection<Item>,
  made: boolean
): Wire => {
  if (!made && items.all().length === 0) return resources.page(call, madeUp(call, resources))
  const show = (object: Item) =>
    shownInPage(call.operation, resources.listAt, object, call.operation.spec.path) ?? object
  return resources.page(call, {
    ...items,
    page: (size, after, keep = () => true) => {
      const page = items.page(size, after, (object) => keep(object) && isWanted(call, object))
      return page && { ...page, items: page.items.map(show) }
    }
  })
}
