/** m3ter: planGroupLinks. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, opaque, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"

/** m3ter's PlanGroupLinkResponse, as it comes. */
export interface PlanGroupLinkResponse extends Made<typeof planGroupLinkResponseFields> {}
const planGroupLinkResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  planGroupId: optional(Schema.String),
  planId: optional(Schema.String),
  ...audit()
}))
export const PlanGroupLinkResponse = opaque<PlanGroupLinkResponse>()(planGroupLinkResponseFields)

const planGroupLinkRequest = lazy(() => ({
  /** Not empty. */ planGroupId: text(1),
  /** Not empty. */ planId: text(1)
}))

/** Lists plan group links; `.stream` reads all pages: `GET /organizations/{orgId}/plangrouplinks`. */
export const listPlanGroupLinks = operation("listPlanGroupLinks", () => ({
  method: "GET",
  path: "/organizations/{orgId}/plangrouplinks",
  input: Schema.Struct({
    /** 1 to 100. */ pageSize: optional(whole(1, 100)),
    nextToken: optional(Schema.String),
    /** Exactly 36 characters. */ planGroup: optional(text(36, 36)),
    /** Exactly 36 characters. */ plan: optional(text(36, 36)),
    ids: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(PlanGroupLinkResponse()))),
  idempotent: true
})).pipe(listed(100))

/** Creates a plan group link: `POST /organizations/{orgId}/plangrouplinks`. Not idempotent: a repeat may create another. */
export const createPlanGroupLink = operation("createPlanGroupLink", () => ({
  method: "POST",
  path: "/organizations/{orgId}/plangrouplinks",
  input: Schema.Struct({ ...planGroupLinkRequest() }),
  output: withoutNulls(PlanGroupLinkResponse()),
  idempotent: false
}))

/** Deletes a plan group link: `DELETE /organizations/{orgId}/plangrouplinks/{id}`. Idempotent: a repeat may be answered with 404. */
export const deletePlanGroupLink = operation("deletePlanGroupLink", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/plangrouplinks/{id}",
  input: Schema.Struct({
    /** Exactly 36 characters. */ id: text(36, 36)
  }),
  output: withoutNulls(PlanGroupLinkResponse()),
  idempotent: true
}))

/** Gets a plan group link: `GET /organizations/{orgId}/plangrouplinks/{id}`. */
export const getPlanGroupLink = operation("getPlanGroupLink", () => ({
  method: "GET",
  path: "/organizations/{orgId}/plangrouplinks/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(PlanGroupLinkResponse()),
  idempotent: true
}))

/**
 * Updates a plan group link: `PUT /organizations/{orgId}/plangrouplinks/{id}`. Takes its present `version`: when in doubt, read
 * it again.
 */
export const updatePlanGroupLink = operation("updatePlanGroupLink", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/plangrouplinks/{id}",
  input: Schema.Struct({
    /** Exactly 36 characters. */ id: text(36, 36),
    version: Schema.Int,
    ...planGroupLinkRequest()
  }),
  output: withoutNulls(PlanGroupLinkResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getPlanGroupLink, "id")
}))
