/** IXON: menuItems. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { Id, objects, opaque, optional, text, type Made, whole } from "../../../contract/described.ts"
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
import { AgentPageLink } from "./shared/AgentPageLink.ts"
import { AgentPageLinkAudience } from "./shared/AgentPageLinkAudience.ts"
import { AgentPageValue } from "./shared/AgentPageValue.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's MenuItem, as it comes. */
export interface MenuItem extends Made<typeof menuItemFields> {}
const menuItemFields = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  page: attribute(AgentPageValue()),
  pageLinks: attribute(Schema.Array(AgentPageLink())),
  order: attribute(Schema.Finite),
  pinned: attribute(Schema.Boolean),
  audience: attribute(AgentPageLinkAudience()),
  custom: attribute(Attributes())
}))
export const MenuItem = opaque<MenuItem>()(menuItemFields)

/** IXON's ChangedMenuItemPageLink. */
export interface ChangedMenuItemPageLink extends Made<typeof changedMenuItemPageLinkFields> {}
const changedMenuItemPageLinkFields = lazy(() => ({
  page: optional(Schema.Struct({ publicId: optional(Schema.String) })),
  /** Or null. */
  audience: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
  /** At most 65535. */ order: optional(whole(-Infinity, 65535)),
  custom: optional(DataObject()),
  /** 1 to 255 characters; or null. */ group: optional(Schema.NullOr(text(1, 255)))
}))
export const ChangedMenuItemPageLink = opaque<ChangedMenuItemPageLink>()(changedMenuItemPageLinkFields)

/** Deletes menu items: `DELETE /menu-items`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteMenuItems = companyOperation("deleteMenuItems", () => ({
  method: "DELETE",
  path: "/menu-items",
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

/** Lists menu items; `.stream` reads all pages: `GET /menu-items`. */
export const listMenuItems = companyOperation("listMenuItems", () => ({
  method: "GET",
  path: "/menu-items",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(MenuItem())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates menu items: `PATCH /menu-items`. Idempotent: it sets values, whatever they were. */
export const updateMenuItems = companyOperation("updateMenuItems", () => ({
  method: "PATCH",
  path: "/menu-items",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** Or null. */
      page: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      pageLinks: optional(Schema.Array(ChangedMenuItemPageLink())),
      /** 1 to 255 characters; or null. */ name: optional(Schema.NullOr(text(1, 255))),
      /** At most 65535. */ order: optional(whole(-Infinity, 65535)),
      pinned: optional(Schema.Boolean),
      /** Or null. */
      audience: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      custom: optional(DataObject())
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates menu items: `POST /menu-items`. Not idempotent: a repeat creates another. */
export const createMenuItems = companyOperation("createMenuItems", () => ({
  method: "POST",
  path: "/menu-items",
  input: Schema.Struct({
    items: objects({
      /** Or null. */
      page: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      pageLinks: optional(Schema.Array(ChangedMenuItemPageLink())),
      /** 1 to 255 characters; or null. */ name: optional(Schema.NullOr(text(1, 255))),
      /** At most 65535. */ order: whole(-Infinity, 65535),
      pinned: optional(Schema.Boolean),
      /** Or null. */
      audience: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      custom: optional(DataObject())
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Deletes a menu item: `DELETE /menu-items/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteMenuItem = companyOperation("deleteMenuItem", () => ({
  method: "DELETE",
  path: "/menu-items/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets a menu item: `GET /menu-items/{publicId}`. */
export const getMenuItem = companyOperation("getMenuItem", () => ({
  method: "GET",
  path: "/menu-items/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: MenuItem(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates a menu item: `PATCH /menu-items/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateMenuItem = companyOperation("updateMenuItem", () => ({
  method: "PATCH",
  path: "/menu-items/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** Or null. */ page: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
    pageLinks: optional(Schema.Array(ChangedMenuItemPageLink())),
    /** 1 to 255 characters; or null. */ name: optional(Schema.NullOr(text(1, 255))),
    /** At most 65535. */ order: optional(whole(-Infinity, 65535)),
    pinned: optional(Schema.Boolean),
    /** Or null. */
    audience: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
    custom: optional(DataObject())
  }),
  output: Schema.Void,
  idempotent: true
}))
