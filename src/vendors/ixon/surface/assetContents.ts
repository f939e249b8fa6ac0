/** IXON: assetContents. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Data } from "../../../contract/Data.ts"
import { Id, like, objects, optional, text, whole } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AssetAppConfig } from "./shared/AssetAppConfig.ts"
import { AssetAppConfigResource } from "./shared/AssetAppConfigResource.ts"
import { AssetDescendant } from "./shared/AssetDescendant.ts"
import { AssetMembership } from "./shared/AssetMembership.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** Deletes asset app configs: `DELETE /assets/app-configs`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAssetAppConfigs = companyOperation("deleteAssetAppConfigs", () => ({
  method: "DELETE",
  path: "/assets/app-configs",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Lists asset app configs; `.stream` reads all pages: `GET /assets/app-configs`. */
export const listAssetAppConfigs = companyOperation("listAssetAppConfigs", () => ({
  method: "GET",
  path: "/assets/app-configs",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AssetAppConfig())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates asset app configs: `PATCH /assets/app-configs`. Idempotent: it sets values, whatever they were. */
export const updateAssetAppConfigs = companyOperation("updateAssetAppConfigs", () => ({
  method: "PATCH",
  path: "/assets/app-configs",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** At most 65535 characters; or null. */ values: optional(Schema.NullOr(text(0, 65535))),
      /** At most 65535 characters; or null. */ stateValues: optional(Schema.NullOr(text(0, 65535)))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates asset app configs: `POST /assets/app-configs`. Not idempotent: a repeat creates another. */
export const createAssetAppConfigs = companyOperation("createAssetAppConfigs", () => ({
  method: "POST",
  path: "/assets/app-configs",
  input: Schema.Struct({
    items: objects({
      app: Schema.Struct({ publicId: optional(Schema.String) }),
      asset: Schema.Struct({ publicId: optional(Schema.String) }),
      /** At most 65535 characters; or null. */ values: optional(Schema.NullOr(text(0, 65535))),
      /** At most 65535 characters; or null. */ stateValues: optional(Schema.NullOr(text(0, 65535)))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Deletes asset app config resources: `DELETE /assets/app-configs/resources`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAssetAppConfigResources = companyOperation("deleteAssetAppConfigResources", () => ({
  method: "DELETE",
  path: "/assets/app-configs/resources",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Updates asset app config resources: `PATCH /assets/app-configs/resources`. Idempotent: it sets values, whatever they were. */
export const updateAssetAppConfigResources = companyOperation("updateAssetAppConfigResources", () => ({
  method: "PATCH",
  path: "/assets/app-configs/resources",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters; or null. */ name: optional(Schema.NullOr(text(1, 255))),
      /** Exactly 12 characters; or null. */ resourcePublicId: optional(Schema.NullOr(text(12, 12))),
      /** At most 65535 characters; or null. */ values: optional(Schema.NullOr(text(0, 65535))),
      /** At most 65535 characters; or null. */ stateValues: optional(Schema.NullOr(text(0, 65535))),
      /** 1 to 64 characters, of a fixed form. */
      slug: optional(like(/^[a-zA-Z0-9_\[\]-]+$/, text(1, 64)))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates asset app config resources: `POST /assets/app-configs/resources`. Not idempotent: a repeat creates another. */
export const createAssetAppConfigResources = companyOperation("createAssetAppConfigResources", () => ({
  method: "POST",
  path: "/assets/app-configs/resources",
  input: Schema.Struct({
    items: objects({
      config: Schema.Struct({ publicId: optional(Schema.String) }),
      /** 1 to 255 characters; or null. */ name: optional(Schema.NullOr(text(1, 255))),
      /** Exactly 12 characters; or null. */ resourcePublicId: optional(Schema.NullOr(text(12, 12))),
      resourceType: Schema.Literal("AgentDataTag"),
      /** At most 65535 characters; or null. */ values: optional(Schema.NullOr(text(0, 65535))),
      /** At most 65535 characters; or null. */ stateValues: optional(Schema.NullOr(text(0, 65535))),
      /** 1 to 64 characters, of a fixed form. */ slug: like(/^[a-zA-Z0-9_\[\]-]+$/, text(1, 64))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/**
 * Deletes an asset app config resource: `DELETE /assets/app-configs/resources/{publicId}`. Idempotent: a repeat may be refused,
 * for the id is gone.
 */
export const deleteAssetAppConfigResource = companyOperation("deleteAssetAppConfigResource", () => ({
  method: "DELETE",
  path: "/assets/app-configs/resources/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an asset app config resource: `GET /assets/app-configs/resources/{publicId}`. */
export const getAssetAppConfigResource = companyOperation("getAssetAppConfigResource", () => ({
  method: "GET",
  path: "/assets/app-configs/resources/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: AssetAppConfigResource(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/**
 * Updates an asset app config resource: `PATCH /assets/app-configs/resources/{publicId}`. Idempotent: it sets values, whatever
 * they were.
 */
export const updateAssetAppConfigResource = companyOperation("updateAssetAppConfigResource", () => ({
  method: "PATCH",
  path: "/assets/app-configs/resources/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** 1 to 255 characters; or null. */ name: optional(Schema.NullOr(text(1, 255))),
    /** Exactly 12 characters; or null. */ resourcePublicId: optional(Schema.NullOr(text(12, 12))),
    /** At most 65535 characters; or null. */ values: optional(Schema.NullOr(text(0, 65535))),
    /** At most 65535 characters; or null. */ stateValues: optional(Schema.NullOr(text(0, 65535))),
    /** 1 to 64 characters, of a fixed form. */ slug: optional(like(/^[a-zA-Z0-9_\[\]-]+$/, text(1, 64)))
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Deletes an asset app config: `DELETE /assets/app-configs/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAssetAppConfig = companyOperation("deleteAssetAppConfig", () => ({
  method: "DELETE",
  path: "/assets/app-configs/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an asset app config: `GET /assets/app-configs/{publicId}`. */
export const getAssetAppConfig = companyOperation("getAssetAppConfig", () => ({
  method: "GET",
  path: "/assets/app-configs/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: AssetAppConfig(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates an asset app config: `PATCH /assets/app-configs/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateAssetAppConfig = companyOperation("updateAssetAppConfig", () => ({
  method: "PATCH",
  path: "/assets/app-configs/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** At most 65535 characters; or null. */ values: optional(Schema.NullOr(text(0, 65535))),
    /** At most 65535 characters; or null. */ stateValues: optional(Schema.NullOr(text(0, 65535)))
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Deletes asset memberships: `DELETE /assets/memberships`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAssetMemberships = companyOperation("deleteAssetMemberships", () => ({
  method: "DELETE",
  path: "/assets/memberships",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Lists asset memberships; `.stream` reads all pages: `GET /assets/memberships`. */
export const listAssetMemberships = companyOperation("listAssetMemberships", () => ({
  method: "GET",
  path: "/assets/memberships",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AssetMembership())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates asset memberships: `PATCH /assets/memberships`. Idempotent: it sets values, whatever they were. */
export const updateAssetMemberships = companyOperation("updateAssetMemberships", () => ({
  method: "PATCH",
  path: "/assets/memberships",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      asset: Schema.Struct({ publicId: optional(Schema.String) }),
      group: Schema.Struct({ publicId: optional(Schema.String) })
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates asset memberships: `POST /assets/memberships`. Not idempotent: a repeat creates another. */
export const createAssetMemberships = companyOperation("createAssetMemberships", () => ({
  method: "POST",
  path: "/assets/memberships",
  input: Schema.Struct({
    items: objects({
      asset: Schema.Struct({ publicId: optional(Schema.String) }),
      group: Schema.Struct({ publicId: optional(Schema.String) })
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Deletes an asset membership: `DELETE /assets/memberships/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAssetMembership = companyOperation("deleteAssetMembership", () => ({
  method: "DELETE",
  path: "/assets/memberships/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an asset membership: `GET /assets/memberships/{publicId}`. */
export const getAssetMembership = companyOperation("getAssetMembership", () => ({
  method: "GET",
  path: "/assets/memberships/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: AssetMembership(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates an asset membership: `PATCH /assets/memberships/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateAssetMembership = companyOperation("updateAssetMembership", () => ({
  method: "PATCH",
  path: "/assets/memberships/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    asset: Schema.Struct({ publicId: optional(Schema.String) }),
    group: Schema.Struct({ publicId: optional(Schema.String) })
  }),
  output: Schema.Void,
  idempotent: true
}))

/**
 * Calls an asset backend component function: `POST /assets/{assetId}/backend-component-function-call`. Not idempotent: a repeat
 * runs the code again.
 */
export const callAssetBackendComponentFunction = companyOperation(
  "callAssetBackendComponentFunction",
  () => ({
    method: "POST",
    path: "/assets/{assetId}/backend-component-function-call",
    input: Schema.Struct({
      assetId: Id(),
      template: Schema.Struct({ publicId: optional(Schema.String) }),
      /** 1 to 255 characters. */ name: text(1, 255),
      /** Or null. */ arguments: optional(Schema.NullOr(Data()))
    }),
    output: Schema.Struct({ value: attribute(Schema.Unknown) }),
    from: "data",
    idempotent: false
  })
)

/** Lists asset descendants; `.stream` reads all pages: `GET /assets/{publicId}/descendants`. */
export const listAssetDescendants = companyOperation("listAssetDescendants", () => ({
  method: "GET",
  path: "/assets/{publicId}/descendants",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    publicId: Id(),
    /** At least 1. */ pageSize: optional(whole(1)),
    pageAfter: optional(Schema.String)
  }).pipe(Schema.encodeKeys({ pageSize: "page-size", pageAfter: "page-after" })),
  output: Schema.Struct(pageOf(AssetDescendant())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)
