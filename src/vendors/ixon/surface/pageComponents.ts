/** IXON: pageComponents. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, objects, optional, text, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { DraftComponent } from "./shared/DraftComponent.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's ChangedPageComponentDimension. */
export const ChangedPageComponentDimension = lazy(() =>
  Schema.Union([
    Schema.Struct({
      type: Schema.Literal("sheet"),
      /** At most 11. */ left: optional(whole(-Infinity, 11)),
      /** At most 71. */ top: optional(whole(-Infinity, 71)),
      /** 1 to 12. */ cols: optional(whole(1, 12)),
      /** 1 to 72. */ rows: optional(whole(1, 72)),
      /** At most 65535; or null. */ mobileHeight: optional(Schema.NullOr(whole(-Infinity, 65535))),
      /** At most 65535; or null. */ mobileOrder: optional(Schema.NullOr(whole(-Infinity, 65535))),
      /** At most 11; or null. */ mobileLeft: optional(Schema.NullOr(whole(-Infinity, 11))),
      /** 1 to 12; or null. */ mobileCols: optional(Schema.NullOr(whole(1, 12)))
    }),
    Schema.Struct({
      type: Schema.Literal("card"),
      /** 1 to 65535. */ height: optional(whole(1, 65535)),
      /** At most 65535. */ order: optional(whole(-Infinity, 65535))
    }),
    Schema.Struct({
      type: Schema.Literal("report"),
      /** At most 7. */ left: optional(whole(-Infinity, 7)),
      /** At most 15. */ top: optional(whole(-Infinity, 15)),
      /** 1 to 8. */ cols: optional(whole(1, 8)),
      /** 1 to 16. */ rows: optional(whole(1, 16))
    }),
    Schema.Struct({
      type: Schema.Literal("report-portrait"),
      /** At most 5. */ left: optional(whole(-Infinity, 5)),
      /** At most 15. */ top: optional(whole(-Infinity, 15)),
      /** 1 to 6. */ cols: optional(whole(1, 6)),
      /** 1 to 16. */ rows: optional(whole(1, 16))
    }),
    Schema.Struct({
      type: Schema.Literal("report-landscape"),
      /** At most 7. */ left: optional(whole(-Infinity, 7)),
      /** At most 10. */ top: optional(whole(-Infinity, 10)),
      /** 1 to 8. */ cols: optional(whole(1, 8)),
      /** 1 to 11. */ rows: optional(whole(1, 11))
    })
  ])
)

/** Deletes page components: `DELETE /page-components`. Idempotent: a repeat may be refused, for the id is gone. */
export const deletePageComponents = companyOperation("deletePageComponents", () => ({
  method: "DELETE",
  path: "/page-components",
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

/** Lists page components; `.stream` reads all pages: `GET /page-components`. */
export const listPageComponents = companyOperation("listPageComponents", () => ({
  method: "GET",
  path: "/page-components",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(DraftComponent())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates page components: `PATCH /page-components`. Idempotent: it sets values, whatever they were. */
export const updatePageComponents = companyOperation("updatePageComponents", () => ({
  method: "PATCH",
  path: "/page-components",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** Or null. */
      boundVersion: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      dimensions: optional(ChangedPageComponentDimension()),
      /** At most 16777215 characters. */ inputs: optional(text(0, 16777215))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates page components: `POST /page-components`. Not idempotent: a repeat creates another. */
export const createPageComponents = companyOperation("createPageComponents", () => ({
  method: "POST",
  path: "/page-components",
  input: Schema.Struct({
    items: objects({
      pageVersion: Schema.Struct({ publicId: optional(Schema.String) }),
      template: Schema.Struct({ publicId: optional(Schema.String) }),
      /** Or null. */
      boundVersion: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      dimensions: Schema.Union([
        Schema.Struct({
          type: Schema.Literal("sheet"),
          /** At most 11. */ left: whole(-Infinity, 11),
          /** At most 71. */ top: whole(-Infinity, 71),
          /** 1 to 12. */ cols: whole(1, 12),
          /** 1 to 72. */ rows: whole(1, 72),
          /** At most 65535; or null. */ mobileHeight: optional(Schema.NullOr(whole(-Infinity, 65535))),
          /** At most 65535; or null. */ mobileOrder: optional(Schema.NullOr(whole(-Infinity, 65535))),
          /** At most 11; or null. */ mobileLeft: optional(Schema.NullOr(whole(-Infinity, 11))),
          /** 1 to 12; or null. */ mobileCols: optional(Schema.NullOr(whole(1, 12)))
        }),
        Schema.Struct({
          type: Schema.Literal("card"),
          /** 1 to 65535. */ height: whole(1, 65535),
          /** At most 65535. */ order: whole(-Infinity, 65535)
        }),
        Schema.Struct({
          type: Schema.Literal("report"),
          /** At most 7. */ left: whole(-Infinity, 7),
          /** At most 15. */ top: whole(-Infinity, 15),
          /** 1 to 8. */ cols: whole(1, 8),
          /** 1 to 16. */ rows: whole(1, 16)
        }),
        Schema.Struct({
          type: Schema.Literal("report-portrait"),
          /** At most 5. */ left: whole(-Infinity, 5),
          /** At most 15. */ top: whole(-Infinity, 15),
          /** 1 to 6. */ cols: whole(1, 6),
          /** 1 to 16. */ rows: whole(1, 16)
        }),
        Schema.Struct({
          type: Schema.Literal("report-landscape"),
          /** At most 7. */ left: whole(-Infinity, 7),
          /** At most 10. */ top: whole(-Infinity, 10),
          /** 1 to 8. */ cols: whole(1, 8),
          /** 1 to 11. */ rows: whole(1, 11)
        })
      ]),
      /** At most 16777215 characters. */ inputs: text(0, 16777215),
      /** Or null. */
      pagePage: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) })))
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Deletes a page component: `DELETE /page-components/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deletePageComponent = companyOperation("deletePageComponent", () => ({
  method: "DELETE",
  path: "/page-components/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets a page component: `GET /page-components/{publicId}`. */
export const getPageComponent = companyOperation("getPageComponent", () => ({
  method: "GET",
  path: "/page-components/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: DraftComponent(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates a page component: `PATCH /page-components/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updatePageComponent = companyOperation("updatePageComponent", () => ({
  method: "PATCH",
  path: "/page-components/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** Or null. */
    boundVersion: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
    dimensions: optional(ChangedPageComponentDimension()),
    /** At most 16777215 characters. */ inputs: optional(text(0, 16777215))
  }),
  output: Schema.Void,
  idempotent: true
}))
