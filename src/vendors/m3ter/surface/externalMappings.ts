/** m3ter: externalMappings. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, like, objects, opaque, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"

/** m3ter's ExternalMappingConfigurationResponse, as it comes. */
export interface ExternalMappingConfigurationResponse extends Made<
  typeof externalMappingConfigurationResponseFields
> {}
const externalMappingConfigurationResponseFields = lazy(() => ({
  m3terEntities: optional(Schema.Array(Schema.String)),
  externalSystems: optional(
    objects({
      name: optional(Schema.String),
      tables: optional(Schema.Array(Schema.String)),
      allowCustomExternalTables: optional(Schema.Boolean)
    })
  )
}))
export const ExternalMappingConfigurationResponse = opaque<ExternalMappingConfigurationResponse>()(
  externalMappingConfigurationResponseFields
)

/** m3ter's ExternalEntityResponse, as it comes. */
export interface ExternalEntityResponse extends Made<typeof externalEntityResponseFields> {}
const externalEntityResponseFields = lazy(() => ({
  externalId: optional(Schema.String),
  externalName: optional(Schema.String)
}))
export const ExternalEntityResponse = opaque<ExternalEntityResponse>()(externalEntityResponseFields)

/** m3ter's ExternalMappingResponse, as it comes. */
export interface ExternalMappingResponse extends Made<typeof externalMappingResponseFields> {}
const externalMappingResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  ...audit(),
  m3terEntity: optional(Schema.String),
  m3terId: optional(Schema.String),
  externalSystem: optional(Schema.String),
  externalTable: optional(Schema.String),
  externalId: optional(Schema.String),
  integrationConfigId: optional(Schema.String)
}))
export const ExternalMappingResponse = opaque<ExternalMappingResponse>()(externalMappingResponseFields)

const externalMappingRequest = lazy(() => ({
  /** Not empty, of a fixed form. */
  m3terEntity: like(/^([^\p{Cc}\s])|([^\p{Cc}\s][^\p{Cc}\t\n\v\f\r]*[^\p{Cc}\s])$/u, text(1)),
  /** Not empty, of a fixed form. */
  m3terId: like(/^([^\p{Cc}\s])|([^\p{Cc}\s][^\p{Cc}\t\n\v\f\r]*[^\p{Cc}\s])$/u, text(1)),
  /** Not empty, of a fixed form. */
  externalSystem: like(/^([^\p{Cc}\s])|([^\p{Cc}\s][^\p{Cc}\t\n\v\f\r]*[^\p{Cc}\s])$/u, text(1)),
  /** Not empty, of a fixed form. */
  externalTable: like(/^([^\p{Cc}\s])|([^\p{Cc}\s][^\p{Cc}\t\n\v\f\r]*[^\p{Cc}\s])$/u, text(1)),
  /** Not empty, of a fixed form. */
  externalId: like(/^([^\p{Cc}\s])|([^\p{Cc}\s][^\p{Cc}\t\n\v\f\r]*[^\p{Cc}\s])$/u, text(1)),
  integrationConfigId: optional(Schema.String)
}))

/** Gets an external mapping configuration: `GET /organizations/{orgId}/externalmappingconfiguration`. */
export const getExternalMappingConfiguration = operation("getExternalMappingConfiguration", () => ({
  method: "GET",
  path: "/organizations/{orgId}/externalmappingconfiguration",
  input: Schema.Struct({}),
  output: withoutNulls(ExternalMappingConfigurationResponse()),
  idempotent: true
}))

/**
 * Gets external mapping options for a destination: `GET
 * /organizations/{orgId}/externalmappingconfiguration/values/{destination}/{entityType}`.
 */
export const getExternalMappingOptionsForDestination = operation(
  "getExternalMappingOptionsForDestination",
  () => ({
    method: "GET",
    path: "/organizations/{orgId}/externalmappingconfiguration/values/{destination}/{entityType}",
    input: Schema.Struct({ destination: Id(), entityType: Id(), externalTable: optional(Schema.String) }),
    output: withoutNulls(Schema.Array(ExternalEntityResponse())),
    idempotent: true
  })
)

/**
 * Gets external mapping options for a destination for a credentials id: `GET
 * /organizations/{orgId}/externalmappingconfiguration/values/{destination}/{entityType}/{integrationCredentialsId}`.
 */
export const getExternalMappingOptionsForDestinationForCredentialsId = operation(
  "getExternalMappingOptionsForDestinationForCredentialsId",
  () => ({
    method: "GET",
    path: "/organizations/{orgId}/externalmappingconfiguration/values/{destination}/{entityType}/{integrationCredentialsId}",
    input: Schema.Struct({
      destination: Id(),
      entityType: Id(),
      integrationCredentialsId: Id(),
      externalTable: optional(Schema.String)
    }),
    output: withoutNulls(Schema.Array(ExternalEntityResponse())),
    idempotent: true
  })
)

/** Lists external mappings; `.stream` reads all pages: `GET /organizations/{orgId}/externalmappings`. */
export const listExternalMappings = operation("listExternalMappings", () => ({
  method: "GET",
  path: "/organizations/{orgId}/externalmappings",
  input: Schema.Struct({
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String),
    externalSystemId: optional(Schema.String),
    m3terIds: optional(Schema.Array(Schema.String)),
    integrationConfigId: optional(Schema.String)
  }),
  output: withoutNulls(Schema.Struct(page(ExternalMappingResponse()))),
  idempotent: true
})).pipe(listed(200))

/** Creates an external mapping: `POST /organizations/{orgId}/externalmappings`. Not idempotent: a repeat may create another. */
export const createExternalMapping = operation("createExternalMapping", () => ({
  method: "POST",
  path: "/organizations/{orgId}/externalmappings",
  input: Schema.Struct({ ...externalMappingRequest() }),
  output: withoutNulls(ExternalMappingResponse()),
  idempotent: false
}))

/**
 * Lists external mappings for m3ter entity; `.stream` reads all pages: `GET
 * /organizations/{orgId}/externalmappings/external/{entity}/{m3terId}`.
 */
export const listExternalMappingsForM3terEntity = operation("listExternalMappingsForM3terEntity", () => ({
  method: "GET",
  path: "/organizations/{orgId}/externalmappings/external/{entity}/{m3terId}",
  input: Schema.Struct({
    entity: Id(),
    m3terId: Id(),
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String)
  }),
  output: withoutNulls(Schema.Struct(page(ExternalMappingResponse()))),
  idempotent: true
})).pipe(listed(200))

/**
 * Lists external mappings for external system and entity; `.stream` reads all pages: `GET
 * /organizations/{orgId}/externalmappings/externalid/{system}/{externalTable}/{externalId}`.
 */
export const listExternalMappingsForExternalSystemAndEntity = operation(
  "listExternalMappingsForExternalSystemAndEntity",
  () => ({
    method: "GET",
    path: "/organizations/{orgId}/externalmappings/externalid/{system}/{externalTable}/{externalId}",
    input: Schema.Struct({
      system: Id(),
      externalTable: Id(),
      externalId: Id(),
      /** 1 to 200. */ pageSize: optional(whole(1, 200)),
      nextToken: optional(Schema.String)
    }),
    output: withoutNulls(Schema.Struct(page(ExternalMappingResponse()))),
    idempotent: true
  })
).pipe(listed(200))

/** Deletes an external mapping: `DELETE /organizations/{orgId}/externalmappings/{id}`. Idempotent: a repeat may be answered with 404. */
export const deleteExternalMapping = operation("deleteExternalMapping", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/externalmappings/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(ExternalMappingResponse()),
  idempotent: true
}))

/** Gets an external mapping: `GET /organizations/{orgId}/externalmappings/{id}`. */
export const getExternalMapping = operation("getExternalMapping", () => ({
  method: "GET",
  path: "/organizations/{orgId}/externalmappings/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(ExternalMappingResponse()),
  idempotent: true
}))

/**
 * Updates an external mapping: `PUT /organizations/{orgId}/externalmappings/{id}`. Takes its present `version`: when in doubt,
 * read it again.
 */
export const updateExternalMapping = operation("updateExternalMapping", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/externalmappings/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...externalMappingRequest() }),
  output: withoutNulls(ExternalMappingResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getExternalMapping, "id")
}))
