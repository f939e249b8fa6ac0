/** IXON: edgeApps. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, objects, opaque, optional, text, type Made } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { listed } from "../operations/listed.ts"
import {
  Attributes,
  attribute,
  listNotes,
  listOf,
  pageInput,
  pageKeys,
  pageOf,
  readNotes
} from "../operations/shape.ts"
import { AgentEdgeAppInstanceFile } from "./shared/AgentEdgeAppInstanceFile.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's EdgeApp, as it comes. */
export interface EdgeApp extends Made<typeof edgeAppFields> {}
const edgeAppFields = lazy(() => ({
  publicId: attribute(Schema.String),
  company: attribute(Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })),
  name: attribute(Schema.String),
  description: attribute(Schema.String)
}))
export const EdgeApp = opaque<EdgeApp>()(edgeAppFields)

/** Lists edge app versions; `.stream` reads all pages: `GET /edge-app-versions`. */
export const listEdgeAppVersions = companyOperation("listEdgeAppVersions", () => ({
  method: "GET",
  path: "/edge-app-versions",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(
    pageOf(
      Schema.Struct({
        edgeApp: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
        publicId: attribute(Schema.String),
        number: attribute(Schema.String),
        publishedOn: attribute(Schema.DateTimeUtcFromString),
        createdOn: attribute(Schema.DateTimeUtcFromString),
        createdBy: attribute(
          Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })
        ),
        files: attribute(Schema.Array(AgentEdgeAppInstanceFile())),
        services: attribute(objects({ name: attribute(Schema.String), environment: attribute(Attributes()) }))
      })
    )
  ),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Lists edge apps; `.stream` reads all pages: `GET /edge-apps`. */
export const listEdgeApps = companyOperation("listEdgeApps", () => ({
  method: "GET",
  path: "/edge-apps",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(EdgeApp())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates edge apps: `PATCH /edge-apps`. Idempotent: it sets values, whatever they were. */
export const updateEdgeApps = companyOperation("updateEdgeApps", () => ({
  method: "PATCH",
  path: "/edge-apps",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      /** At most 65535 characters; or null. */ description: optional(Schema.NullOr(text(0, 65535)))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates edge apps: `POST /edge-apps`. Not idempotent: a repeat creates another. */
export const createEdgeApps = companyOperation("createEdgeApps", () => ({
  method: "POST",
  path: "/edge-apps",
  input: Schema.Struct({
    items: objects({
      /** 1 to 255 characters. */ name: text(1, 255),
      /** At most 65535 characters; or null. */ description: optional(Schema.NullOr(text(0, 65535)))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Uploads an edge app version: `POST /edge-apps/{publicId}/version-upload`. Not idempotent: what a repeat does is not documented. */
export const uploadEdgeAppVersion = companyOperation("uploadEdgeAppVersion", () => ({
  method: "POST",
  path: "/edge-apps/{publicId}/version-upload",
  input: Schema.Struct({ publicId: Id(), content: Schema.Uint8Array }),
  output: Schema.Struct({ publicId: attribute(Schema.String) }),
  body: "content",
  content: "application/zip",
  from: "data",
  idempotent: false
}))

/** Deletes OCI registries: `DELETE /oci-registries`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteOciRegistries = companyOperation("deleteOciRegistries", () => ({
  method: "DELETE",
  path: "/oci-registries",
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

/** Lists OCI registries; `.stream` reads all pages: `GET /oci-registries`. */
export const listOciRegistries = companyOperation("listOciRegistries", () => ({
  method: "GET",
  path: "/oci-registries",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(
    pageOf(
      Schema.Struct({
        publicId: attribute(Schema.String),
        server: attribute(Schema.String),
        username: attribute(Schema.String)
      })
    )
  ),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates OCI registries: `PATCH /oci-registries`. Idempotent: it sets values, whatever they were. */
export const updateOciRegistries = companyOperation("updateOciRegistries", () => ({
  method: "PATCH",
  path: "/oci-registries",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters. */ username: optional(text(1, 255)),
      /** 1 to 128 characters. */ password: optional(text(1, 128))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates OCI registries: `POST /oci-registries`. Not idempotent: a repeat creates another. */
export const createOciRegistries = companyOperation("createOciRegistries", () => ({
  method: "POST",
  path: "/oci-registries",
  input: Schema.Struct({
    items: objects({
      /** 1 to 255 characters. */ server: text(1, 255),
      /** 1 to 255 characters. */ username: text(1, 255),
      /** 1 to 128 characters. */ password: text(1, 128)
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Deletes an OCI registry: `DELETE /oci-registries/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteOciRegistry = companyOperation("deleteOciRegistry", () => ({
  method: "DELETE",
  path: "/oci-registries/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an OCI registry: `GET /oci-registries/{publicId}`. */
export const getOciRegistry = companyOperation("getOciRegistry", () => ({
  method: "GET",
  path: "/oci-registries/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: Schema.Struct({
    publicId: attribute(Schema.String),
    server: attribute(Schema.String),
    username: attribute(Schema.String)
  }),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates an OCI registry: `PATCH /oci-registries/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateOciRegistry = companyOperation("updateOciRegistry", () => ({
  method: "PATCH",
  path: "/oci-registries/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** 1 to 255 characters. */ username: optional(text(1, 255)),
    /** 1 to 128 characters. */ password: optional(text(1, 128))
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Lists pipeline functions; `.stream` reads all pages: `GET /pipeline-functions`. */
export const listPipelineFunctions = companyOperation("listPipelineFunctions", () => ({
  method: "GET",
  path: "/pipeline-functions",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(EdgeApp())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Creates pipeline functions: `POST /pipeline-functions`. Not idempotent: a repeat creates another. */
export const createPipelineFunctions = companyOperation("createPipelineFunctions", () => ({
  method: "POST",
  path: "/pipeline-functions",
  input: Schema.Struct({
    items: objects({
      /** 1 to 255 characters. */ name: text(1, 255),
      /** 1 to 255 characters; or null. */ description: optional(Schema.NullOr(text(1, 255)))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))
