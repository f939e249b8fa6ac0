/** How IXON keeps the objects that no handler here knows: public ids, lists in bodies, and pages with `moreAfter`. */
import type * as Simulation from "../../../testing/Simulation.ts"
import { nameOf } from "../../../contract/Operation.ts"
import { chosen, complaint, paged } from "./answers.ts"

const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789"

// IXON's OpenAPI document gives the ids of these a form of their own.
const ofDigits = ["/companies", "/agent-registration-profiles"]

const idOf = ({ chance, operation }: Simulation.SimulatedRequest): string =>
  ofDigits.includes(operation.spec.path)
    ? Array.from({ length: 5 }, () => chance.text(4, "0123456789")).join("-")
    : chance.text(12, alphabet)

/** IXON's objects; those that handlers keep by the path of their collection. */
export const resources = (kept: Simulation.Resources["kept"]): Simulation.Resources => ({
  id: "publicId",
  makeId: idOf,
  listAt: "data",
  page: (call, collection) => paged(nameOf(call.operation), collection, call),
  chosen,
  missing: () => complaint("Invalid value", "publicId", 404),
  broken: (_, [first]) => complaint("Invalid value", first?.path),
  ...(kept === undefined ? {} : { kept })
})
