/** One of the simulated catalogs. */
import { forge } from "../../../contract/Catalogue.ts"
import type { Wire } from "../../../contract/Wire.ts"
import type * as Simulation from "../../../testing/Simulation.ts"
import { CatalogNotFound } from "../failures.ts"
import { type Handler, type Item, valid } from "./objects.ts"

/** A catalog with all that is in it. */
export interface Catalog {
  readonly facts: Item
  readonly fields: ReadonlyArray<Item>
  readonly selections: ReadonlyArray<Item>
  readonly items: Simulation.State.Collection<Item>
}

/** Catalogs by name. */
export type Catalogs = Map<string, Catalog>
type In = (request: Simulation.SimulatedRequest, catalog: Catalog, name: string) => Wire

/** A catalog as Braze shows it. */
export const shown = ({ facts, fields, items, selections }: Catalog): Item => ({
  ...facts,
  fields,
  selections,
  num_items: items.all().length
})

/** A handler of what is asked of one catalog. */
export const within =
  (catalogs: Catalogs, act: In): Handler =>
  (request) => {
    const name = request.params["catalog_name"] ?? ""
    const catalog = catalogs.get(name)
    return catalog === undefined
      ? forge(CatalogNotFound, {})
      : valid((request) => act(request, catalog, name))(request)
  }
