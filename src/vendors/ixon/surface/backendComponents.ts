/** IXON: backendComponents. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Data } from "../../../contract/Data.ts"
import { Id, objects, opaque, optional, text, type Made, words } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { BackendComponentMessageTrigger } from "./shared/BackendComponentMessageTrigger.ts"
import { BackendComponentTemplateShare } from "./shared/BackendComponentTemplateShare.ts"
import { NewBackendComponentTemplateShare } from "./shared/NewBackendComponentTemplateShare.ts"
import { UserApiApplication } from "./shared/UserApiApplication.ts"
import { companyOperation, operation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's BackendComponentMessageSubscription, as it comes. */
export interface BackendComponentMessageSubscription extends Made<
  typeof backendComponentMessageSubscriptionFields
> {}
const backendComponentMessageSubscriptionFields = lazy(() => ({
  publicId: attribute(Schema.String),
  createdOn: attribute(Schema.DateTimeUtcFromString),
  template: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  company: attribute(Schema.Struct({ publicId: attribute(Schema.String) }))
}))
export const BackendComponentMessageSubscription = opaque<BackendComponentMessageSubscription>()(
  backendComponentMessageSubscriptionFields
)

/** IXON's BackendComponentTemplateConfig, as it comes. */
export interface BackendComponentTemplateConfig extends Made<typeof backendComponentTemplateConfigFields> {}
const backendComponentTemplateConfigFields = lazy(() => ({
  publicId: attribute(Schema.String),
  template: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  company: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  values: attribute(Schema.String),
  allowDraft: attribute(Schema.Boolean),
  pinnedVersion: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  enabled: attribute(Schema.Boolean)
}))
export const BackendComponentTemplateConfig = opaque<BackendComponentTemplateConfig>()(
  backendComponentTemplateConfigFields
)

/** IXON's BackendComponentTemplateVersion, as it comes. */
export interface BackendComponentTemplateVersion extends Made<typeof backendComponentTemplateVersionFields> {}
const backendComponentTemplateVersionFields = lazy(() => ({
  template: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  publicId: attribute(Schema.String),
  number: attribute(Schema.String),
  publishedOn: attribute(Schema.DateTimeUtcFromString),
  createdOn: attribute(Schema.DateTimeUtcFromString),
  createdBy: attribute(Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) }))
}))
export const BackendComponentTemplateVersion = opaque<BackendComponentTemplateVersion>()(
  backendComponentTemplateVersionFields
)

/** IXON's BackendComponentTemplate, as it comes. */
export interface BackendComponentTemplate extends Made<typeof backendComponentTemplateFields> {}
const backendComponentTemplateFields = lazy(() => ({
  publicId: attribute(Schema.String),
  company: attribute(Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })),
  name: attribute(Schema.String),
  description: attribute(Schema.String),
  draft: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  published: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  configuredVersion: attribute(
    Schema.Struct({ publicId: attribute(Schema.String), number: attribute(Schema.String) })
  ),
  apiApplication: attribute(UserApiApplication()),
  accessTokenScope: attribute(Schema.String),
  private: attribute(Schema.Boolean),
  ownerName: attribute(Schema.String),
  defaultConfigValues: attribute(Schema.String),
  configConfidentiality: attribute(words("public", "secret"))
}))
export const BackendComponentTemplate = opaque<BackendComponentTemplate>()(backendComponentTemplateFields)

/** Calls a backend component function: `POST /backend-component-function-call`. Not idempotent: a repeat runs the code again. */
export const callBackendComponentFunction = companyOperation("callBackendComponentFunction", () => ({
  method: "POST",
  path: "/backend-component-function-call",
  input: Schema.Struct({
    template: Schema.Struct({ publicId: optional(Schema.String) }),
    /** 1 to 255 characters. */ name: text(1, 255),
    /** Or null. */ arguments: optional(Schema.NullOr(Data()))
  }),
  output: Schema.Struct({ value: attribute(Schema.Unknown) }),
  from: "data",
  idempotent: false
}))

/**
 * Deletes backend component message subscriptions: `DELETE /backend-component-message-subscriptions`. Idempotent: a repeat may
 * be refused, for the id is gone.
 */
export const deleteBackendComponentMessageSubscriptions = operation(
  "deleteBackendComponentMessageSubscriptions",
  () => ({
    method: "DELETE",
    path: "/backend-component-message-subscriptions",
    input: Schema.Struct({
      items: objects({
        /** Exactly 12 characters. */ publicId: text(12, 12)
      })
    }),
    output: Schema.Void,
    body: "items",
    idempotent: true,
    splits: Split.inHalves("items")
  })
)

/** Lists backend component message subscriptions; `.stream` reads all pages: `GET /backend-component-message-subscriptions`. */
export const listBackendComponentMessageSubscriptions = operation(
  "listBackendComponentMessageSubscriptions",
  () => ({
    method: "GET",
    path: "/backend-component-message-subscriptions",
    input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
    output: Schema.Struct(pageOf(BackendComponentMessageSubscription())),
    idempotent: true,
    notes: listNotes
  })
).pipe(listed)

/**
 * Creates backend component message subscriptions: `POST /backend-component-message-subscriptions`. Not idempotent: a repeat
 * creates another.
 */
export const createBackendComponentMessageSubscriptions = operation(
  "createBackendComponentMessageSubscriptions",
  () => ({
    method: "POST",
    path: "/backend-component-message-subscriptions",
    input: Schema.Struct({
      items: objects({
        template: Schema.Struct({ publicId: optional(Schema.String) }),
        company: Schema.Struct({ publicId: optional(Schema.String) })
      })
    }),
    output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
    body: "items",
    from: "data",
    idempotent: false
  })
)

/**
 * Deletes a backend component message subscription: `DELETE /backend-component-message-subscriptions/{publicId}`. Idempotent: a
 * repeat may be refused, for the id is gone.
 */
export const deleteBackendComponentMessageSubscription = operation(
  "deleteBackendComponentMessageSubscription",
  () => ({
    method: "DELETE",
    path: "/backend-component-message-subscriptions/{publicId}",
    input: Schema.Struct({ publicId: Id() }),
    output: Schema.Void,
    idempotent: true
  })
)

/** Gets a backend component message subscription: `GET /backend-component-message-subscriptions/{publicId}`. */
export const getBackendComponentMessageSubscription = operation(
  "getBackendComponentMessageSubscription",
  () => ({
    method: "GET",
    path: "/backend-component-message-subscriptions/{publicId}",
    input: Schema.Struct({
      fields: optional(Schema.Array(Schema.String)),
      filters: optional(Schema.Array(Schema.String)),
      publicId: Id()
    }),
    output: BackendComponentMessageSubscription(),
    from: "data",
    idempotent: true,
    notes: readNotes
  })
)

/**
 * Lists backend component message triggers; `.stream` reads all pages: `GET
 * /backend-component-message-subscriptions/{publicId}/triggers`.
 */
export const listBackendComponentMessageTriggers = operation("listBackendComponentMessageTriggers", () => ({
  method: "GET",
  path: "/backend-component-message-subscriptions/{publicId}/triggers",
  input: Schema.Struct({ publicId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(BackendComponentMessageTrigger())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Lists backend component template configs; `.stream` reads all pages: `GET /backend-component-template-configs`. */
export const listBackendComponentTemplateConfigs = companyOperation(
  "listBackendComponentTemplateConfigs",
  () => ({
    method: "GET",
    path: "/backend-component-template-configs",
    input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
    output: Schema.Struct(pageOf(BackendComponentTemplateConfig())),
    idempotent: true,
    notes: listNotes
  })
).pipe(listed)

/**
 * Updates backend component template configs: `PATCH /backend-component-template-configs`. Idempotent: it sets values, whatever
 * they were.
 */
export const updateBackendComponentTemplateConfigs = companyOperation(
  "updateBackendComponentTemplateConfigs",
  () => ({
    method: "PATCH",
    path: "/backend-component-template-configs",
    input: Schema.Struct({
      items: objects({
        /** Exactly 12 characters. */ publicId: text(12, 12),
        /** At most 65535 characters; or null. */ values: optional(Schema.NullOr(text(0, 65535)))
      })
    }),
    output: Schema.Void,
    body: "items",
    idempotent: true,
    splits: Split.inHalves("items")
  })
)

/** Creates backend component template configs: `POST /backend-component-template-configs`. Not idempotent: a repeat creates another. */
export const createBackendComponentTemplateConfigs = companyOperation(
  "createBackendComponentTemplateConfigs",
  () => ({
    method: "POST",
    path: "/backend-component-template-configs",
    input: Schema.Struct({
      items: objects({
        template: Schema.Struct({ publicId: optional(Schema.String) }),
        /** At most 65535 characters; or null. */ values: optional(Schema.NullOr(text(0, 65535)))
      })
    }),
    output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
    body: "items",
    from: "data",
    idempotent: false
  })
)

/** Gets a backend component template config: `GET /backend-component-template-configs/{publicId}`. */
export const getBackendComponentTemplateConfig = companyOperation(
  "getBackendComponentTemplateConfig",
  () => ({
    method: "GET",
    path: "/backend-component-template-configs/{publicId}",
    input: Schema.Struct({
      fields: optional(Schema.Array(Schema.String)),
      filters: optional(Schema.Array(Schema.String)),
      publicId: Id()
    }),
    output: BackendComponentTemplateConfig(),
    from: "data",
    idempotent: true,
    notes: readNotes
  })
)

/**
 * Updates a backend component template config: `PATCH /backend-component-template-configs/{publicId}`. Idempotent: it sets
 * values, whatever they were.
 */
export const updateBackendComponentTemplateConfig = companyOperation(
  "updateBackendComponentTemplateConfig",
  () => ({
    method: "PATCH",
    path: "/backend-component-template-configs/{publicId}",
    input: Schema.Struct({
      publicId: Id(),
      /** At most 65535 characters; or null. */ values: optional(Schema.NullOr(text(0, 65535)))
    }),
    output: Schema.Void,
    idempotent: true
  })
)

/** Lists backend component template shares; `.stream` reads all pages: `GET /backend-component-template-shares`. */
export const listBackendComponentTemplateShares = companyOperation(
  "listBackendComponentTemplateShares",
  () => ({
    method: "GET",
    path: "/backend-component-template-shares",
    input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
    output: Schema.Struct(pageOf(BackendComponentTemplateShare())),
    idempotent: true,
    notes: listNotes
  })
).pipe(listed)

/** Creates backend component template shares: `POST /backend-component-template-shares`. Not idempotent: a repeat creates another. */
export const createBackendComponentTemplateShares = companyOperation(
  "createBackendComponentTemplateShares",
  () => ({
    method: "POST",
    path: "/backend-component-template-shares",
    input: Schema.Struct({ items: Schema.Array(NewBackendComponentTemplateShare()) }),
    output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
    body: "items",
    from: "data",
    idempotent: false
  })
)

/** Gets a backend component template share: `GET /backend-component-template-shares/{publicId}`. */
export const getBackendComponentTemplateShare = companyOperation("getBackendComponentTemplateShare", () => ({
  method: "GET",
  path: "/backend-component-template-shares/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: BackendComponentTemplateShare(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Lists backend component template versions; `.stream` reads all pages: `GET /backend-component-template-versions`. */
export const listBackendComponentTemplateVersions = companyOperation(
  "listBackendComponentTemplateVersions",
  () => ({
    method: "GET",
    path: "/backend-component-template-versions",
    input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
    output: Schema.Struct(pageOf(BackendComponentTemplateVersion())),
    idempotent: true,
    notes: listNotes
  })
).pipe(listed)

/** Gets a backend component template version: `GET /backend-component-template-versions/{publicId}`. */
export const getBackendComponentTemplateVersion = companyOperation(
  "getBackendComponentTemplateVersion",
  () => ({
    method: "GET",
    path: "/backend-component-template-versions/{publicId}",
    input: Schema.Struct({
      fields: optional(Schema.Array(Schema.String)),
      filters: optional(Schema.Array(Schema.String)),
      publicId: Id()
    }),
    output: BackendComponentTemplateVersion(),
    from: "data",
    idempotent: true,
    notes: readNotes
  })
)

/** Lists backend component templates; `.stream` reads all pages: `GET /backend-component-templates`. */
export const listBackendComponentTemplates = companyOperation("listBackendComponentTemplates", () => ({
  method: "GET",
  path: "/backend-component-templates",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(BackendComponentTemplate())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates backend component templates: `PATCH /backend-component-templates`. Idempotent: it sets values, whatever they were. */
export const updateBackendComponentTemplates = companyOperation("updateBackendComponentTemplates", () => ({
  method: "PATCH",
  path: "/backend-component-templates",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      /** At most 65535 characters; or null. */
      accessTokenScope: optional(Schema.NullOr(text(0, 65535))),
      /** At most 65535 characters; or null. */
      defaultConfigValues: optional(Schema.NullOr(text(0, 65535))),
      configConfidentiality: optional(Schema.Literals(["public", "secret"]))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates backend component templates: `POST /backend-component-templates`. Not idempotent: a repeat creates another. */
export const createBackendComponentTemplates = companyOperation("createBackendComponentTemplates", () => ({
  method: "POST",
  path: "/backend-component-templates",
  input: Schema.Struct({
    items: objects({
      /** 1 to 255 characters. */ name: text(1, 255),
      /** At most 65535 characters; or null. */
      accessTokenScope: optional(Schema.NullOr(text(0, 65535))),
      /** At most 65535 characters; or null. */
      defaultConfigValues: optional(Schema.NullOr(text(0, 65535))),
      configConfidentiality: optional(Schema.Literals(["public", "secret"]))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Gets a backend component template: `GET /backend-component-templates/{publicId}`. */
export const getBackendComponentTemplate = companyOperation("getBackendComponentTemplate", () => ({
  method: "GET",
  path: "/backend-component-templates/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: BackendComponentTemplate(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/**
 * Updates a backend component template: `PATCH /backend-component-templates/{publicId}`. Idempotent: it sets values, whatever
 * they were.
 */
export const updateBackendComponentTemplate = companyOperation("updateBackendComponentTemplate", () => ({
  method: "PATCH",
  path: "/backend-component-templates/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    /** At most 65535 characters; or null. */ accessTokenScope: optional(Schema.NullOr(text(0, 65535))),
    /** At most 65535 characters; or null. */ defaultConfigValues: optional(Schema.NullOr(text(0, 65535))),
    configConfidentiality: optional(Schema.Literals(["public", "secret"]))
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets backend component template download logs: `GET /backend-component-templates/{publicId}/logs`. */
export const getBackendComponentTemplateDownloadLogs = companyOperation(
  "getBackendComponentTemplateDownloadLogs",
  () => ({
    method: "GET",
    path: "/backend-component-templates/{publicId}/logs",
    input: Schema.Struct({ publicId: Id() }),
    output: Schema.Void,
    idempotent: true
  })
)

/**
 * Uploads a backend component template version: `POST /backend-component-templates/{publicId}/version-upload`. Not idempotent:
 * what a repeat does is not documented.
 */
export const uploadBackendComponentTemplateVersion = companyOperation(
  "uploadBackendComponentTemplateVersion",
  () => ({
    method: "POST",
    path: "/backend-component-templates/{publicId}/version-upload",
    input: Schema.Struct({ publicId: Id(), content: Schema.Uint8Array }),
    output: Schema.Struct({
      publicId: attribute(Schema.String),
      number: attribute(Schema.String),
      readyTime: attribute(Schema.DateTimeUtcFromString)
    }),
    body: "content",
    content: "application/zip",
    from: "data",
    idempotent: false
  })
)
