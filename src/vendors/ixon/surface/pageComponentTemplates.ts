/** IXON: pageComponentTemplates. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, objects, opaque, optional, text, type Made } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { BackendComponentTemplateShare } from "./shared/BackendComponentTemplateShare.ts"
import { BrandingLandingPageComponentTemplate } from "./shared/BrandingLandingPageComponentTemplate.ts"
import { ComponentBoundVersion } from "./shared/ComponentBoundVersion.ts"
import { NewBackendComponentTemplateShare } from "./shared/NewBackendComponentTemplateShare.ts"
import { companyOperation, operation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's PageComponentTemplateConfig, as it comes. */
export interface PageComponentTemplateConfig extends Made<typeof pageComponentTemplateConfigFields> {}
const pageComponentTemplateConfigFields = lazy(() => ({
  publicId: attribute(Schema.String),
  template: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  allowDraft: attribute(Schema.Boolean),
  pinnedVersion: attribute(Schema.Struct({ publicId: attribute(Schema.String) }))
}))
export const PageComponentTemplateConfig = opaque<PageComponentTemplateConfig>()(
  pageComponentTemplateConfigFields
)

/** Lists page component template categories; `.stream` reads all pages: `GET /page-component-template-categories`. */
export const listPageComponentTemplateCategories = operation("listPageComponentTemplateCategories", () => ({
  method: "GET",
  path: "/page-component-template-categories",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(
    pageOf(
      Schema.Struct({
        publicId: attribute(Schema.String),
        name: attribute(Schema.String),
        order: attribute(Schema.Finite)
      })
    )
  ),
  idempotent: true,
  anonymous: true,
  notes: listNotes
})).pipe(listed)

/** Lists page component template configs; `.stream` reads all pages: `GET /page-component-template-configs`. */
export const listPageComponentTemplateConfigs = companyOperation("listPageComponentTemplateConfigs", () => ({
  method: "GET",
  path: "/page-component-template-configs",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(PageComponentTemplateConfig())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Gets a page component template config: `GET /page-component-template-configs/{publicId}`. */
export const getPageComponentTemplateConfig = companyOperation("getPageComponentTemplateConfig", () => ({
  method: "GET",
  path: "/page-component-template-configs/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: PageComponentTemplateConfig(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Lists page component template shares; `.stream` reads all pages: `GET /page-component-template-shares`. */
export const listPageComponentTemplateShares = companyOperation("listPageComponentTemplateShares", () => ({
  method: "GET",
  path: "/page-component-template-shares",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(BackendComponentTemplateShare())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Creates page component template shares: `POST /page-component-template-shares`. Not idempotent: a repeat creates another. */
export const createPageComponentTemplateShares = companyOperation(
  "createPageComponentTemplateShares",
  () => ({
    method: "POST",
    path: "/page-component-template-shares",
    input: Schema.Struct({ items: Schema.Array(NewBackendComponentTemplateShare()) }),
    output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
    body: "items",
    from: "data",
    idempotent: false
  })
)

/** Gets a page component template share: `GET /page-component-template-shares/{publicId}`. */
export const getPageComponentTemplateShare = companyOperation("getPageComponentTemplateShare", () => ({
  method: "GET",
  path: "/page-component-template-shares/{publicId}",
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

/** Lists page component template versions; `.stream` reads all pages: `GET /page-component-template-versions`. */
export const listPageComponentTemplateVersions = companyOperation(
  "listPageComponentTemplateVersions",
  () => ({
    method: "GET",
    path: "/page-component-template-versions",
    input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
    output: Schema.Struct(pageOf(ComponentBoundVersion())),
    idempotent: true,
    notes: listNotes
  })
).pipe(listed)

/** Updates page component template versions: `PATCH /page-component-template-versions`. Idempotent: it sets values, whatever they were. */
export const updatePageComponentTemplateVersions = companyOperation(
  "updatePageComponentTemplateVersions",
  () => ({
    method: "PATCH",
    path: "/page-component-template-versions",
    input: Schema.Struct({
      items: objects({
        /** Exactly 12 characters. */ publicId: text(12, 12),
        /** At most 65535 characters. */ notes: optional(text(0, 65535)),
        published: optional(Schema.Boolean)
      })
    }),
    output: Schema.Void,
    body: "items",
    idempotent: true,
    splits: Split.inHalves("items")
  })
)

/** Gets a page component template version: `GET /page-component-template-versions/{publicId}`. */
export const getPageComponentTemplateVersion = companyOperation("getPageComponentTemplateVersion", () => ({
  method: "GET",
  path: "/page-component-template-versions/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: ComponentBoundVersion(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/**
 * Updates a page component template version: `PATCH /page-component-template-versions/{publicId}`. Idempotent: it sets values,
 * whatever they were.
 */
export const updatePageComponentTemplateVersion = companyOperation(
  "updatePageComponentTemplateVersion",
  () => ({
    method: "PATCH",
    path: "/page-component-template-versions/{publicId}",
    input: Schema.Struct({
      publicId: Id(),
      /** At most 65535 characters. */ notes: optional(text(0, 65535)),
      published: optional(Schema.Boolean)
    }),
    output: Schema.Void,
    idempotent: true
  })
)

/** Lists page component templates; `.stream` reads all pages: `GET /page-component-templates`. */
export const listPageComponentTemplates = companyOperation("listPageComponentTemplates", () => ({
  method: "GET",
  path: "/page-component-templates",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(BrandingLandingPageComponentTemplate())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates page component templates: `PATCH /page-component-templates`. Idempotent: it sets values, whatever they were. */
export const updatePageComponentTemplates = companyOperation("updatePageComponentTemplates", () => ({
  method: "PATCH",
  path: "/page-component-templates",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      backendComponent: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      intent: optional(Schema.Array(Schema.Literals(["asset-configuration", "landing-page", "main-page"])))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates page component templates: `POST /page-component-templates`. Not idempotent: a repeat creates another. */
export const createPageComponentTemplates = companyOperation("createPageComponentTemplates", () => ({
  method: "POST",
  path: "/page-component-templates",
  input: Schema.Struct({
    items: objects({
      /** 1 to 255 characters. */ name: text(1, 255),
      backendComponent: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      intent: optional(Schema.Array(Schema.Literals(["asset-configuration", "landing-page", "main-page"])))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Gets a page component template: `GET /page-component-templates/{publicId}`. */
export const getPageComponentTemplate = companyOperation("getPageComponentTemplate", () => ({
  method: "GET",
  path: "/page-component-templates/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: BrandingLandingPageComponentTemplate(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates a page component template: `PATCH /page-component-templates/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updatePageComponentTemplate = companyOperation("updatePageComponentTemplate", () => ({
  method: "PATCH",
  path: "/page-component-templates/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    backendComponent: optional(Schema.Struct({ publicId: optional(Schema.String) })),
    intent: optional(Schema.Array(Schema.Literals(["asset-configuration", "landing-page", "main-page"])))
  }),
  output: Schema.Void,
  idempotent: true
}))

/**
 * Uploads a page component template version: `POST /page-component-templates/{publicId}/version-upload`. Not idempotent: what a
 * repeat does is not documented.
 */
export const uploadPageComponentTemplateVersion = companyOperation(
  "uploadPageComponentTemplateVersion",
  () => ({
    method: "POST",
    path: "/page-component-templates/{publicId}/version-upload",
    input: Schema.Struct({ publicId: Id(), content: Schema.Uint8Array }),
    output: Schema.Struct({ publicId: attribute(Schema.String) }),
    body: "content",
    content: "application/zip",
    from: "data",
    idempotent: false
  })
)
