/** Xtremepush: profiles. Derived from scripts/surface/descriptions/xtremepush.json by `npm run surface`: not to be edited. */
import { BlankId } from "../failures.ts"
import { Attributes } from "../operations/attributes.ts"
import { rows } from "../operations/envelope.ts"
import { Lookup, Query, paged } from "../operations/listing.ts"
import { operation } from "../vendor.ts"

/** Reads a profile: `POST /api/external/info/profile`. Needs the permission `Info`. */
export const infoProfile = operation("infoProfile", () => ({
  method: "POST",
  path: "/api/external/info/profile",
  input: Lookup(),
  output: Attributes(),
  from: "model",
  idempotent: true,
  reads: true,
  fails: [BlankId],
  quota: "profile",
  permission: "Info",
  see: "https://docs.xtremepush.com/reference/user-profile-import"
}))

const listProfilesPage = operation("listProfiles", () => ({
  method: "POST",
  path: "/api/external/list/profile",
  input: Query(),
  output: rows(Attributes()),
  idempotent: true,
  reads: true,
  quota: "profile",
  permission: "List",
  see: "https://docs.xtremepush.com/reference/user-profile-import"
}))

/** Lists profiles; `.stream` reads all pages: `POST /api/external/list/profile`. Needs the permission `List`. */
export const listProfiles = paged(listProfilesPage)

const listProfileSubscriptionsPage = operation("listProfileSubscriptions", () => ({
  method: "POST",
  path: "/api/external/list/profile-subscription",
  input: Query(),
  output: rows(Attributes()),
  idempotent: true,
  reads: true,
  quota: "profile",
  permission: "List",
  notes: ["Empty unless the project logs changes of subscriptions: it proves nothing."],
  see: "https://docs.xtremepush.com/reference/user-profile-import"
}))

/**
 * Lists profile subscriptions; `.stream` reads all pages: `POST /api/external/list/profile-subscription`. Needs the permission
 * `List`. Empty unless the project logs changes of subscriptions: it proves nothing.
 */
export const listProfileSubscriptions = paged(listProfileSubscriptionsPage)
