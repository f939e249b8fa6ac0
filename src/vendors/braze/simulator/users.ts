/** Lists of users: queued for identification or deletion, put into subscription groups, and looked up there. */
import { forge } from "../../../contract/Catalogue.ts"
import * as Simulation from "../../../testing/Simulation.ts"
import { fromJson, type Wire } from "../../../contract/Wire.ts"
import { InvalidSubscriptionGroupId } from "../failures.ts"
import { invalid, listsIn, queryOf } from "./request.ts"
import { isUnknown, type Workspace } from "./workspace.ts"

/** Answers a request about a list of users with how many were queued; each of them goes into the ledger. */
export const queued =
  (count: string) =>
  (request: Simulation.SimulatedRequest): Wire => {
    const refused = invalid(request)
    if (refused !== undefined) return refused
    const users = listsIn(request.fields)
    users.forEach((user) => request.apply(Simulation.identityOf(user), user))
    return fromJson(201, {}, { [count]: users.length, message: "success" })
  }

/** Subscription groups and who is in them. */
export const subscriptions = ({ subscriptionGroups }: Workspace) => {
  const states = new Map<string, string>()
  const unknownGroup = (id: unknown) => isUnknown(subscriptionGroups, id)
  /** Puts users into one group, or takes them out; the refusal where there is no such group. */
  const put = (
    { apply }: Simulation.SimulatedRequest,
    { subscription_group_id: group, subscription_state: state, ...users }: Readonly<Record<string, unknown>>
  ): Wire | undefined => {
    if (unknownGroup(group)) return forge(InvalidSubscriptionGroupId, {})
    listsIn(users).forEach((user) => {
      states.set(`${String(group)} ${String(user)}`, state === "subscribed" ? "Subscribed" : "Unsubscribed")
      apply(Simulation.identityOf({ group, user, state }))
    })
    return undefined
  }
  const set = (request: Simulation.SimulatedRequest): Wire =>
    (unknownGroup(request.fields["subscription_group_id"]) ? undefined : invalid(request)) ??
    put(request, request.fields) ??
    fromJson(201, {}, { message: "success" })
  const get = (request: Simulation.SimulatedRequest): Wire => {
    const [group] = queryOf(request, "subscription_group_id")
    if (unknownGroup(group)) return forge(InvalidSubscriptionGroupId, {})
    const ids = queryOf(request, "external_id")
    const users = ids.length > 0 ? ids : [...queryOf(request, "email"), ...queryOf(request, "phone")]
    const status = users.map((user) => [user, states.get(`${group} ${user}`) ?? "unknown"])
    return fromJson(200, {}, { status: Object.fromEntries(status), message: "success" })
  }
  return { put, set, get }
}
