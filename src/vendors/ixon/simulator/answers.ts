/** IXON's answers: its envelope, its complaints, and lists in pages of the attributes that were asked for. */
import type * as Simulation from "../../../testing/Simulation.ts"
import type { AnyOperation } from "../../../contract/Operation.ts"
import { fromJson, isRecord, type Wire } from "../../../contract/Wire.ts"

/** An object under IXON's names. */
export type Item = Readonly<Record<string, unknown>>

/** One complaint, about one header or field. IXON does not document the statuses; its clients rely on 401 for tokens. */
export const complaint = (
  message: string,
  propertyName?: string,
  status = propertyName === "Authorization" ? 401 : 400
): Wire =>
  fromJson(
    status,
    {},
    {
      type: "Error",
      data: [propertyName === undefined ? { message } : { message, propertyName }],
      moreAfter: null,
      status: "error"
    }
  )

/** A success. */
export const success = (type: string, data: unknown, status = 200, more: Item = {}): Wire =>
  fromJson(status, {}, { type, data, ...more, status: "success" })

/** A body with the fields that every success has; one without a value has `null` in it. */
export const enveloped = (body: unknown, { spec, tag }: AnyOperation): Wire =>
  success(
    tag.slice(tag.indexOf(".") + 1),
    null,
    spec.method === "POST" ? 201 : 200,
    isRecord(body) ? body : {}
  )

const listOf = ({ received: { url } }: Simulation.SimulatedRequest, name: string): ReadonlyArray<string> =>
  url.searchParams.getAll(name)

const top = (field: string): string => field.split(/[.(]/)[0] ?? field

/** The attributes that `fields` names; without it, the name. The id is always there. */
export const chosen = (request: Simulation.SimulatedRequest, item: Item): Item => {
  // A comma inside parentheses belongs to the field before them.
  const fields = listOf(request, "fields")
    .flatMap((text) => text.split(/,(?![^(]*\))/))
    .map((text) => top(text.trim()))
  const names = fields.length === 0 ? ["name"] : fields
  return names.includes("*")
    ? item
    : Object.fromEntries(Object.entries(item).filter(([name]) => name === "publicId" || names.includes(name)))
}

const values = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/"([^"]*)"|([^\s,"]+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "")

/** Whether a filter keeps the item; `undefined` where the simulator does not know the filter's operator. */
const keeps = (filter: string, item: Item): boolean | undefined => {
  const [, operator = "", column = "", rest = ""] =
    /^(\w+)\(\s*(\w+)\s*(?:,(.*))?\)$/s.exec(filter.trim()) ?? []
  const value = String(item[column] ?? "")
  if (operator === "eq" || operator === "equals") return value === values(rest)[0]
  if (operator === "ne" || operator === "differs") return value !== values(rest)[0]
  if (operator === "contains") return value.includes(values(rest)[0] ?? "")
  return operator === "in"
    ? values(rest).includes(value)
    : operator === "isnull"
      ? (item[column] ?? null) === null
      : undefined
}

// “up to 20 devices”; IXON does not publish the maximum.
const usualPage = 20

/** A page of a list: filtered, and with the attributes that were asked for. */
export const paged = (
  type: string,
  collection: Simulation.State.Collection<Item>,
  request: Simulation.SimulatedRequest,
  belongs: (item: Item) => boolean = () => true
): Wire => {
  const filters = listOf(request, "filters")
  if (collection.all().some((item) => filters.some((filter) => keeps(filter, item) === undefined))) {
    return complaint("Invalid value", "filters")
  }
  const size = Number(listOf(request, "page-size")[0] ?? usualPage)
  if (!Number.isInteger(size) || size < 1) return complaint("Invalid value", "page-size")
  const keep = (item: Item) => belongs(item) && filters.every((filter) => keeps(filter, item) === true)
  const page = collection.page(size, listOf(request, "page-after")[0], keep)
  if (page === undefined) return complaint("Invalid value", "page-after")
  return success(
    type,
    page.items.map((item) => chosen(request, item)),
    200,
    { moreAfter: page.next ?? null }
  )
}
