/** How IXON keeps the objects that no handler here knows: public ids, lists in bodies, and pages with `moreAfter`. */
import type * as Simulation from "../../../testing/Simulation.ts"
import { nameOf } from "../../../contract/Operation.ts"
import { chosen, complaint, paged } from "./answers.ts"

const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789"

/** IXON's objects; those that handlers keep by the path of their collection. */
export const resources = (kept: Simulation.Resources["kept"]): Simulation.Resources => ({
  id: "publicId",
  makeId: (chance) => chance.text(12, alphabet),
  listAt: "data",
  page: (call, collection) => paged(nameOf(call.operation), collection, call),
  chosen,
  missing: () => complaint("Invalid value", "publicId", 404),
  broken: (_, [first]) => complaint("Invalid value", first?.path),
  ...(kept === undefined ? {} : { kept })
})
