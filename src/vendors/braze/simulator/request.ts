/** What the handlers read from a request: its query, its lists of users, and what breaks the rules of its operation. */
import { forge } from "../../../contract/Catalogue.ts"
import * as Simulator from "../../../testing/Simulator.ts"
import type { Wire } from "../../../contract/Wire.ts"
import { BadRequest } from "../failures.ts"

/** A refusal that names every rule that path or body break. */
export const invalid = (request: Simulator.SimulatedRequest): Wire | undefined => {
  const broken = Simulator.brokenRules(request)
  return broken.length === 0
    ? undefined
    : forge(BadRequest, {}, { vendorMessage: broken.map(({ path, rule }) => `${path}: ${rule}`).join("; ") })
}

/** All that the lists of the body hold. */
export const listsIn = (fields: Simulator.SimulatedRequest["fields"]): ReadonlyArray<unknown> =>
  Object.values(fields).filter(Array.isArray).flat()

/** The values of a query field, whether it is spelled as a list or not. */
export const queryOf = (
  { received: { url } }: Simulator.SimulatedRequest,
  name: string
): ReadonlyArray<string> => [...url.searchParams.getAll(name), ...url.searchParams.getAll(`${name}[]`)]
