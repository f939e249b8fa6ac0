/** The items of catalogs, one or many at a time. What Braze does later (202) is done at once here. */
import { forge } from "../../../contract/Catalogue.ts"
import { isRecord, type Wire } from "../../../contract/Wire.ts"
import type * as Simulation from "../../../testing/Simulation.ts"
import { InvalidCatalogItem, InvalidCursor, ItemAlreadyExists, ItemNotFound } from "../failures.ts"
import { type Catalog, type Catalogs, within } from "./catalog.ts"
import { type Handler, type Handlers, type Item, success } from "./objects.ts"
import { queryOf } from "./request.ts"

const perPage = 50

const sent = ({ fields: { items } }: Simulation.SimulatedRequest): ReadonlyArray<Item> =>
  Array.isArray(items) ? items.filter(isRecord) : []

const put = (request: Simulation.SimulatedRequest, { items }: Catalog, name: string, item: Item) => {
  request.apply(`${name}/${String(item["id"])}`, item)
  items.put(String(item["id"]), item)
}

/** One item of the body after another: 202, for Braze says later, or never, what it did not take. */
const many = (catalogs: Catalogs, act: (...of: Parameters<typeof put>) => void): Handler =>
  within(catalogs, (request, catalog, name) => {
    if (sent(request).some(({ id }) => typeof id !== "string")) return forge(InvalidCatalogItem, {})
    sent(request).forEach((item) => act(request, catalog, name, item))
    return success({}, 202)
  })

const manyItems = (catalogs: Catalogs): Handlers => ({
  createCatalogItems: many(catalogs, (request, catalog, name, item) => {
    if (catalog.items.get(String(item["id"])) === undefined) put(request, catalog, name, item)
  }),
  replaceCatalogItems: many(catalogs, put),
  updateCatalogItems: many(catalogs, (request, catalog, name, item) => {
    const before = catalog.items.get(String(item["id"]))
    if (before !== undefined) put(request, catalog, name, { ...before, ...item })
  }),
  deleteCatalogItems: many(catalogs, (request, { items }, name, item) => {
    if (items.remove(String(item["id"])) !== undefined) request.apply(`${name}/${String(item["id"])}`)
  }),
  listCatalogItems: within(catalogs, (request, { items }, name) => {
    const page = items.page(perPage, queryOf(request, "cursor")[0])
    if (page === undefined) return forge(InvalidCursor, {})
    const next = `</catalogs/${name}/items?cursor=${encodeURIComponent(page.next ?? "")}>; rel="next"`
    return success({ items: page.items }, 200, page.next === undefined ? {} : { link: next })
  })
})

/** An operation on one item, with what there is of it. */
const one = (
  catalogs: Catalogs,
  act: (before: Item | undefined, sent: Item) => Wire | { readonly item: Item; readonly status: number }
): Handler =>
  within(catalogs, (request, catalog, name) => {
    const id = request.params["item_id"] ?? ""
    const done = act(catalog.items.get(id), { ...sent(request)[0], id })
    if (!("item" in done)) return done
    put(request, catalog, name, done.item)
    return success({}, done.status)
  })

const oneItem = (catalogs: Catalogs): Handlers => ({
  getCatalogItem: one(catalogs, (before) =>
    before === undefined ? forge(ItemNotFound, {}) : success({ items: [before] }, 200)
  ),
  createCatalogItem: one(catalogs, (before, item) =>
    before === undefined ? { item, status: 201 } : forge(ItemAlreadyExists, {})
  ),
  updateCatalogItem: one(catalogs, (before, item) =>
    before === undefined ? forge(ItemNotFound, {}) : { item: { ...before, ...item }, status: 200 }
  ),
  replaceCatalogItem: one(catalogs, (_, item) => ({ item, status: 200 })),
  deleteCatalogItem: within(catalogs, (request, { items }, name) => {
    const id = request.params["item_id"] ?? ""
    if (items.remove(id) === undefined) return forge(ItemNotFound, {})
    request.apply(`${name}/${id}`)
    return success({}, 202)
  })
})

/** Endpoints of the items of these catalogs. */
export const items = (catalogs: Catalogs): Handlers => ({ ...manyItems(catalogs), ...oneItem(catalogs) })
