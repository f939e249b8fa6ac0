/** IXON: audiences. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { Id, objects, optional, text, whole } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AgentPageLinkAudience } from "./shared/AgentPageLinkAudience.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** Deletes audiences: `DELETE /audiences`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAudiences = companyOperation("deleteAudiences", () => ({
  method: "DELETE",
  path: "/audiences",
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

/** Lists audiences; `.stream` reads all pages: `GET /audiences`. */
export const listAudiences = companyOperation("listAudiences", () => ({
  method: "GET",
  path: "/audiences",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentPageLinkAudience())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates audiences: `PATCH /audiences`. Idempotent: it sets values, whatever they were. */
export const updateAudiences = companyOperation("updateAudiences", () => ({
  method: "PATCH",
  path: "/audiences",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      /** At most 255 characters; or null. */ description: optional(Schema.NullOr(text(0, 255))),
      custom: optional(DataObject())
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates audiences: `POST /audiences`. Not idempotent: a repeat creates another. */
export const createAudiences = companyOperation("createAudiences", () => ({
  method: "POST",
  path: "/audiences",
  input: Schema.Struct({
    items: objects({
      /** 1 to 255 characters. */ name: text(1, 255),
      /** At most 255 characters; or null. */ description: optional(Schema.NullOr(text(0, 255))),
      /** Or null. */ type: optional(Schema.NullOr(Schema.Literals(["alarm", "page", "service"]))),
      custom: optional(DataObject())
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Lists audience agent references; `.stream` reads all pages: `GET /audiences/agent`. */
export const listAudienceAgentReferences = companyOperation("listAudienceAgentReferences", () => ({
  method: "GET",
  path: "/audiences/agent",
  input: Schema.Struct({
    filters: optional(Schema.Array(Schema.String)),
    /** At least 1. */ pageSize: optional(whole(1)),
    pageAfter: optional(Schema.String)
  }).pipe(Schema.encodeKeys({ pageSize: "page-size", pageAfter: "page-after" })),
  output: Schema.Struct(
    pageOf(
      Schema.Struct({
        publicId: attribute(Schema.String),
        name: attribute(Schema.String),
        assets: attribute(objects({ publicId: attribute(Schema.String) })),
        audiences: attribute(objects({ publicId: attribute(Schema.String) }))
      })
    )
  ),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Lists audience asset references; `.stream` reads all pages: `GET /audiences/asset`. */
export const listAudienceAssetReferences = companyOperation("listAudienceAssetReferences", () => ({
  method: "GET",
  path: "/audiences/asset",
  input: Schema.Struct({
    filters: optional(Schema.Array(Schema.String)),
    /** At least 1. */ pageSize: optional(whole(1)),
    pageAfter: optional(Schema.String)
  }).pipe(Schema.encodeKeys({ pageSize: "page-size", pageAfter: "page-after" })),
  output: Schema.Struct(
    pageOf(
      Schema.Struct({
        publicId: attribute(Schema.String),
        name: attribute(Schema.String),
        agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
        root: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
        audiences: attribute(objects({ publicId: attribute(Schema.String) }))
      })
    )
  ),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Deletes an audience: `DELETE /audiences/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAudience = companyOperation("deleteAudience", () => ({
  method: "DELETE",
  path: "/audiences/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an audience: `GET /audiences/{publicId}`. */
export const getAudience = companyOperation("getAudience", () => ({
  method: "GET",
  path: "/audiences/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: AgentPageLinkAudience(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates an audience: `PATCH /audiences/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateAudience = companyOperation("updateAudience", () => ({
  method: "PATCH",
  path: "/audiences/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    /** At most 255 characters; or null. */ description: optional(Schema.NullOr(text(0, 255))),
    custom: optional(DataObject())
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Deletes an audience default: `DELETE /audiences/{publicId}/default`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAudienceDefault = companyOperation("deleteAudienceDefault", () => ({
  method: "DELETE",
  path: "/audiences/{publicId}/default",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Sets a default audience: `POST /audiences/{publicId}/default`. Not idempotent: what a repeat does is not documented. */
export const setDefaultAudience = companyOperation("setDefaultAudience", () => ({
  method: "POST",
  path: "/audiences/{publicId}/default",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  body: "none",
  idempotent: false
}))
