/** Braze: catalogs. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Data, DataObject } from "../../../contract/Data.ts"
import { Id, items, like, objects, optional, text, words } from "../../../contract/described.ts"
import { noneHas } from "../../../contract/fieldRules.ts"
import { snake } from "../../../contract/snake.ts"
import {
  CatalogBusy,
  CatalogLimitReached,
  CatalogNameTaken,
  CatalogNotFound,
  InvalidCatalog,
  InvalidCatalogField,
  InvalidCatalogItem,
  InvalidCatalogSelection,
  InvalidCursor,
  ItemAlreadyExists,
  ItemNotFound,
  TooManyCatalogObjects
} from "../failures.ts"
import { addsNothing } from "../operations/idempotency.ts"
import { Text, answer, requestBody } from "../operations/shape.ts"
import { operation } from "../vendor.ts"
import * as Pages from "../../../many/Pages.ts"

/** Lists catalogs: `GET /catalogs`. Needs the permission `catalogs.get`. */
export const listCatalogs = operation("listCatalogs", () => ({
  method: "GET",
  path: "/catalogs",
  input: Schema.Struct({}),
  output: answer({
    catalogs: Schema.Array(
      snake({
        name: optional(Schema.String),
        description: optional(Schema.String),
        numItems: optional(Schema.Finite),
        updatedAt: optional(Schema.String),
        fields: optional(objects({ name: optional(Schema.String), type: optional(Schema.String) }))
      })
    )
  }),
  idempotent: true,
  quota: "catalogs",
  permission: "catalogs.get",
  see: "https://www.braze.com/docs/api/endpoints/catalogs"
}))

/**
 * Creates a catalog: `POST /catalogs`. Not idempotent: the name is unique: a repeat is refused. Needs the permission
 * `catalogs.create`. The first field is `id`, a string.
 */
export const createCatalog = operation("createCatalog", () => ({
  method: "POST",
  path: "/catalogs",
  input: requestBody(
    Schema.Struct({
      /** Exactly 1 item. */
      catalogs: items(
        Schema.Struct({
          /** 1 to 250 characters. */ name: text(1, 250),
          /** At most 250 characters. */ description: optional(text(0, 250)),
          /** 1 to 500 items. */
          fields: items(
            Schema.Struct({
              /** 1 to 250 characters. */ name: text(1, 250),
              type: Schema.Literals(["string", "number", "boolean", "time", "object", "array"])
            }),
            1,
            500
          )
        }),
        1,
        1
      )
    })
  ),
  output: answer({
    catalogs: objects({
      name: optional(Schema.String),
      description: optional(Schema.String),
      fields: objects({
        name: optional(Schema.String),
        type: optional(words("string", "number", "boolean", "time", "object", "array"))
      })
    })
  }),
  idempotent: false,
  fails: [CatalogNameTaken, CatalogLimitReached, InvalidCatalog, CatalogBusy],
  quota: "catalogs",
  permission: "catalogs.create",
  notes: ["The first field is `id`, a string."],
  see: "https://www.braze.com/docs/api/endpoints/catalogs"
}))

/**
 * Deletes a catalog: `DELETE /catalogs/{catalog_name}`. Idempotent: a repeat is refused as unknown. Needs the permission
 * `catalogs.delete`.
 */
export const deleteCatalog = operation("deleteCatalog", () => ({
  method: "DELETE",
  path: "/catalogs/{catalog_name}",
  input: snake({
    /** 1 to 250 characters. */ catalogName: text(1, 250)
  }),
  output: answer({}),
  idempotent: true,
  fails: [CatalogNotFound, CatalogBusy],
  quota: "catalogs",
  permission: "catalogs.delete",
  see: "https://www.braze.com/docs/api/endpoints/catalogs"
}))

/**
 * Creates catalog fields: `POST /catalogs/{catalog_name}/fields`. Not idempotent: a repeat is refused. Needs the permission
 * `catalogs.create_fields`.
 */
export const createCatalogFields = operation("createCatalogFields", () => ({
  method: "POST",
  path: "/catalogs/{catalog_name}/fields",
  input: requestBody(
    snake({
      /** 1 to 250 characters. */ catalogName: text(1, 250),
      /** 1 to 50 items. */
      fields: items(
        Schema.Struct({
          /** 1 to 250 characters. */ name: text(1, 250),
          type: Schema.Literals(["string", "number", "boolean", "time", "object", "array"])
        }),
        1,
        50
      )
    })
  ),
  output: answer({}),
  idempotent: false,
  fails: [CatalogNotFound, CatalogBusy, InvalidCatalogField, TooManyCatalogObjects, CatalogLimitReached],
  quota: "catalog-schema",
  permission: "catalogs.create_fields",
  see: "https://www.braze.com/docs/api/endpoints/catalogs"
}))

/**
 * Deletes a catalog field: `DELETE /catalogs/{catalog_name}/fields/{field_name}`. Idempotent: a repeat ends in the same state.
 * Needs the permission `catalogs.delete_fields`.
 */
export const deleteCatalogField = operation("deleteCatalogField", () => ({
  method: "DELETE",
  path: "/catalogs/{catalog_name}/fields/{field_name}",
  input: snake({
    /** 1 to 250 characters. */ catalogName: text(1, 250),
    fieldName: Id()
  }),
  output: answer({}),
  idempotent: true,
  fails: [CatalogNotFound, CatalogBusy, InvalidCatalogField],
  quota: "catalog-schema",
  permission: "catalogs.delete_fields",
  see: "https://www.braze.com/docs/api/endpoints/catalogs"
}))

/**
 * Deletes catalog items: `DELETE /catalogs/{catalog_name}/items`. Idempotent: a repeat ends in the same state. Needs the
 * permission `catalogs.delete_items`. Taken, not done: getCatalogItem shows what became of an item, and nothing reports a later
 * refusal.
 */
export const deleteCatalogItems = operation("deleteCatalogItems", () => ({
  method: "DELETE",
  path: "/catalogs/{catalog_name}/items",
  input: requestBody(
    snake({
      /** 1 to 250 characters. */ catalogName: text(1, 250),
      /** 1 to 50 items. */
      items: items(
        Schema.StructWithRest(Schema.Struct({ id: Text() }), [Schema.Record(Schema.String, Data())]),
        1,
        50
      )
    })
  ),
  output: answer({}),
  idempotent: true,
  fails: [CatalogNotFound, CatalogBusy, InvalidCatalogItem, TooManyCatalogObjects],
  quota: "catalog-items-async",
  permission: "catalogs.delete_items",
  notes: [
    "Taken, not done: getCatalogItem shows what became of an item, and nothing reports a later refusal."
  ],
  see: "https://www.braze.com/docs/api/endpoints/catalogs"
}))

const listCatalogItemsPage = operation("listCatalogItems", () => ({
  method: "GET",
  path: "/catalogs/{catalog_name}/items",
  input: snake({
    /** 1 to 250 characters. */ catalogName: text(1, 250),
    cursor: optional(Schema.String)
  }),
  output: answer({ items: Schema.Array(Schema.Record(Schema.String, Schema.Json)) }),
  idempotent: true,
  fails: [CatalogNotFound, CatalogBusy, InvalidCursor],
  quota: "catalog-items-sync",
  permission: "catalogs.get_items",
  see: "https://www.braze.com/docs/api/endpoints/catalogs"
}))

/** Lists catalog items; `.stream` reads all pages: `GET /catalogs/{catalog_name}/items`. Needs the permission `catalogs.get_items`. */
export const listCatalogItems = Pages.byLink(listCatalogItemsPage, {
  items: ({ items }) => items,
  into: "cursor"
})

/**
 * Updates catalog items: `PATCH /catalogs/{catalog_name}/items`. Idempotent or not by its input: values are set again; what
 * `$add` adds is added again. Needs the permission `catalogs.update_items`. A value of an item has at most 5,000 characters.
 * Taken, not done: getCatalogItem shows what became of an item, and nothing reports a later refusal.
 */
export const updateCatalogItems = operation("updateCatalogItems", () => ({
  method: "PATCH",
  path: "/catalogs/{catalog_name}/items",
  input: requestBody(
    snake({
      /** 1 to 250 characters. */ catalogName: text(1, 250),
      /** 1 to 50 items. */
      items: items(
        Schema.StructWithRest(Schema.Struct({ id: Text() }), [Schema.Record(Schema.String, Data())]),
        1,
        50
      )
    })
  ),
  output: answer({}),
  idempotent: addsNothing,
  fails: [CatalogNotFound, CatalogBusy, InvalidCatalogItem, TooManyCatalogObjects, CatalogLimitReached],
  quota: "catalog-items-async",
  permission: "catalogs.update_items",
  notes: [
    "A value of an item has at most 5,000 characters.",
    "Taken, not done: getCatalogItem shows what became of an item, and nothing reports a later refusal."
  ],
  see: "https://www.braze.com/docs/api/endpoints/catalogs"
}))

/**
 * Creates catalog items: `POST /catalogs/{catalog_name}/items`. Not idempotent: a repeat may be refused later or never. Needs
 * the permission `catalogs.add_items`. A value of an item has at most 5,000 characters. Taken, not done: getCatalogItem shows
 * what became of an item, and nothing reports a later refusal.
 */
export const createCatalogItems = operation("createCatalogItems", () => ({
  method: "POST",
  path: "/catalogs/{catalog_name}/items",
  input: requestBody(
    snake({
      /** 1 to 250 characters. */ catalogName: text(1, 250),
      /** 1 to 50 items. */
      items: items(
        Schema.StructWithRest(Schema.Struct({ id: Text() }), [Schema.Record(Schema.String, Data())]),
        1,
        50
      )
    })
  ),
  output: answer({}),
  idempotent: false,
  fails: [
    CatalogNotFound,
    CatalogBusy,
    InvalidCatalogItem,
    TooManyCatalogObjects,
    CatalogLimitReached,
    ItemAlreadyExists
  ],
  quota: "catalog-items-async",
  permission: "catalogs.add_items",
  notes: [
    "A value of an item has at most 5,000 characters.",
    "Taken, not done: getCatalogItem shows what became of an item, and nothing reports a later refusal."
  ],
  see: "https://www.braze.com/docs/api/endpoints/catalogs"
}))

/**
 * Replaces catalog items: `PUT /catalogs/{catalog_name}/items`. Idempotent: it replaces what was there. Needs the permission
 * `catalogs.replace_items`. A value of an item has at most 5,000 characters. Taken, not done: getCatalogItem shows what became
 * of an item, and nothing reports a later refusal.
 */
export const replaceCatalogItems = operation("replaceCatalogItems", () => ({
  method: "PUT",
  path: "/catalogs/{catalog_name}/items",
  input: requestBody(
    snake({
      /** 1 to 250 characters. */ catalogName: text(1, 250),
      /** 1 to 50 items. */
      items: items(
        Schema.StructWithRest(Schema.Struct({ id: Text() }), [Schema.Record(Schema.String, Data())]),
        1,
        50
      )
    })
  ),
  output: answer({}),
  idempotent: true,
  fails: [CatalogNotFound, CatalogBusy, InvalidCatalogItem, TooManyCatalogObjects, CatalogLimitReached],
  quota: "catalog-items-async",
  permission: "catalogs.replace_items",
  notes: [
    "A value of an item has at most 5,000 characters.",
    "Taken, not done: getCatalogItem shows what became of an item, and nothing reports a later refusal."
  ],
  see: "https://www.braze.com/docs/api/endpoints/catalogs"
}))

/**
 * Deletes a catalog item: `DELETE /catalogs/{catalog_name}/items/{item_id}`. Idempotent: a repeat is refused as unknown. Needs
 * the permission `catalogs.delete_item`.
 */
export const deleteCatalogItem = operation("deleteCatalogItem", () => ({
  method: "DELETE",
  path: "/catalogs/{catalog_name}/items/{item_id}",
  input: snake({
    /** 1 to 250 characters. */ catalogName: text(1, 250),
    /** 1 to 250 characters, of a fixed form. */ itemId: like(/^[A-Za-z0-9_-]+$/, text(1, 250))
  }),
  output: answer({}),
  idempotent: true,
  fails: [CatalogNotFound, CatalogBusy, ItemNotFound],
  quota: "catalog-items-sync",
  permission: "catalogs.delete_item",
  see: "https://www.braze.com/docs/api/endpoints/catalogs"
}))

/** Gets a catalog item: `GET /catalogs/{catalog_name}/items/{item_id}`. Needs the permission `catalogs.get_item`. */
export const getCatalogItem = operation("getCatalogItem", () => ({
  method: "GET",
  path: "/catalogs/{catalog_name}/items/{item_id}",
  input: snake({
    /** 1 to 250 characters. */ catalogName: text(1, 250),
    /** 1 to 250 characters, of a fixed form. */ itemId: like(/^[A-Za-z0-9_-]+$/, text(1, 250))
  }),
  output: answer({ items: Schema.Array(Schema.Record(Schema.String, Schema.Json)) }),
  idempotent: true,
  fails: [CatalogNotFound, CatalogBusy, ItemNotFound],
  quota: "catalog-items-sync",
  permission: "catalogs.get_item",
  see: "https://www.braze.com/docs/api/endpoints/catalogs"
}))

/**
 * Updates a catalog item: `PATCH /catalogs/{catalog_name}/items/{item_id}`. Idempotent or not by its input: values are set
 * again; what `$add` adds is added again. Needs the permission `catalogs.update_item`. No item of `items` has a field `id`. A
 * value of an item has at most 5,000 characters.
 */
export const updateCatalogItem = operation("updateCatalogItem", () => ({
  method: "PATCH",
  path: "/catalogs/{catalog_name}/items/{item_id}",
  input: requestBody(
    snake(
      {
        /** 1 to 250 characters. */ catalogName: text(1, 250),
        /** 1 to 250 characters, of a fixed form. */ itemId: like(/^[A-Za-z0-9_-]+$/, text(1, 250)),
        /** Exactly 1 item. */ items: items(DataObject(), 1, 1)
      },
      noneHas("items", "id")
    )
  ),
  output: answer({}),
  idempotent: addsNothing,
  fails: [CatalogNotFound, CatalogBusy, InvalidCatalogItem, ItemNotFound],
  quota: "catalog-items-sync",
  permission: "catalogs.update_item",
  notes: ["A value of an item has at most 5,000 characters."],
  see: "https://www.braze.com/docs/api/endpoints/catalogs"
}))

/**
 * Creates a catalog item: `POST /catalogs/{catalog_name}/items/{item_id}`. Not idempotent: a repeat is refused as existing.
 * Needs the permission `catalogs.create_item`. No item of `items` has a field `id`. A value of an item has at most 5,000
 * characters.
 */
export const createCatalogItem = operation("createCatalogItem", () => ({
  method: "POST",
  path: "/catalogs/{catalog_name}/items/{item_id}",
  input: requestBody(
    snake(
      {
        /** 1 to 250 characters. */ catalogName: text(1, 250),
        /** 1 to 250 characters, of a fixed form. */ itemId: like(/^[A-Za-z0-9_-]+$/, text(1, 250)),
        /** Exactly 1 item. */ items: items(DataObject(), 1, 1)
      },
      noneHas("items", "id")
    )
  ),
  output: answer({}),
  idempotent: false,
  fails: [CatalogNotFound, CatalogBusy, InvalidCatalogItem, ItemAlreadyExists, CatalogLimitReached],
  quota: "catalog-items-sync",
  permission: "catalogs.create_item",
  notes: ["A value of an item has at most 5,000 characters."],
  see: "https://www.braze.com/docs/api/endpoints/catalogs"
}))

/**
 * Replaces a catalog item: `PUT /catalogs/{catalog_name}/items/{item_id}`. Idempotent: it replaces what was there. Needs the
 * permission `catalogs.replace_item`. No item of `items` has a field `id`. A value of an item has at most 5,000 characters.
 */
export const replaceCatalogItem = operation("replaceCatalogItem", () => ({
  method: "PUT",
  path: "/catalogs/{catalog_name}/items/{item_id}",
  input: requestBody(
    snake(
      {
        /** 1 to 250 characters. */ catalogName: text(1, 250),
        /** 1 to 250 characters, of a fixed form. */ itemId: like(/^[A-Za-z0-9_-]+$/, text(1, 250)),
        /** Exactly 1 item. */ items: items(DataObject(), 1, 1)
      },
      noneHas("items", "id")
    )
  ),
  output: answer({}),
  idempotent: true,
  fails: [CatalogNotFound, CatalogBusy, InvalidCatalogItem, CatalogLimitReached],
  quota: "catalog-items-sync",
  permission: "catalogs.replace_item",
  notes: ["A value of an item has at most 5,000 characters."],
  see: "https://www.braze.com/docs/api/endpoints/catalogs"
}))

/**
 * Creates a catalog selection: `POST /catalogs/{catalog_name}/selections`. Not idempotent: the name is unique: a repeat is
 * refused. Needs the permission `catalogs.create_selection`.
 */
export const createCatalogSelection = operation("createCatalogSelection", () => ({
  method: "POST",
  path: "/catalogs/{catalog_name}/selections",
  input: requestBody(
    snake({
      /** 1 to 250 characters. */ catalogName: text(1, 250),
      selection: snake({
        name: Text(),
        description: optional(Schema.String),
        /** Not empty. */
        filters: items(Schema.Struct({ field: Text(), operator: Text(), value: Data() }), 1),
        resultsLimit: optional(Schema.Int),
        sortField: optional(Schema.String),
        sortOrder: optional(Schema.Literals(["asc", "desc"]))
      })
    })
  ),
  output: answer({}),
  idempotent: false,
  fails: [CatalogNotFound, CatalogBusy, InvalidCatalogSelection, CatalogLimitReached],
  quota: "catalog-schema",
  permission: "catalogs.create_selection",
  see: "https://www.braze.com/docs/api/endpoints/catalogs"
}))

/**
 * Deletes a catalog selection: `DELETE /catalogs/{catalog_name}/selections/{selection_name}`. Idempotent: a repeat ends in the
 * same state. Needs the permission `catalogs.delete_selection`.
 */
export const deleteCatalogSelection = operation("deleteCatalogSelection", () => ({
  method: "DELETE",
  path: "/catalogs/{catalog_name}/selections/{selection_name}",
  input: snake({
    /** 1 to 250 characters. */ catalogName: text(1, 250),
    selectionName: Id()
  }),
  output: answer({}),
  idempotent: true,
  fails: [CatalogNotFound, CatalogBusy, InvalidCatalogSelection],
  quota: "catalog-schema",
  permission: "catalogs.delete_selection",
  see: "https://www.braze.com/docs/api/endpoints/catalogs"
}))
