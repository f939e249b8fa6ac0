/** IXON: pages. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { Id, objects, optional, text, whole } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AgentPageValue } from "./shared/AgentPageValue.ts"
import { ComponentPagePage } from "./shared/ComponentPagePage.ts"
import { companyOperation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"
import * as Split from "../../../many/Split.ts"

/** Imports a page: `POST /page-import`. Not idempotent: what a repeat does is not documented. */
export const importPage = companyOperation("importPage", () => ({
  method: "POST",
  path: "/page-import",
  input: Schema.Struct({ content: DataObject() }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "content",
  from: "data",
  idempotent: false
}))

/** Deletes pages: `DELETE /pages`. Idempotent: a repeat may be refused, for the id is gone. */
export const deletePages = companyOperation("deletePages", () => ({
  method: "DELETE",
  path: "/pages",
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

/** Lists pages; `.stream` reads all pages: `GET /pages`. */
export const listPages = companyOperation("listPages", () => ({
  method: "GET",
  path: "/pages",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentPageValue())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates pages: `PATCH /pages`. Idempotent: it sets values, whatever they were. */
export const updatePages = companyOperation("updatePages", () => ({
  method: "PATCH",
  path: "/pages",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      /** Or null. */
      draft: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      /** Or null. */
      published: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      static: optional(Schema.Boolean),
      /** Or null. */
      group: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      labels: optional(objects({ publicId: optional(Schema.String) })),
      custom: optional(DataObject())
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates pages: `POST /pages`. Not idempotent: a repeat creates another. */
export const createPages = companyOperation("createPages", () => ({
  method: "POST",
  path: "/pages",
  input: Schema.Struct({
    items: objects({
      /** 1 to 255 characters. */ name: text(1, 255),
      applicationType: optional(Schema.Literals(["sheet", "card", "report"])),
      group: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      static: optional(Schema.Boolean),
      /** Or null. */ orientation: optional(Schema.NullOr(Schema.Literals(["portrait", "landscape"]))),
      labels: optional(objects({ publicId: optional(Schema.String) })),
      custom: optional(DataObject())
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Deletes page pages: `DELETE /pages-pages`. Idempotent: a repeat may be refused, for the id is gone. */
export const deletePagePages = companyOperation("deletePagePages", () => ({
  method: "DELETE",
  path: "/pages-pages",
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

/** Lists page pages; `.stream` reads all pages: `GET /pages-pages`. */
export const listPagePages = companyOperation("listPagePages", () => ({
  method: "GET",
  path: "/pages-pages",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(ComponentPagePage())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Creates page pages: `POST /pages-pages`. Not idempotent: a repeat creates another. */
export const createPagePages = companyOperation("createPagePages", () => ({
  method: "POST",
  path: "/pages-pages",
  input: Schema.Struct({
    items: objects({
      pageVersion: Schema.Struct({ publicId: optional(Schema.String) }),
      /** At most 65535. */ order: optional(whole(-Infinity, 65535))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Deletes a page page: `DELETE /pages-pages/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deletePagePage = companyOperation("deletePagePage", () => ({
  method: "DELETE",
  path: "/pages-pages/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets a page page: `GET /pages-pages/{publicId}`. */
export const getPagePage = companyOperation("getPagePage", () => ({
  method: "GET",
  path: "/pages-pages/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: ComponentPagePage(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Drafts pages: `POST /pages/draft`. Not idempotent: what a repeat does is not documented. */
export const draftPages = companyOperation("draftPages", () => ({
  method: "POST",
  path: "/pages/draft",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Duplicates pages: `POST /pages/duplicate`. Not idempotent: what a repeat does is not documented. */
export const duplicatePages = companyOperation("duplicatePages", () => ({
  method: "POST",
  path: "/pages/duplicate",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: listOf(AgentPageValue()),
  query: ["fields"],
  body: "items",
  from: "data",
  idempotent: false
}))

/** Creates queue reports: `POST /pages/report/queue`. Not idempotent: a repeat creates another. */
export const createQueueReports = companyOperation("createQueueReports", () => ({
  method: "POST",
  path: "/pages/report/queue",
  input: Schema.Struct({
    items: objects({
      agent: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      asset: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      report: Schema.Struct({ publicId: optional(Schema.String) }),
      /** 1 to 255 characters. */ timeZone: text(1, 255),
      /** A time, sent in UTC. */ start: Moment.Text(),
      /** A time, sent in UTC. */ end: Moment.Text()
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: false
}))

/** Deletes a page: `DELETE /pages/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deletePage = companyOperation("deletePage", () => ({
  method: "DELETE",
  path: "/pages/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets a page: `GET /pages/{publicId}`. */
export const getPage = companyOperation("getPage", () => ({
  method: "GET",
  path: "/pages/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: AgentPageValue(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates a page: `PATCH /pages/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updatePage = companyOperation("updatePage", () => ({
  method: "PATCH",
  path: "/pages/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    /** Or null. */ draft: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
    /** Or null. */
    published: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
    static: optional(Schema.Boolean),
    /** Or null. */ group: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
    labels: optional(objects({ publicId: optional(Schema.String) })),
    custom: optional(DataObject())
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Unsets a default page: `DELETE /pages/{publicId}/default`. Idempotent: a repeat may be refused, for the id is gone. */
export const unsetDefaultPage = companyOperation("unsetDefaultPage", () => ({
  method: "DELETE",
  path: "/pages/{publicId}/default",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Sets a default page: `POST /pages/{publicId}/default`. Not idempotent: what a repeat does is not documented. */
export const setDefaultPage = companyOperation("setDefaultPage", () => ({
  method: "POST",
  path: "/pages/{publicId}/default",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  body: "none",
  idempotent: false
}))

/** Drafts a page: `POST /pages/{publicId}/draft`. Not idempotent: what a repeat does is not documented. */
export const draftPage = companyOperation("draftPage", () => ({
  method: "POST",
  path: "/pages/{publicId}/draft",
  input: Schema.Struct({ publicId: Id() }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "none",
  from: "data",
  idempotent: false
}))

/** Duplicates a page: `POST /pages/{publicId}/duplicate`. Not idempotent: what a repeat does is not documented. */
export const duplicatePage = companyOperation("duplicatePage", () => ({
  method: "POST",
  path: "/pages/{publicId}/duplicate",
  input: Schema.Struct({ fields: optional(Schema.Array(Schema.String)), publicId: Id() }),
  output: listOf(AgentPageValue()),
  query: ["fields"],
  body: "none",
  from: "data",
  idempotent: false
}))

/** Gets a page export: `GET /pages/{publicId}/export`. */
export const getPageExport = companyOperation("getPageExport", () => ({
  method: "GET",
  path: "/pages/{publicId}/export",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))
