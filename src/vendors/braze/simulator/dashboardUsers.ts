/** The users of the dashboard: Braze's SCIM API. */
import { forge } from "../../../contract/Catalogue.ts"
import { fromJson, type Wire } from "../../../contract/Wire.ts"
import * as Simulation from "../../../testing/Simulation.ts"
import { DashboardUserExists, DashboardUserNotFound } from "../failures.ts"
import { type Handler, type Handlers, type Item, valid } from "./objects.ts"
import { queryOf } from "./request.ts"

const userSchema = "urn:ietf:params:scim:schemas:core:2.0:User"
const listSchema = "urn:ietf:params:scim:api:messages:2.0:ListResponse"
// As Braze's page shows a user who has not signed in yet.
const never = "Thursday, January 1, 1970 12:00:00 AM"

/** Users, and what an endpoint about one of them does. */
const userStore = () => {
  const users = Simulation.State.collection<Item>()
  const kept = (request: Simulation.SimulatedRequest, user: Item): Item => {
    request.apply(String(user["id"]), user)
    return users.put(String(user["id"]), user)
  }
  const withUser =
    (act: (user: Item, request: Simulation.SimulatedRequest) => Wire): Handler =>
    (request) => {
      const user = users.get(request.params["id"] ?? "")
      return user === undefined ? forge(DashboardUserNotFound, {}) : act(user, request)
    }
  return { users, kept, withUser }
}

type Users = ReturnType<typeof userStore>

const readUsers = ({ users, withUser }: Users): Handlers => ({
  getDashboardUser: withUser((user) => fromJson(200, {}, user)),
  searchDashboardUsers: (request) => {
    // The only filter that is documented.
    const wanted = /^userName eq "([^"]*)"$/.exec(queryOf(request, "filter")[0] ?? "")?.[1]
    const found = users.all().filter(({ userName }) => userName === wanted)
    return fromJson(200, {}, { schemas: [listSchema], totalResults: found.length, Resources: found })
  }
})

const writtenUsers = ({ kept, users, withUser }: Users): Handlers => ({
  createDashboardUser: valid((request) => {
    const isTaken = users.all().some(({ userName }) => userName === request.fields["userName"])
    if (isTaken) return forge(DashboardUserExists, {})
    const added = { schemas: [userSchema], id: request.chance.uuid(), lastSignInAt: never }
    return fromJson(201, {}, kept(request, { ...request.fields, ...added }))
  }),
  updateDashboardUser: valid(
    withUser((user, request) =>
      fromJson(200, {}, kept(request, { ...user, ...request.fields, id: user["id"] }))
    )
  ),
  deleteDashboardUser: withUser(({ id }, request) => {
    users.remove(String(id))
    request.apply(String(id))
    return fromJson(204, {}, undefined)
  })
})

/** Nobody yet. */
export const dashboardUsers = (): Handlers => {
  const store = userStore()
  return { ...readUsers(store), ...writtenUsers(store) }
}
