/** Catalogs with their fields, selections and items. What Braze does later (202) is done at once here. */
import { forge } from "../../../contract/Catalogue.ts"
import { isRecord, type Wire } from "../../../contract/Wire.ts"
import * as Simulation from "../../../testing/Simulation.ts"
import { CatalogNameTaken, InvalidCatalogField, InvalidCatalogSelection } from "../failures.ts"
import { type Catalog, type Catalogs, shown, within } from "./catalog.ts"
import { items } from "./catalogItems.ts"
import { type Handlers, momentOf, success, valid } from "./objects.ts"

const management = (catalogs: Catalogs): Handlers => ({
  listCatalogs: () => success({ catalogs: [...catalogs.values()].map(shown) }, 200),
  createCatalog: valid((request) => {
    const given = Array.isArray(request.fields["catalogs"]) ? request.fields["catalogs"].filter(isRecord) : []
    if (given.some(({ name }) => catalogs.has(String(name)))) return forge(CatalogNameTaken, {})
    const made = given.map(({ description, fields, name }) => {
      const catalog: Catalog = {
        facts: { name, description, updated_at: momentOf(request) },
        fields: Array.isArray(fields) ? fields.filter(isRecord) : [],
        selections: [],
        items: Simulation.State.collection()
      }
      catalogs.set(String(name), catalog)
      request.apply(String(name), catalog.facts)
      return shown(catalog)
    })
    return success({ catalogs: made })
  }),
  deleteCatalog: within(catalogs, (request, _, name) => {
    catalogs.delete(name)
    request.apply(name)
    return success({}, 200)
  })
})

/** Fields and selections: parts of a catalog that have names. */
const parts = (
  catalogs: Catalogs,
  list: "fields" | "selections",
  of: (request: Simulation.SimulatedRequest) => ReadonlyArray<unknown>,
  refused: { readonly taken: () => Wire; readonly missing: () => Wire }
) => ({
  create: within(catalogs, (request, catalog, name) => {
    const added = of(request).filter(isRecord)
    if (added.some((one) => catalog[list].some((known) => known["name"] === one["name"])))
      return refused.taken()
    catalogs.set(name, { ...catalog, [list]: [...catalog[list], ...added] })
    request.apply(name, added)
    return success({}, 202)
  }),
  remove: within(catalogs, (request, catalog, name) => {
    const wanted = request.params["field_name"] ?? request.params["selection_name"]
    const left = catalog[list].filter((one) => one["name"] !== wanted)
    if (left.length === catalog[list].length) return refused.missing()
    catalogs.set(name, { ...catalog, [list]: left })
    request.apply(`${name}/${String(wanted)}`)
    return success({}, 202)
  })
})

const schema = (catalogs: Catalogs): Handlers => {
  const fields = parts(
    catalogs,
    "fields",
    ({ fields: { fields } }) => (Array.isArray(fields) ? fields : []),
    { taken: () => forge(InvalidCatalogField, {}), missing: () => forge(InvalidCatalogField, {}) }
  )
  const selections = parts(catalogs, "selections", ({ fields: { selection } }) => [selection], {
    taken: () => forge(CatalogNameTaken, {}),
    missing: () => forge(InvalidCatalogSelection, {})
  })
  return {
    createCatalogFields: fields.create,
    deleteCatalogField: fields.remove,
    createCatalogSelection: selections.create,
    deleteCatalogSelection: selections.remove
  }
}

/** No catalogs yet. */
export const catalogs = (): Handlers => {
  const all: Catalogs = new Map()
  return { ...management(all), ...schema(all), ...items(all) }
}
