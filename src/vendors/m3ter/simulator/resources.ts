/** How m3ter keeps the objects that no handler here knows: ids, versions that count up, times, and pages with `nextToken`. */
import { forge } from "../../../contract/Catalogue.ts"
import { fromJson } from "../../../contract/Wire.ts"
import type * as Simulation from "../../../testing/Simulation.ts"
import { NotFound } from "../failures.ts"
import { badRequest, type Item, user } from "./objects.ts"

// m3ter publishes no default.
const usualPage = 20

const page: Simulation.Resources["page"] = ({ received: { url } }, collection) => {
  const size = Number(url.searchParams.get("pageSize") ?? usualPage)
  if (!Number.isInteger(size) || size < 1) return badRequest("pageSize: at least 1")
  const found = collection.page(size, url.searchParams.get("nextToken") ?? undefined)
  if (found === undefined) return badRequest("nextToken is not valid")
  return fromJson(
    200,
    {},
    { data: found.items, ...(found.next === undefined ? {} : { nextToken: found.next }) }
  )
}

const stamped = (now: number, before: Item | undefined): Item => {
  const moment = new Date(now).toISOString()
  return {
    version: Number(before?.["version"] ?? 0) + 1,
    dtCreated: before?.["dtCreated"] ?? moment,
    createdBy: before?.["createdBy"] ?? user,
    dtLastModified: moment,
    lastModifiedBy: user
  }
}

/** m3ter's objects; those that handlers keep by the path of their collection. */
export const resources = (kept: Simulation.Resources["kept"]): Simulation.Resources => ({
  id: "id",
  makeId: ({ chance }) => chance.uuid(),
  stamped,
  listAt: "data",
  page,
  missing: () => forge(NotFound, {}, { vendorMessage: "Not found" }),
  broken: (_, rules) => badRequest(rules.map(({ path, rule }) => `${path}: ${rule}`).join("; ")),
  stale: (_, current) => badRequest(`The present version is ${String(current)}`),
  ...(kept === undefined ? {} : { kept })
})
