/** Users by their addresses and ids: who wants no email, who is in which subscription groups, and who is renamed. */
import { isRecord, type Wire } from "../../../contract/Wire.ts"
import * as Simulation from "../../../testing/Simulation.ts"
import { type Handler, type Handlers, type Item, momentOf, part, success, valid } from "./objects.ts"
import { queryOf } from "./request.ts"
import { queued } from "./users.ts"

const each = (list: unknown): ReadonlyArray<Item> => (Array.isArray(list) ? list.filter(isRecord) : [])

/** Who has unsubscribed from email, and since when. */
const emailLists = (): Handlers => {
  const unsubscribed = new Map<string, string>()
  const set = valid((request) => {
    const { email, subscription_state: state } = request.fields
    ;[email].flat().forEach((address) => {
      if (state === "unsubscribed") unsubscribed.set(String(address), momentOf(request))
      else unsubscribed.delete(String(address))
      request.apply(Simulation.identityOf({ address, state }))
    })
    return success()
  })
  const list = valid((request) => {
    const [only] = queryOf(request, "email")
    const all = [...unsubscribed].filter(([email]) => only === undefined || email === only)
    return success(
      { emails: part(request, all).map(([email, unsubscribed_at]) => ({ email, unsubscribed_at })) },
      200
    )
  })
  return { setEmailStatus: set, listUnsubscribes: list }
}

/** Puts users into one subscription group, as the fields say; the refusal where there is no such group. */
export type Put = (request: Simulation.SimulatedRequest, fields: Item) => Wire | undefined

/** The second form of the request that puts users into groups: many groups at once. */
const manyGroups =
  (put: Put): Handler =>
  (request) =>
    each(request.fields["subscription_groups"]).reduce<Wire | undefined>(
      (refused, fields) => refused ?? put(request, fields),
      undefined
    ) ?? success()

/** What users are known by. */
const ids = (): Handlers => ({
  createUserAliases: queued("aliases_processed"),
  updateUserAliases: queued("aliases_processed"),
  renameExternalIds: valid((request) => {
    const renames = each(request.fields["external_id_renames"])
    renames.forEach((rename) => request.apply(Simulation.identityOf(rename), rename))
    const external_ids = renames.map((rename) => rename["new_external_id"])
    return success({ external_ids, rename_errors: [] })
  }),
  removeExternalIds: valid((request) => {
    const removed_ids = [request.fields["external_ids"] ?? []].flat()
    removed_ids.forEach((id) => request.apply(Simulation.identityOf({ id })))
    return success({ removed_ids, removal_errors: [] })
  })
})

/** Nobody yet. */
export const people = (put: Put): Handlers => ({
  ...emailLists(),
  ...ids(),
  setSubscriptionStatuses: valid(manyGroups(put))
})
