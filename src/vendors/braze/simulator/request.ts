/** What the handlers read from a request: its query, its lists of users, and what breaks the rules of its operation. */
import { forge } from "../../../contract/Catalogue.ts"
import * as Simulation from "../../../testing/Simulation.ts"
import type { Wire } from "../../../contract/Wire.ts"
import { BadRequest } from "../failures.ts"

/** A refusal that names every rule that path or body break. */
export const invalid = (request: Simulation.SimulatedRequest): Wire | undefined => {
  const broken = Simulation.brokenRules(request)
  return broken.length === 0
    ? undefined
    : forge(BadRequest, {}, { vendorMessage: broken.map(({ path, rule }) => `${path}: ${rule}`).join("; ") })
}

/** All that the lists of the body hold. */
export const listsIn = (fields: Simulation.SimulatedRequest["fields"]): ReadonlyArray<unknown> =>
  Object.values(fields).filter(Array.isArray).flat()

/** The values of a query field, whether it is spelled as a list or not. */
export const queryOf = (
  { received: { url } }: Simulation.SimulatedRequest,
  name: string
): ReadonlyArray<string> => [...url.searchParams.getAll(name), ...url.searchParams.getAll(`${name}[]`)]
